/** The lines of projects, summed by SQLite: a list of 5,000 projects needs no line by itself. */
import type { FundAmount } from '../shared/goals/funding.ts';
import type { ProjectLines } from '../shared/projects/overview.ts';
import type { Book } from './book.ts';
import { images, recordStatement, whole } from './statements.ts';

/** Lines of a budget's projects with their exact sums in 分, by project, side, fund and year of the money. */
export function projectLines(book: Book, budgetId: number): ProjectLines[] {
  const sql = `
    SELECT project_id AS projectId, side, fund, origin, count(*) AS lines, sum(amount) AS amount
    FROM line WHERE budget_id = ? AND project_id IS NOT NULL GROUP BY project_id, side, fund, origin`;
  // STRICT columns and their CHECKs hold every value to its vocabulary; every change keeps sums within exact 分.
  return recordStatement(book.db, sql).all(budgetId) as ProjectLines[];
}

/** The project of each line of a budget that has one, by the line's id. */
export function projectsOfLines(book: Book, budgetId: number): ReadonlyMap<number, number> {
  const sql = 'SELECT id, project_id FROM line WHERE budget_id = ? AND project_id IS NOT NULL';
  return new Map(images(book.db, sql, budgetId).map(([id, projectId]) => [whole(id), whole(projectId)]));
}

/** Expenditure of a budget by fund, exact, in 分. */
export function expenditureByFund(book: Book, budgetId: number): FundAmount[] {
  const sql = `
    SELECT fund, sum(amount) AS amount FROM line WHERE budget_id = ? AND side = 'expenditure' GROUP BY fund`;
  // As above.
  return recordStatement(book.db, sql).all(budgetId) as FundAmount[];
}

/** Expenditure of one project by fund, exact, in 分. */
export function projectExpenditure(book: Book, projectId: number): FundAmount[] {
  const sql = `
    SELECT fund, sum(amount) AS amount FROM line WHERE project_id = ? AND side = 'expenditure' GROUP BY fund`;
  // As above.
  return recordStatement(book.db, sql).all(projectId) as FundAmount[];
}
