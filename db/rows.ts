/** Writing rows of any entity: one path for every save, from the field lists. */
import { fail } from '../shared/api/failure.ts';
import type { DraftOfEntity, EntityName, RowOfEntity } from '../shared/entities/index.ts';
import type { Cell, Change } from './book.ts';
import { duplicateText, rowText } from './describe.ts';
import { assertNoCircle, assertOpen, assertParentOpen, assertRefs, type SeenRefs } from './guard.ts';
import { takeIds } from './ids.ts';
import { type BlockInsert, blockInsert, insertOne, ROWS_AT_ONCE } from './insert.ts';
import { cellFrom, type Layout, layoutOf, rowFrom } from './layout.ts';
import { makeRoom, positionsAfterLast } from './position.ts';
import { rowImage } from './read.ts';
import { removeRows } from './remove.ts';
import { isConstraint, sqliteCode } from './sqlite-error.ts';
import { statement } from './statements.ts';

type Values = Readonly<Record<string, unknown>>;

/** What one call of `applyRows` carries along. */
interface Saving {
  readonly change: Change;
  readonly layout: Layout;
  readonly parentId: number | null;
  readonly seen: SeenRefs;
  /** Position of the n-th row put last. */
  readonly last: (index: number) => number;
  /** Ids and positions are taken as they are, also next to a row at the same position: nothing else is touched. */
  readonly exact: boolean;
}

/**
 * Removes and saves rows of one parent, in this order. A draft whose fields equal the stored row changes nothing.
 * @param parentId id of the budget or goal sheet; null for rows of the book
 * @returns the saved rows as they now stand, in the order of `save`
 * @throws FailureError NOT_FOUND, CONFLICT, DUPLICATE, IN_USE, INVALID_INPUT, BOOK_LOCKED_BUDGET
 */
export function applyRows<N extends EntityName>(
  change: Change,
  entity: N,
  parentId: number | null,
  save: readonly DraftOfEntity<N>[],
  remove: readonly number[],
): readonly RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  assertParentOpen(change.book, layout, parentId);
  removeRows(change, entity, parentId, remove);
  // A pasted block: as many rows take half the time at once.
  if (save.length > ROWS_AT_ONCE && save.every(({ id, position }) => id === null && (position ?? null) === null)) {
    const rows: RowOfEntity<N>[] = [];
    insertLast(change, layout, parentId, save, (chunk) =>
      rows.push(...chunk.map((cells) => rowFrom<N>(layout, cells))),
    );
    return rows;
  }
  const saving: Saving = { ...savingOf(change, layout, parentId), exact: false };
  let appended = 0;
  return save.map((draft) => {
    const values: Values = draft;
    const image =
      draft.id === null
        ? insertRow(saving, null, values, draft.position ?? null, () => saving.last(appended++))
        : updateRow(saving, draft.id, draft.revision, draft.position, values);
    return rowFrom<N>(layout, image);
  });
}

/**
 * Brings one row to exactly what is given, id and position included, and touches no other row.
 * @param revision of the row as it stands; null when the row is gone and comes back under its id
 * @throws FailureError as `applyRows`
 */
export function putRow<N extends EntityName>(
  change: Change,
  entity: N,
  row: RowOfEntity<N>,
  revision: number | null,
): RowOfEntity<N> {
  const layout = layoutOf(entity);
  assertParentOpen(change.book, layout, row.parentId);
  const saving: Saving = { ...savingOf(change, layout, row.parentId), exact: true };
  const image =
    revision === null
      ? insertRow(saving, row.id, row, row.position, () => row.position)
      : updateRow(saving, row.id, revision, row.position, row);
  return rowFrom<N>(layout, image);
}

/**
 * Inserts many rows at the end of one parent, without reading anything back.
 * @param rows field values, already checked
 * @returns id of the first row; the others follow it one by one
 * @throws FailureError NOT_FOUND, DUPLICATE, INVALID_INPUT, BOOK_LOCKED_BUDGET
 */
export function insertMany<N extends EntityName>(
  change: Change,
  entity: N,
  parentId: number | null,
  rows: readonly Omit<RowOfEntity<N>, 'id' | 'revision' | 'parentId' | 'position'>[],
): number {
  const layout = layoutOf(entity);
  assertParentOpen(change.book, layout, parentId);
  return insertLast(change, layout, parentId, rows, () => undefined);
}

/** Inserts rows at the end of a parent as one block of ids; `inserted` is given their cells in order. */
function insertLast(
  change: Change,
  layout: Layout,
  parentId: number | null,
  rows: readonly Values[],
  inserted: (cells: readonly Cell[][]) => void,
): number {
  if (rows.length === 0) return 0;
  const first = takeIds(change.book.db, layout, rows.length);
  const position = positionsAfterLast(change.book, layout, parentId);
  const seen: SeenRefs = new Set();
  const insert = blockInsert(change.book.db, layout, rows);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = rows.slice(start, start + ROWS_AT_ONCE).map((row, index) => {
      const at = start + index;
      const cells = newCells(layout, first + at, parentId, position(at), row);
      assertRefs(change.book, layout, parentId, cells, null, seen);
      return cells;
    });
    insertChunk(change, layout, insert, chunk);
    inserted(chunk);
  }
  change.record({ entity: layout.entity, kind: 'insert', ranges: [[first, first + rows.length - 1]] });
  return first;
}

function savingOf(change: Change, layout: Layout, parentId: number | null): Omit<Saving, 'exact'> {
  return { change, layout, parentId, seen: new Set(), last: lazily(change, layout, parentId) };
}

