/**
 * Every change of the book is one transaction and one row of the journal. The journal holds what undo needs: images
 * before and after for updates, images for removals, and for insertions only the ids, because the rows themselves
 * are in the book until the insertion is undone (undo.ts).
 */
import type { Book, Change, Touched } from './book.ts';
import { recorder } from './recorder.ts';
import { statement } from './statements.ts';
import { touchedBy } from './touched.ts';

export interface Committed<T> {
  readonly value: T;
  /** Empty when the change changed nothing; then there is no journal row either. */
  readonly touched: Touched;
}

/** Sees which rows a transaction touched just before it is committed; throwing rolls everything back. */
export type BeforeCommit = (touched: Touched) => void;

const changing = new WeakSet<Book>();

/**
 * Runs one change: everything `run` does through its `Change` is committed together or not at all.
 * @param options.label what the user did, in Chinese, e.g. `粘贴 30 行`
 * @throws FailureError when the book cannot be written; whatever `run` or `beforeCommit` throws, after rolling back
 */
export function change<T>(
  book: Book,
  options: { readonly label: string; readonly beforeCommit?: BeforeCommit },
  run: (change: Change) => T,
): Committed<T> {
  return transaction(book, () => {
    const { steps, record } = recorder();
    const value = run({ book, record });
    if (steps.length > 0) {
      forgetUndone(book);
      statement(book.db, 'INSERT INTO journal (at, author, label, undone, steps) VALUES (?, ?, ?, 0, ?)').run(
        book.now().toISOString(),
        book.user,
        options.label,
        JSON.stringify(steps),
      );
    }
    const touched = touchedBy(steps);
    options.beforeCommit?.(touched);
    return { value, touched };
  });
}

/** Runs one change outside the history: the first content of a new book. */
export function unrecorded<T>(book: Book, run: (change: Change) => T): T {
  return transaction(book, () => run({ book, record: () => undefined }));
}

/** One transaction of a book that may be written. Not to be nested: a change is the unit of undo. */
export function transaction<T>(book: Book, run: () => T): T {
  book.assertWritable();
  if (changing.has(book)) throw new Error('a change of this book is already in progress');
  changing.add(book);
  try {
    statement(book.db, 'BEGIN IMMEDIATE').run();
    const value = run();
    statement(book.db, 'COMMIT').run();
    return value;
  } finally {
    // After a failed statement or commit; on some errors (full disk) SQLite has already rolled back by itself.
    if (book.db.inTransaction) statement(book.db, 'ROLLBACK').run();
    changing.delete(book);
  }
}

/** Undone changes can no longer be redone once something else has been changed. */
function forgetUndone(book: Book): void {
  statement(book.db, 'DELETE FROM journal WHERE undone = 1').run();
}
