/** The indicators of all budgets of a book, counted by SQLite: what the library is made of. */
import type { CountedIndicator } from '../shared/goals/library.ts';
import type { Book } from './book.ts';
import { count, recordStatement } from './statements.ts';

/** Indicators that differ in nothing but period and value, newest sheets first, with how many sheets have them. */
export function countedIndicators(book: Book): CountedIndicator[] {
  const sql = `
    SELECT level2, level3, operator, measure, nature, direction, count(DISTINCT goal_sheet_id) AS uses
    FROM indicator GROUP BY level2, level3, operator, measure, nature, direction ORDER BY max(goal_sheet_id) DESC`;
  // STRICT columns and their CHECKs hold every value to its vocabulary.
  return recordStatement(book.db, sql).all() as CountedIndicator[];
}

/** The goal sheet of an indicator; null when there is none with this id. */
export function sheetOfIndicator(book: Book, id: number): number | null {
  const sheet = count(book.db, 'SELECT goal_sheet_id FROM indicator WHERE id = ?', id);
  return sheet === 0 ? null : sheet;
}
