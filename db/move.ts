/** Putting rows under another parent: an indicator of one goal sheet becomes one of another. Id and history stay. */
import { fail } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';
import type { Change } from './book.ts';
import { assertParentOpen } from './guard.ts';
import { layoutOf } from './layout.ts';
import { positionsAfterLast } from './position.ts';
import { rowImage } from './read.ts';
import { statement } from './statements.ts';

/**
 * Moves rows to the end of another parent, in the given order. Both parents must belong to one budget or none, since
 * the references of the rows are not looked at.
 * @throws FailureError NOT_FOUND, BOOK_LOCKED_BUDGET
 */
export function moveRows(change: Change, entity: EntityName, ids: readonly number[], parentId: number): void {
  if (ids.length === 0) return;
  const { db } = change.book;
  const layout = layoutOf(entity);
  const { parentColumn } = layout;
  if (parentColumn === null) throw new TypeError(`${entity} has no parent`);
  assertParentOpen(change.book, layout, parentId);
  const position = positionsAfterLast(change.book, layout, parentId);
  const sql = `UPDATE "${layout.table}" SET "${parentColumn}" = ?, position = ?, revision = revision + 1 WHERE id = ?`;
  for (const [index, id] of ids.entries()) {
    const image = rowImage(change.book, layout, id);
    const [, , from, place] = image ?? fail('NOT_FOUND', { what: layout.label });
    if (typeof from !== 'number' || typeof place !== 'number') throw new TypeError(`${entity} ${id} has no place`);
    assertParentOpen(change.book, layout, from);
    statement(db, sql).run(parentId, position(index), id);
    change.record({
      entity,
      kind: 'update',
      rows: [[id, { [parentColumn]: [from, parentId], position: [place, position(index)] }]],
    });
  }
}
