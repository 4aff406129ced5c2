/** What follows from the entered figures: totals, tables, findings, overview, code lists. */
import { listRows, rowsById } from '../../../db/read.ts';
import { sumFen, ZERO_FEN } from '../../../shared/money/fen.ts';
import { overviewOf } from '../../../shared/overview/overview.ts';
import type { Handlers } from '../context.ts';
import { findingsOf } from '../findings.ts';

/** At most this many lines behind a cell are sent; the count is exact. */
const MAX_CELL_LINES = 5_000;

export const tableHandlers = {
  'totals.get': ({ budgetId }, ctx) => ctx.facts(budgetId).totals(),

  'overview.get': async ({ budgetId }, ctx) => {
    const findings = await findingsOf(budgetId, ctx);
    const book = ctx.book();
    return overviewOf({
      facts: ctx.facts(budgetId),
      prior: listRows(book, 'prior', budgetId),
      findings,
      projects: listRows(book, 'project', budgetId).length,
      goalSheets: listRows(book, 'goalSheet', budgetId).length,
      procurement: sumFen(listRows(book, 'procurement', budgetId).map(({ amount }) => amount)),
    });
  },

  'table.get': ({ budgetId, no }, ctx) => ctx.facts(budgetId).table(no),

  'table.all': ({ budgetId }, ctx) => ({ revision: ctx.state().revision, tables: ctx.facts(budgetId).tables() }),

  'table.cellLines': ({ budgetId, no, ...at }, ctx) => {
    const facts = ctx.facts(budgetId);
    const cell = { table: no, ...at };
    const ids = facts.linesOf(cell);
    const lines = rowsById(ctx.book(), 'line', ids.slice(0, MAX_CELL_LINES));
    return { lines, total: facts.cell(cell) ?? ZERO_FEN, count: ids.length };
  },

  'codes.list': ({ catalogue, year }, ctx) => ctx.codes(year).list(catalogue),
} satisfies Pick<
  Handlers,
  'totals.get' | 'overview.get' | 'table.get' | 'table.all' | 'table.cellLines' | 'codes.list'
>;
