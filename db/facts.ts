/** The facts that tables and checks are functions of, read from the book. */
import { fail } from '../shared/api/failure.ts';
import type { CodeBook } from '../shared/codes/code-book.ts';
import type { FactsContext, LineFact } from '../shared/facts/fact.ts';
import type { Book, Cell } from './book.ts';
import { layoutOf } from './layout.ts';
import { findRow, listRows } from './read.ts';
import { image, statement, whole } from './statements.ts';

const LINE_COLUMNS = [
  'id',
  'side',
  'origin',
  'fund',
  'functional',
  'revenue',
  'nature',
  'dept_economic',
  'gov_economic',
  'use',
  'project_id',
  'amount',
]
  .map((column) => `line."${column}"`)
  .join(', ');

/**
 * What the lines of a budget refer to.
 * @param codes the code book of a fiscal year
 * @throws FailureError NOT_FOUND when there is no such budget
 */
export function readFactsContext(book: Book, budgetId: number, codes: (year: number) => CodeBook): FactsContext {
  const budget = findRow(book, 'budget', budgetId);
  if (budget === null) fail('NOT_FOUND', { what: layoutOf('budget').label });
  const unit = findRow(book, 'unit', budget.unitId);
  if (unit === null) fail('NOT_FOUND', { what: layoutOf('unit').label });
  return {
    year: budget.year,
    unitName: unit.name,
    units: [{ id: unit.id, name: unit.name, kind: unit.kind }],
    projects: listRows(book, 'project', budgetId).map(({ id, name }) => ({ id, unitId: unit.id, name })),
    codes: codes(budget.year),
  };
}

/** The lines of a budget in book order, one at a time: the caller need not hold 100,000 of them twice. */
export function* readLineFacts(book: Book, budgetId: number): Iterable<LineFact> {
  const unitId = image(book.db, 'SELECT unit_id FROM budget WHERE id = ?', budgetId)?.[0] ?? 0;
  const sql = `SELECT ${LINE_COLUMNS} FROM line WHERE budget_id = ? ORDER BY position, id`;
  // Raw mode: each row is an array of stored values in the order of LINE_COLUMNS.
  for (const cells of statement(book.db, sql).iterate(budgetId) as IterableIterator<Cell[]>) {
    yield lineFact(cells, unitId);
  }
}

/** One line as a fact with the budget it belongs to, or null when it is gone. */
export function readLineFact(book: Book, id: number): { readonly budgetId: number; readonly fact: LineFact } | null {
  const sql = `SELECT ${LINE_COLUMNS}, budget.unit_id, line.budget_id FROM line JOIN budget ON budget.id = line.budget_id WHERE line.id = ?`;
  const cells = image(book.db, sql, id);
  if (cells === null) return null;
  return { budgetId: whole(cells[13]), fact: lineFact(cells, cells[12] ?? 0) };
}

function lineFact(cells: readonly Cell[], unitId: Cell): LineFact {
  const [id, side, origin, fund, functional, revenue, nature, deptEconomic, govEconomic, use, projectId, amount] =
    cells;
  // STRICT columns and their CHECKs hold every cell to the type and vocabulary that LineFact names.
  return {
    id,
    unitId,
    side,
    origin,
    fund,
    functional,
    revenue,
    nature,
    deptEconomic,
    govEconomic,
    use,
    projectId,
    amount,
  } as LineFact;
}
