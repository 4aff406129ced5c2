/** Undo and redo from the journal: unlimited, exact, and still there after the program has been closed. */
import { fail } from '../shared/api/failure.ts';
import type { Book, Cell, Step, Touched } from './book.ts';
import { type BeforeCommit, transaction } from './journal.ts';
import { columnList, layoutOf } from './layout.ts';
import { image, images, statement } from './statements.ts';
import { touchedBy } from './touched.ts';

export interface Reversed {
  readonly label: string;
  readonly touched: Touched;
}

/**
 * Takes back the last change that is not undone. All fields, ids and positions are as before; revisions grow, so that
 * a window that has not seen it yet gets a conflict instead of overwriting.
 * @throws FailureError NOTHING_TO_UNDO, or when the book cannot be written
 */
export function undo(book: Book, beforeCommit?: BeforeCommit): Reversed {
  return transaction(book, () => {
    const entry = image(book.db, 'SELECT id, label, steps FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1');
    if (entry === null) fail('NOTHING_TO_UNDO');
    const [id, label, text] = entry;
    const steps = stepsFrom(text);
    const complete = steps
      .toReversed()
      .map((step) => revert(book, step))
      .reverse();
    const known = complete.every((step, index) => step === steps[index]);
    if (known) statement(book.db, 'UPDATE journal SET undone = 1 WHERE id = ?').run(id ?? null);
    else {
      const update = statement(book.db, 'UPDATE journal SET undone = 1, steps = ? WHERE id = ?');
      update.run(JSON.stringify(complete), id ?? null);
    }
    const touched = touchedBy(steps);
    beforeCommit?.(touched);
    return { label: String(label), touched };
  });
}

/** Does the first undone change again. @throws FailureError NOTHING_TO_REDO, or when the book cannot be written. */
export function redo(book: Book, beforeCommit?: BeforeCommit): Reversed {
  return transaction(book, () => {
    const entry = image(book.db, 'SELECT id, label, steps FROM journal WHERE undone = 1 ORDER BY id LIMIT 1');
    if (entry === null) fail('NOTHING_TO_REDO');
    const [id, label, text] = entry;
    const steps = stepsFrom(text);
    for (const step of steps) repeat(book, step);
    statement(book.db, 'UPDATE journal SET undone = 0 WHERE id = ?').run(id ?? null);
    const touched = touchedBy(steps);
    beforeCommit?.(touched);
    return { label: String(label), touched };
  });
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
      for (const [first, last] of step.ranges.toReversed()) remove.run(first, last);
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
      for (const [id] of step.rows) remove.run(id ?? null);
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
