/** Preferences of the window kept with the book: widths, the last budget, the unit of display. Not in the history. */
import type { Book } from './book.ts';
import { transaction } from './journal.ts';
import { statement, value } from './statements.ts';

/** The stored text of a preference, or null. */
export function readSetting(book: Book, key: string): string | null {
  const found = value(book.db, 'SELECT value FROM setting WHERE key = ?', key);
  return found === null ? null : String(found);
}

/** Keeps a preference. @throws FailureError when the book cannot be written. */
export function writeSetting(book: Book, key: string, text: string): void {
  const sql = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
  transaction(book, () => statement(book.db, sql).run(key, text));
}
