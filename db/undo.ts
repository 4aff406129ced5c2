/** Undo and redo from the journal: unlimited, exact, and still there after the program has been closed. */
import { fail } from '../shared/api/failure.ts';
import type { Book, Cell, Step, Touched } from './book.ts';
import { type BeforeCommit, transaction } from './journal.ts';
import { columnList, layoutOf } from './layout.ts';
import { deleting } from './lines-by-project.ts';
import { image, images, statement, whole } from './statements.ts';
import { touchedBy } from './touched.ts';

export interface Reversed {
  readonly label: string;
  readonly touched: Touched;
}

const LAST_DONE = 'SELECT id, label, steps FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1';
const FIRST_UNDONE = 'SELECT id, label, steps FROM journal WHERE undone = 1 ORDER BY id LIMIT 1';

/**
 * Takes back the last change that is not undone. All fields, ids and positions are as before; revisions grow, so that
 * a window that has not seen it yet gets a conflict instead of overwriting.
 * @throws FailureError NOTHING_TO_UNDO, or when the book cannot be written
 */
export function undo(book: Book, beforeCommit?: BeforeCommit): Reversed {
  return transaction(book, () => {
    const entry = entryAt(book, LAST_DONE) ?? fail('NOTHING_TO_UNDO');
    takeBack(book, entry);
    return reversed(entry.label, entry.steps, beforeCommit);
  });
}

/** Does the first undone change again. @throws FailureError NOTHING_TO_REDO, or when the book cannot be written. */
export function redo(book: Book, beforeCommit?: BeforeCommit): Reversed {
  return transaction(book, () => {
    const entry = entryAt(book, FIRST_UNDONE) ?? fail('NOTHING_TO_REDO');
    doAgain(book, entry);
    return reversed(entry.label, entry.steps, beforeCommit);
  });
}

/**
 * Goes back, or forward again, so that a change is the last one that is done: every step of the way in one transaction.
 * @param entryId journal id; null = before the first change
 * @throws FailureError NOT_FOUND when there is no such change, or when the book cannot be written
 */
export function goTo(book: Book, entryId: number | null, beforeCommit?: BeforeCommit): Reversed {
  return transaction(book, () => {
    const [label, undone] =
      entryId === null
        ? ['', 0]
        : (image(book.db, 'SELECT label, undone FROM journal WHERE id = ?', entryId) ??
          fail('NOT_FOUND', { what: '历史记录' }));
    const steps: Step[] = [];
    const last = entryId ?? 0;
    const forward = undone === 1;
    for (;;) {
      const entry = entryAt(book, forward ? FIRST_UNDONE : LAST_DONE);
      if (entry === null || (forward ? entry.id > last : entry.id <= last)) break;
      if (forward) doAgain(book, entry);
      else takeBack(book, entry);
      for (const step of entry.steps) steps.push(step);
    }
    return reversed(String(label), steps, beforeCommit);
  });
}

interface Entry {
  readonly id: number;
  readonly label: string;
  readonly steps: readonly Step[];
}

function entryAt(book: Book, sql: string): Entry | null {
  const entry = image(book.db, sql);
  return entry === null ? null : { id: whole(entry[0]), label: String(entry[1]), steps: stepsFrom(entry[2]) };
}

function takeBack(book: Book, { id, steps }: Entry): void {
  const complete = steps
    .toReversed()
    .map((step) => revert(book, step))
    .reverse();
  const known = complete.every((step, index) => step === steps[index]);
  if (known) statement(book.db, 'UPDATE journal SET undone = 1 WHERE id = ?').run(id);
  else statement(book.db, 'UPDATE journal SET undone = 1, steps = ? WHERE id = ?').run(JSON.stringify(complete), id);
}

function doAgain(book: Book, { id, steps }: Entry): void {
  for (const step of steps) repeat(book, step);
  statement(book.db, 'UPDATE journal SET undone = 0 WHERE id = ?').run(id);
}

function reversed(label: string, steps: readonly Step[], beforeCommit?: BeforeCommit): Reversed {
  const touched = touchedBy(steps);
  beforeCommit?.(touched);
  return { label, touched };
}

/** The steps of a journal row. Written by this program only; a book that was tampered with fails here or at a constraint. */
export function stepsFrom(text: Cell | undefined): Step[] {
  const steps: unknown = JSON.parse(String(text));
  if (!Array.isArray(steps)) throw new TypeError('the journal holds no steps');
  return steps;
}

/** Undoes one step and answers it with everything that redo needs. */
function revert(book: Book, step: Step): Step {
  switch (step.kind) {
    case 'insert': {
      const complete = step.rows === undefined ? withImages(book, step) : step;
      const remove = statement(book.db, `DELETE FROM "${layoutOf(step.entity).table}" WHERE id BETWEEN ? AND ?`);
      const count = step.ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
      deleting(book.db, step.entity, count, () => {
        for (const [first, last] of step.ranges.toReversed()) remove.run(first, last);
      });
      return complete;
    }
    case 'remove':
      restore(book, step.entity, step.columns, step.rows.toReversed());
      return step;
    case 'update':
      setCells(book, step, 0);
      return step;
  }
}

function repeat(book: Book, step: Step): void {
  switch (step.kind) {
    case 'insert':
      restore(book, step.entity, step.columns ?? [], step.rows ?? []);
      return;
    case 'remove': {
      const remove = statement(book.db, `DELETE FROM "${layoutOf(step.entity).table}" WHERE id = ?`);
      deleting(book.db, step.entity, step.rows.length, () => {
        for (const [id] of step.rows) remove.run(id ?? null);
      });
      return;
    }
    case 'update':
      setCells(book, step, 1);
  }
}

function withImages(book: Book, step: Extract<Step, { kind: 'insert' }>): Step {
  const { table, columns } = layoutOf(step.entity);
  const sql = `SELECT ${columnList(columns)} FROM "${table}" WHERE id BETWEEN ? AND ? ORDER BY id`;
  return { ...step, columns, rows: step.ranges.flatMap(([first, last]) => images(book.db, sql, first, last)) };
}

/** Puts rows back as they were, one revision later. */
function restore(
  book: Book,
  entity: Step['entity'],
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const known = layoutOf(entity);
  if (!columns.every((column) => known.columns.includes(column)))
    throw new TypeError('the journal names unknown columns');
  const marks = columns.map((column) => (column === 'revision' ? '? + 1' : '?')).join(', ');
  const sql = `INSERT INTO "${known.table}" (${columnList(columns)}) VALUES (${marks})`;
  const insert = statement(book.db, sql);
  for (const row of rows) insert.run(...row);
}

/** Sets every changed cell of an update to its value before (0) or after (1), rows last to first when going back. */
function setCells(book: Book, step: Extract<Step, { kind: 'update' }>, side: 0 | 1): void {
  const { table, columns } = layoutOf(step.entity);
  for (const [id, cells] of side === 0 ? step.rows.toReversed() : step.rows) {
    const names = Object.keys(cells);
    if (!names.every((name) => columns.includes(name))) throw new TypeError('the journal names unknown columns');
    const set = names.map((name) => `"${name}" = ?`).join(', ');
    const values = names.map((name) => cells[name]?.[side] ?? null);
    statement(book.db, `UPDATE "${table}" SET ${set}, revision = revision + 1 WHERE id = ?`).run(...values, id);
  }
}
