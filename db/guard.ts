/** What must hold before a row is written, beyond its own fields: its budget is open, its references are right. */
import { fail } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';
import { MAX_FEN } from '../shared/money/fen.ts';
import type { Book, Cell } from './book.ts';
import { failLocked } from './describe.ts';
import { type Layout, layoutOf } from './layout.ts';
import { image, value } from './statements.ts';

/**
 * Checks the parent that rows of an entity are written under.
 * @throws FailureError NOT_FOUND when it is not there, BOOK_LOCKED_BUDGET when its budget is submitted or locked
 */
export function assertParentOpen(book: Book, layout: Layout, parentId: number | null): void {
  if (layout.parent === null) return;
  const parent = layoutOf(layout.parent);
  if (parentId === null) fail('NOT_FOUND', { what: parent.label });
  assertOpen(book, layout.parent, parentId);
}

/** Checks that the budget a row belongs to (or is) may be changed. @throws as `assertParentOpen`. */
export function assertOpen(book: Book, entity: EntityName, id: number): void {
  if (entity === 'budget') {
    const status = value(book.db, 'SELECT status FROM budget WHERE id = ?', id);
    if (status === null) fail('NOT_FOUND', { what: layoutOf('budget').label });
    if (status !== 'draft') failLocked(book.db, id, String(status));
    return;
  }
  const layout = layoutOf(entity);
  if (layout.parent === null || layout.parentColumn === null) return;
  const parentId = value(book.db, `SELECT "${layout.parentColumn}" FROM "${layout.table}" WHERE id = ?`, id);
  if (typeof parentId !== 'number') fail('NOT_FOUND', { what: layout.label });
  assertOpen(book, layout.parent, parentId);
}

/** Remembers the references already found right, so that 100,000 lines of 20 projects cost 20 look-ups. */
export type SeenRefs = Set<string>;

/**
 * Checks the references of a row: the target is there and belongs to the same budget.
 * @param indexes positions in `layout.columns` that are new or changed
 * @throws FailureError NOT_FOUND or INVALID_INPUT naming the field
 */
export function assertRefs(
  book: Book,
  layout: Layout,
  parentId: number | null,
  cells: readonly Cell[],
  indexes: ReadonlySet<number> | null,
  seen: SeenRefs,
): void {
  for (const ref of layout.refs) {
    const id = cells[ref.index];
    if (typeof id !== 'number' || (indexes !== null && !indexes.has(ref.index))) continue;
    const seenKey = `${ref.target} ${id}`;
    if (seen.has(seenKey)) continue;
    assertRef(book, layout, parentId, ref, id);
    seen.add(seenKey);
  }
}

function assertRef(
  book: Book,
  layout: Layout,
  parentId: number | null,
  ref: { readonly key: string; readonly target: EntityName },
  id: number,
): void {
  const target = layoutOf(ref.target);
  const owner = image(book.db, `SELECT ${target.parentColumn ?? 'NULL'} FROM "${target.table}" WHERE id = ?`, id);
  const label = layout.fields[ref.key]?.label ?? ref.key;
  if (owner === null) fail('NOT_FOUND', { what: label }, ref.key);
  if (target.parent === 'budget' && owner[0] !== parentId) {
    fail('INVALID_INPUT', { place: label, reason: `所选的${target.label}属于另一个单位预算。` }, ref.key);
  }
}

/** A unit may not be its own superior, directly or over others. @throws FailureError INVALID_INPUT. */
export function assertNoCircle(book: Book, unitId: number, superiorId: Cell): void {
  let above: Cell = superiorId;
  const passed = new Set<Cell>();
  while (above !== null && !passed.has(above)) {
    if (above === unitId) {
      fail('INVALID_INPUT', { place: '主管部门', reason: '单位不能由自己或自己的下级主管。' }, 'superiorId');
    }
    passed.add(above);
    above = value(book.db, 'SELECT superior_id FROM unit WHERE id = ?', above);
  }
}

/**
 * Makes sure that the lines of every budget can be summed exactly, whatever the table.
 * @throws FailureError AMOUNT_OVERFLOW
 */
export function assertExactSums(book: Book): void {
  const sql = 'SELECT 1 FROM line GROUP BY budget_id HAVING total(abs(amount)) > ?';
  if (image(book.db, sql, MAX_FEN) !== null) fail('AMOUNT_OVERFLOW');
}
