/** Reading the journal: what was done, and what undo and redo would do next. */
import type { HistoryState } from '../shared/api/types.ts';
import type { EntityName } from '../shared/entities/index.ts';
import type { Book, Cell, Step } from './book.ts';
import { count, images, value, whole } from './statements.ts';
import { stepsFrom } from './undo.ts';

export interface JournalEntry {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly author: string;
  readonly label: string;
  readonly undone: boolean;
  /** Null when the change is too large to look into for a list. */
  readonly steps: readonly Step[] | null;
}

/** Which changes to list: of records of one kind, or of one record. */
export interface HistoryFilter {
  readonly entity: EntityName;
  readonly rowId: number | null;
}

/** Steps longer than this many bytes are not read for a list. */
const READABLE_BYTES = 50_000;

const TOUCHES_ENTITY = `
  EXISTS (SELECT 1 FROM json_each(journal.steps) AS step WHERE step.value ->> 'entity' = ?)`;

/** Parameters: entity, row id, row id. Insertions name their rows by ranges of ids, the others row by row. */
const TOUCHES_ROW = `
  EXISTS (
    SELECT 1 FROM json_each(journal.steps) AS step
    WHERE step.value ->> 'entity' = ? AND (
      EXISTS (SELECT 1 FROM json_each(step.value, '$.ranges') AS ids WHERE ? BETWEEN ids.value ->> 0 AND ids.value ->> 1)
      OR (
        step.value ->> 'kind' <> 'insert'
        AND EXISTS (SELECT 1 FROM json_each(step.value, '$.rows') AS row WHERE row.value ->> 0 = ?)
      )
    )
  )`;

/**
 * The newest changes first; `before` continues an earlier list.
 * @returns with a filter, entries hold only the steps that are about it, and of one record always all of them
 */
export function listHistory(
  book: Book,
  before: number | null,
  limit: number,
  filter: HistoryFilter | null = null,
): JournalEntry[] {
  const rowId = filter?.rowId ?? null;
  const steps = rowId === null ? `CASE WHEN octet_length(steps) <= ${READABLE_BYTES} THEN steps END` : 'steps';
  const which = filter === null ? '' : `AND ${rowId === null ? TOUCHES_ENTITY : TOUCHES_ROW}`;
  const wanted: Cell[] = filter === null ? [] : rowId === null ? [filter.entity] : [filter.entity, rowId, rowId];
  const sql = `
    SELECT id, at, author, label, undone, ${steps} FROM journal WHERE id < ? ${which} ORDER BY id DESC LIMIT ?`;
  return images(book.db, sql, before ?? Number.MAX_SAFE_INTEGER, ...wanted, limit).map((image) => entry(image, filter));
}

/** Every change that touched a row from this one on, or up to it where it is undone, in journal order. */
export function changesOfRow(book: Book, entity: EntityName, rowId: number): JournalEntry[] {
  const filter = { entity, rowId };
  const sql = `SELECT id, at, author, label, undone, steps FROM journal WHERE ${TOUCHES_ROW} ORDER BY id`;
  return images(book.db, sql, entity, rowId, rowId).map((image) => entry(image, filter));
}

/** How far undo and redo reach. */
export function historyState(book: Book): HistoryState {
  const one = (sql: string) => {
    const id = value(book.db, sql);
    return typeof id === 'number' ? id : null;
  };
  return {
    undo: count(book.db, 'SELECT count(*) FROM journal WHERE undone = 0'),
    redo: count(book.db, 'SELECT count(*) FROM journal WHERE undone = 1'),
    doneId: one('SELECT max(id) FROM journal WHERE undone = 0'),
    undoneId: one('SELECT min(id) FROM journal WHERE undone = 1'),
  };
}

/** Labels of what would be undone and redone next; null where there is nothing. */
export function nextSteps(book: Book): { readonly undo: string | null; readonly redo: string | null } {
  const undo = value(book.db, 'SELECT label FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1');
  const redo = value(book.db, 'SELECT label FROM journal WHERE undone = 1 ORDER BY id LIMIT 1');
  return { undo: undo === null ? null : String(undo), redo: redo === null ? null : String(redo) };
}

function entry([id, at, author, label, undone, steps]: readonly Cell[], filter: HistoryFilter | null): JournalEntry {
  return {
    id: whole(id),
    at: String(at),
    author: String(author),
    label: String(label),
    undone: undone === 1,
    steps: steps === null ? null : aboutFilter(stepsFrom(steps), filter),
  };
}

function aboutFilter(steps: readonly Step[], filter: HistoryFilter | null): readonly Step[] {
  if (filter === null) return steps;
  const { entity, rowId } = filter;
  const own = steps.filter((step) => step.entity === entity);
  return rowId === null ? own : own.flatMap((step) => aboutRow(step, rowId));
}

/** The part of a step that is about one row: the step with that row only, or nothing. */
function aboutRow(step: Step, rowId: number): readonly Step[] {
  switch (step.kind) {
    case 'insert': {
      if (!step.ranges.some(([first, last]) => first <= rowId && rowId <= last)) return [];
      const images = step.rows === undefined ? {} : { rows: step.rows.filter(([id]) => id === rowId) };
      return [{ ...step, ranges: [[rowId, rowId]], ...images }];
    }
    case 'remove': {
      const rows = step.rows.filter(([id]) => id === rowId);
      return rows.length === 0 ? [] : [{ ...step, rows }];
    }
    case 'update': {
      const rows = step.rows.filter(([id]) => id === rowId);
      return rows.length === 0 ? [] : [{ ...step, rows }];
    }
  }
}
