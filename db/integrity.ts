/** The whole examination of a book, on demand. */
import type { Book } from './book.ts';

/** What is wrong with a book, in SQLite's words; empty when nothing is. Reads every page and every index entry. */
export function examine(book: Book): readonly string[] {
  const pages = book.db.pragma('integrity_check(20)');
  const references = book.db.pragma('foreign_key_check');
  const texts = Array.isArray(pages) ? pages.map((row: unknown) => firstText(row)) : ['?'];
  const broken = Array.isArray(references) ? references.length : 0;
  return [...texts.filter((text) => text !== 'ok'), ...(broken === 0 ? [] : [`foreign_key_check: ${broken}`])];
}

function firstText(row: unknown): string {
  return typeof row === 'object' && row !== null ? String(Object.values(row)[0]) : String(row);
}
