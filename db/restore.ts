/** One record as it was at some moment of the history, and how to bring it back there. */
import { fail } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';
import type { Book, Cell, Change, Step } from './book.ts';
import { rowText } from './describe.ts';
import { assertParentOpen } from './guard.ts';
import { changesOfRow, type JournalEntry } from './history.ts';
import { takeIds } from './ids.ts';
import { ENTITY_NAMES, type Layout, layoutOf, rowFrom } from './layout.ts';
import { moveRows } from './move.ts';
import { rowImage } from './read.ts';
import { removeRows } from './remove.ts';
import { putRow } from './rows.ts';
import { count } from './statements.ts';

/** Just before or just after a change. */
export interface Moment {
  readonly entryId: number;
  readonly side: 'before' | 'after';
}

export interface PastRow {
  /** What the row held, by column; null when there was no such row. */
  readonly cells: Cells | null;
  /** False when its id has been given to another record since. */
  readonly sameRecord: boolean;
  /** Label of the change. */
  readonly label: string;
}

type Cells = ReadonlyMap<string, Cell>;

/** Where a walk through the changes of a row has come to. */
type Place = Pick<PastRow, 'cells' | 'sameRecord'>;

/**
 * The row as it was, also when it is gone or the change is undone.
 * @throws FailureError NOT_FOUND when there is no such change or it did not touch the row
 */
export function pastRow(book: Book, entity: EntityName, rowId: number, moment: Moment): PastRow {
  const entries = changesOfRow(book, entity, rowId);
  const target = entries.find(({ id }) => id === moment.entryId) ?? fail('NOT_FOUND', { what: '历史记录' });
  const layout = layoutOf(entity);
  const image = rowImage(book, layout, rowId);
  const now: Place = { cells: image === null ? null : cellsOf(layout.columns, image), sameRecord: true };
  // The undone changes are the newest ones, so the book stands between them and those that are done.
  const way = entries.filter((entry) => entry.undone === target.undone && isAfter(entry, moment) !== target.undone);
  const steps = way.flatMap((entry) => entry.steps ?? []);
  const past = target.undone ? steps.reduce(forward, now) : steps.reduceRight(back, now);
  return { ...past, label: target.label };
}

/**
 * Brings a row to what it was, or removes it where there was none; touches no other row.
 * @param revision of the row as the user saw it; null when it was gone
 * @returns id of the row, null when it was removed
 * @throws FailureError CONFLICT, and what saving and removing refuse; IN_USE also for a row that owns others
 */
export function restoreRow(
  change: Change,
  entity: EntityName,
  rowId: number,
  past: PastRow,
  revision: number | null,
): number | null {
  const { book } = change;
  const layout = layoutOf(entity);
  const image = rowImage(book, layout, rowId);
  if ((image?.[1] ?? null) !== revision) fail('CONFLICT', { what: rowText(book.db, layout, rowId) });
  const current = image === null ? null : cellsOf(layout.columns, image);
  if (past.cells === null) {
    if (current !== null) removeAlone(change, layout, rowId, parentOf(layout, current));
    return null;
  }
  if (current === null || !past.sameRecord) {
    const id = past.sameRecord ? rowId : takeIds(book.db, layout, 1);
    return putRow(change, entity, rowOf(layout, past.cells, id), null).id;
  }
  const [from, to] = [parentOf(layout, current), parentOf(layout, past.cells)];
  if (to !== null && to !== from) moveRows(change, entity, [rowId], to);
  const moved = rowImage(book, layout, rowId)?.[1];
  if (typeof moved !== 'number') fail('NOT_FOUND', { what: layout.label });
  // A column that the moment did not know yet keeps what it holds.
  return putRow(change, entity, rowOf(layout, new Map([...current, ...past.cells]), rowId), moved).id;
}

function isAfter({ id }: JournalEntry, { entryId, side }: Moment): boolean {
  return id > entryId || (id === entryId && side === 'before');
}

/** Over one step towards the past. */
function back(place: Place, step: Step): Place {
  switch (step.kind) {
    case 'insert':
      return { cells: null, sameRecord: place.sameRecord && step.again === true };
    case 'remove':
      return { ...place, cells: cellsOf(step.columns, step.rows[0] ?? []) };
    case 'update':
      return { ...place, cells: updated(place.cells, step, 0) };
  }
}

/** Over one undone step towards the future. */
function forward(place: Place, step: Step): Place {
  switch (step.kind) {
    case 'insert':
      return {
        cells: cellsOf(step.columns ?? [], step.rows?.[0] ?? []),
        sameRecord: place.sameRecord && step.again === true,
      };
    case 'remove':
      return { ...place, cells: null };
    case 'update':
      return { ...place, cells: updated(place.cells, step, 1) };
  }
}

function updated(cells: Cells | null, step: Extract<Step, { kind: 'update' }>, side: 0 | 1): Cells {
  const changed = new Map(cells ?? []);
  for (const [, images] of side === 0 ? step.rows.toReversed() : step.rows) {
    for (const [column, image] of Object.entries(images)) changed.set(column, image[side]);
  }
  return changed;
}

function cellsOf(columns: readonly string[], image: readonly Cell[]): Cells {
  return new Map(columns.map((column, index) => [column, image[index] ?? null]));
}

function parentOf(layout: Layout, cells: Cells): number | null {
  const parent = layout.parentColumn === null ? null : cells.get(layout.parentColumn);
  return typeof parent === 'number' ? parent : null;
}

function rowOf(layout: Layout, cells: Cells, id: number) {
  const image = layout.columns.map((column) => (column === 'id' ? id : (cells.get(column) ?? null)));
  return rowFrom<EntityName>(layout, image);
}

/** Removes a row that owns nothing. */
function removeAlone(change: Change, layout: Layout, rowId: number, parentId: number | null): void {
  const { db } = change.book;
  const owned = ENTITY_NAMES.map(layoutOf)
    .filter(({ parent }) => parent === layout.entity)
    .map(({ label, table, parentColumn }) => ({
      label,
      rows: count(db, `SELECT count(*) FROM "${table}" WHERE "${parentColumn}" = ?`, rowId),
    }))
    .filter(({ rows }) => rows > 0);
  const by = owned.map(({ label, rows }) => `${rows} 条${label}`).join('、');
  if (by !== '') fail('IN_USE', { what: rowText(db, layout, rowId), by });
  assertParentOpen(change.book, layout, parentId);
  removeRows(change, layout.entity, parentId, [rowId]);
}