/** @param knownId id of a row that comes back; null gives a new one */
function insertRow(
  saving: Saving,
  knownId: number | null,
  values: Values,
  wanted: number | null,
  last: () => number,
): Cell[] {
  const { change, layout, parentId, seen } = saving;
  const { book } = change;
  if (wanted !== null && !saving.exact) makeRoom(change, layout, parentId, wanted);
  const id = knownId ?? takeIds(book.db, layout, 1);
  const cells = newCells(layout, id, parentId, wanted ?? last(), values);
  // As after undo: no window has seen this revision of the row with other content.
  if (knownId !== null && typeof values.revision === 'number') cells[1] = values.revision + 1;
  assertRefs(book, layout, parentId, cells, null, seen);
  guarded(change, layout, cells, () => insertOne(book.db, layout, cells));
  const again = knownId === null ? {} : ({ again: true } as const);
  change.record({ entity: layout.entity, kind: 'insert', ...again, ranges: [[id, id]] });
  return cells;
}

function updateRow(
  saving: Saving,
  id: number,
  revision: number | null,
  position: number | null,
  values: Values,
): Cell[] {
  const { change, layout, parentId, seen } = saving;
  const { book } = change;
  const before = rowImage(book, layout, id);
  if (before === null || (layout.parent !== null && before[2] !== parentId)) fail('NOT_FOUND', { what: layout.label });
  if (revision === null || before[1] !== revision) fail('CONFLICT', { what: rowText(book.db, layout, id) });

  const after = [...before];
  const changed = new Set<number>();
  for (let index = layout.firstField; index < layout.keys.length; index += 1) {
    const cell = cellFrom(values[layout.keys[index] ?? '']);
    if (cell === before[index]) continue;
    after[index] = cell;
    changed.add(index);
  }
  const place = layout.firstField - 1;
  if (position !== null && position !== before[place]) {
    if (!saving.exact) makeRoom(change, layout, parentId, position);
    after[place] = position;
    changed.add(place);
  }
  if (changed.size === 0) return before;

  if (layout.entity === 'budget') assertOnlyStatus(saving, id, changed);
  assertRefs(book, layout, parentId, after, changed, seen);
  if (layout.entity === 'unit') assertNoCircle(book, id, after[layout.keys.indexOf('superiorId')] ?? null);
  after[1] = revision + 1;
  const columns = [...changed].map((index) => layout.columns[index] ?? '');
  const set = columns.map((column) => `"${column}" = ?`).join(', ');
  const bound = [...changed].map((index) => after[index] ?? null);
  const update = statement(book.db, `UPDATE "${layout.table}" SET ${set}, revision = ? WHERE id = ?`);
  guarded(change, layout, after, () => update.run(...bound, revision + 1, id));
  const images = Object.fromEntries(
    [...changed].map((index) => [layout.columns[index], [before[index] ?? null, after[index] ?? null]]),
  );
  change.record({ entity: layout.entity, kind: 'update', rows: [[id, images]] });
  return after;
}

/** A submitted or locked budget may still be handed back: its status, and nothing else, may change. */
function assertOnlyStatus(saving: Saving, id: number, changed: ReadonlySet<number>): void {
  const status = saving.layout.keys.indexOf('status');
  if (changed.size !== 1 || !changed.has(status)) assertOpen(saving.change.book, 'budget', id);
}

/**
 * Inserts rows by one statement, the last ones of a block one by one, so that blocks of any length share their statement.
 * When the schema refuses it, one by one, too, so that the failure is about the row at fault.
 */
function insertChunk(change: Change, layout: Layout, insert: BlockInsert, chunk: readonly Cell[][]): void {
  const oneByOne = (): void => {
    for (const cells of chunk) guarded(change, layout, cells, () => insertOne(change.book.db, layout, cells));
  };
  if (chunk.length < ROWS_AT_ONCE) {
    oneByOne();
    return;
  }
  try {
    insert(chunk);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    oneByOne();
  }
}

function newCells(layout: Layout, id: number, parentId: number | null, position: number, values: Values): Cell[] {
  const cells: Cell[] = layout.parentColumn === null ? [id, 1, position] : [id, 1, parentId, position];
  for (let index = layout.firstField; index < layout.keys.length; index += 1) {
    cells.push(cellFrom(values[layout.keys[index] ?? '']));
  }
  return cells;
}

/** Runs one statement; what the schema refuses becomes a failure about this row. */
function guarded(change: Change, layout: Layout, cells: readonly Cell[], run: () => unknown): void {
  try {
    run();
  } catch (error) {
    switch (sqliteCode(error)) {
      case 'SQLITE_CONSTRAINT_UNIQUE':
        fail('DUPLICATE', { what: duplicateText(change.book.db, layout, cells) });
        break;
      case 'SQLITE_CONSTRAINT_CHECK':
      case 'SQLITE_CONSTRAINT_NOTNULL':
      case 'SQLITE_CONSTRAINT_DATATYPE':
        fail('INVALID_INPUT', { place: layout.label, reason: '有的内容超出允许的范围。' });
        break;
      default:
        throw error;
    }
  }
}

/** The positions of rows put last, looked up at the first one: an update does not need them. */
function lazily(change: Change, layout: Layout, parentId: number | null): (index: number) => number {
  let positions: ((index: number) => number) | null = null;
  return (index) => {
    positions ??= positionsAfterLast(change.book, layout, parentId);
    return positions(index);
  };
}
