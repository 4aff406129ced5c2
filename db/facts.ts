/** The facts that tables and checks are functions of, read from the book. */
import { fail } from '../shared/api/failure.ts';
import type { CodeBook } from '../shared/codes/code-book.ts';
import type { FactsContext, LineFact } from '../shared/facts/fact.ts';
import type { Book } from './book.ts';
import { layoutOf } from './layout.ts';
import { findRow, listRows } from './read.ts';
import { recordStatement } from './statements.ts';

/** Columns named as the keys of LineFact, all but its id. */
const DIMENSIONS = `
  budget.unit_id AS unitId, side, origin, fund, functional, revenue, nature, dept_economic AS deptEconomic,
  gov_economic AS govEconomic, use, project_id AS projectId, amount`;

const LINE_FACT = `line.id, ${DIMENSIONS}`;

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
    projects: listRows(book, 'project', budgetId).map(({ id, name, confidential }) => {
      return { id, unitId: unit.id, name, confidential };
    }),
    codes: codes(budget.year),
  };
}

/** The lines of a budget in book order, one at a time: the caller need not hold 100,000 of them twice. */
export function readLineFacts(book: Book, budgetId: number): Iterable<LineFact> {
  const sql = `
    SELECT ${LINE_FACT} FROM budget CROSS JOIN line ON line.budget_id = budget.id
    WHERE budget.id = ? ORDER BY line.position, line.id`;
  // STRICT columns and their CHECKs hold every value to the type and vocabulary that LineFact names.
  return recordStatement(book.db, sql).iterate(budgetId) as Iterable<LineFact>;
}

/** Lines of a budget that lie ready in a table of their own, in their order, under ids that no line of the book has. */
export function readReadyFacts(book: Book, budgetId: number, table: string): readonly LineFact[] {
  const sql = `SELECT -1 - at AS id, ${DIMENSIONS} FROM budget CROSS JOIN ${table} WHERE budget.id = ? ORDER BY at`;
  // They have been checked by the field list that the schema is made of.
  return recordStatement(book.db, sql).all(budgetId) as readonly LineFact[];
}

/** A line as a fact, with the budget it belongs to. */
export type PlacedFact = LineFact & { readonly budgetId: number };

const PLACED = `
  SELECT line.budget_id AS budgetId, ${LINE_FACT} FROM line JOIN budget ON budget.id = line.budget_id WHERE line.id`;

/** Those of some lines that are in the book, as facts. A pasted block has ids without a gap and is read at a stroke. */
export function readSomeLineFacts(book: Book, ids: ReadonlySet<number>): readonly PlacedFact[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const id of ids) {
    first = Math.min(first, id);
    last = Math.max(last, id);
  }
  // As above; `id` is the primary key, so there is one row or none for each.
  if (ids.size > 1 && last - first + 1 === ids.size) {
    return recordStatement(book.db, `${PLACED} BETWEEN ? AND ?`).all(first, last) as readonly PlacedFact[];
  }
  const one = recordStatement(book.db, `${PLACED} = ?`);
  return [...ids].flatMap((id) => (one.get(id) as PlacedFact | undefined) ?? []);
}
