/** What follows from the entered figures: totals, tables, findings, overview, code lists. */
import { listRows, rowsById } from '../../../db/read.ts';
import { sumFen, ZERO_FEN } from '../../../shared/money/fen.ts';
import { overviewOf } from '../../../shared/overview/overview.ts';
import { budgetsIn, consolidationOf, factsIn } from '../consolidation.ts';
import type { Handlers } from '../context.ts';
import { findingsOf } from '../findings.ts';
import { ownersOf } from '../owners.ts';

/** At most this many lines behind a cell are sent; the count is exact. */
const MAX_CELL_LINES = 5_000;

export const tableHandlers = {
  'totals.get': (scope, ctx) => factsIn(scope, ctx).totals(),

  'table.foresee': ({ prepared, tables }, ctx) =>
    ctx.foresee(prepared, (facts) => {
      const { revision } = ctx.state();
      return { revision, totals: facts.totals(), tables: tables.map((no) => facts.table(no)) };
    }),

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

  'table.get': ({ no, ...scope }, ctx) => factsIn(scope, ctx).table(no),

  'table.all': (scope, ctx) => ({ revision: ctx.state().revision, tables: factsIn(scope, ctx).tables() }),

  'table.cellLines': ({ budgetId, consolidated, no, ...at }, ctx) => {
    const cell = { table: no, ...at };
    let room = MAX_CELL_LINES;
    const parts = budgetsIn({ budgetId, consolidated }, ctx).map((id) => {
      const facts = ctx.facts(id);
      const ids = facts.linesOf(cell);
      const lines = rowsById(ctx.book(), 'line', ids.slice(0, room));
      room -= lines.length;
      const unitName = ownersOf(id, ctx).unit.name;
      return { lines, from: { budgetId: id, unitName, total: facts.cell(cell) ?? ZERO_FEN, count: ids.length } };
    });
    return {
      lines: parts.flatMap(({ lines }) => lines),
      total: sumFen(parts.map(({ from }) => from.total)),
      count: parts.reduce((sum, { from }) => sum + from.count, 0),
      from: parts.flatMap(({ from }) => (from.count > 0 ? from : [])),
    };
  },

  'consolidation.get': ({ budgetId }, ctx) => consolidationOf(budgetId, ctx),

  'codes.list': ({ catalogue, year }, ctx) => ctx.codes(year).list(catalogue),
} satisfies Pick<
  Handlers,
  | 'totals.get'
  | 'table.foresee'
  | 'overview.get'
  | 'table.get'
  | 'table.all'
  | 'table.cellLines'
  | 'consolidation.get'
  | 'codes.list'
>;
