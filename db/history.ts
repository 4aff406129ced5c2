/** Reading the journal: what was done, and what undo and redo would do next. */
import type { Book, Step } from './book.ts';
import { images, value, whole } from './statements.ts';
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

/** Steps longer than this many bytes are not read for a list. */
const READABLE_BYTES = 50_000;

/** The newest changes first; `before` continues an earlier list. */
export function listHistory(book: Book, before: number | null, limit: number): JournalEntry[] {
  const sql = `
    SELECT id, at, author, label, undone, CASE WHEN octet_length(steps) <= ${READABLE_BYTES} THEN steps END
    FROM journal WHERE id < ? ORDER BY id DESC LIMIT ?`;
  return images(book.db, sql, before ?? Number.MAX_SAFE_INTEGER, limit).map(
    ([id, at, author, label, undone, steps]) => ({
      id: whole(id),
      at: String(at),
      author: String(author),
      label: String(label),
      undone: undone === 1,
      steps: steps === null ? null : stepsFrom(steps),
    }),
  );
}

/** Labels of what would be undone and redone next; null where there is nothing. */
export function nextSteps(book: Book): { readonly undo: string | null; readonly redo: string | null } {
  const undo = value(book.db, 'SELECT label FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1');
  const redo = value(book.db, 'SELECT label FROM journal WHERE undone = 1 ORDER BY id LIMIT 1');
  return { undo: undo === null ? null : String(undo), redo: redo === null ? null : String(redo) };
}
