/** Opening the next year from this one, and this year's prior-year figures from last year's budget. */
import { randomUUID } from 'node:crypto';
import type { Book, Change } from '../../../db/book.ts';
import { markLineage } from '../../../db/lineage.ts';
import { findRow, listIndicators, listRows } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import { type CarryPlan, planCarry } from '../../../shared/carry-forward/plan.ts';
import { carryPreview } from '../../../shared/carry-forward/preview.ts';
import type { CarrySource } from '../../../shared/carry-forward/source.ts';
import type { RowOfEntity } from '../../../shared/entities/index.ts';
import { PRIOR_MEASURES } from '../../../shared/entities/prior-figure.ts';
import { labelOf, STAGES } from '../../../shared/entities/vocabulary.ts';
import { sumFen } from '../../../shared/money/fen.ts';
import { measureFigure } from '../../../shared/overview/overview.ts';
import type { Context, Handlers } from '../context.ts';

type Budget = RowOfEntity<'budget'>;

export const carryHandlers = {
  'carry.preview': ({ budgetId }, ctx) => {
    const book = ctx.book();
    const { unitId, year } = budgetAt(book, budgetId);
    const taken = listRows(book, 'budget', null).filter((each) => each.unitId === unitId && each.year === year + 1);
    return carryPreview(sourceOf(book, budgetId), new Set(taken.map(({ stage }) => stage)));
  },

  'carry.apply': ({ budgetId, stage, items, carryovers }, ctx) => {
    const { year } = budgetAt(ctx.writable(), budgetId);
    const prior = figuresOf(budgetId, ctx);
    const label = `由${year}年结转，新建${year + 1}年单位预算（${labelOf(STAGES, stage)}）`;
    const made = ctx.change(label, (change) => {
      const plan = planCarry(sourceOf(change.book, budgetId), { stage, items, carryovers, prior });
      return { budgetId: addPlanned(change, plan), plan };
    });
    const { plan } = made;
    return {
      budgetId: made.budgetId,
      year: year + 1,
      projects: plan.projects.length,
      lines: plan.lines.length,
      goalSheets: plan.goalSheets.length,
      indicators: plan.goalSheets.reduce((count, { indicators }) => count + indicators.length, 0),
      procurement: plan.procurement.length,
      assets: plan.assets.length,
      prior: plan.prior.length,
      carryover: plan.carryover,
      state: ctx.state(),
    };
  },

  'prior.fill': ({ budgetId, fromBudgetId, overwrite }, ctx) => {
    const from = priorBudget(ctx.writable(), budgetAt(ctx.book(), budgetId), fromBudgetId);
    const figures = figuresOf(from.id, ctx);
    const label = `上年数取自${from.year}年单位预算（${labelOf(STAGES, from.stage)}）`;
    const counts = ctx.change(label, (change) => {
      const there = new Map(listRows(change.book, 'prior', budgetId).map((row) => [row.measure, row]));
      const written = figures
        .filter(({ measure }) => overwrite || !there.has(measure))
        .map((figure) => ({
          ...(there.get(figure.measure) ?? { id: null, revision: null, position: null }),
          ...figure,
          rounded: false,
        }));
      applyRows(change, 'prior', budgetId, written, []);
      return { filled: written.length, kept: figures.length - written.length };
    });
    return { ...counts, fromBudgetId: from.id, state: ctx.state() };
  },
} satisfies Pick<Handlers, 'carry.preview' | 'carry.apply' | 'prior.fill'>;

function budgetAt(book: Book, budgetId: number): Budget {
  return findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
}

function sourceOf(book: Book, budgetId: number): CarrySource {
  return {
    budget: budgetAt(book, budgetId),
    projects: listRows(book, 'project', budgetId),
    lines: listRows(book, 'line', budgetId),
    procurement: listRows(book, 'procurement', budgetId),
    goalSheets: listRows(book, 'goalSheet', budgetId),
    indicators: listIndicators(book, budgetId),
    assets: listRows(book, 'asset', budgetId),
    narrative: listRows(book, 'narrative', budgetId),
  };
}

/** Every compared total of a budget, exact. */
function figuresOf(budgetId: number, ctx: Context) {
  const facts = ctx.facts(budgetId);
  const procurement = sumFen(listRows(ctx.book(), 'procurement', budgetId).map(({ amount }) => amount));
  return PRIOR_MEASURES.map(({ value: measure }) => ({ measure, amount: measureFigure(facts, measure, procurement) }));
}

/** Writes the planned rows, with the ids of this year's rows turned into those of the new ones. */
function addPlanned(change: Change, plan: CarryPlan): number {
  const budgetId = insertMany(change, 'budget', null, [plan.budget]);
  const projectIds = addProjects(change, budgetId, plan);
  const projectId = (id: number | null) => (id === null ? null : (projectIds.get(id) ?? null));
  const lines = plan.lines.map(({ row }) => ({ ...row, projectId: projectId(row.projectId) }));
  const firstLine = insertMany(change, 'line', budgetId, lines);
  const lineIds = new Map(
    plan.lines.flatMap(({ from }, index) => (from === null ? [] : [[from.id, firstLine + index] as const])),
  );
  insertMany(
    change,
    'procurement',
    budgetId,
    plan.procurement.map((item) => ({
      ...item,
      projectId: projectId(item.projectId),
      lineId: item.lineId === null ? null : (lineIds.get(item.lineId) ?? null),
    })),
  );
  const sheets = plan.goalSheets.map(({ row }) => ({ ...row, projectId: projectId(row.projectId) }));
  const firstSheet = insertMany(change, 'goalSheet', budgetId, sheets);
  plan.goalSheets.forEach(({ indicators }, index) => {
    insertMany(change, 'indicator', firstSheet + index, indicators);
  });
  insertMany(change, 'asset', budgetId, plan.assets);
  insertMany(change, 'prior', budgetId, plan.prior);
  insertMany(change, 'narrative', budgetId, plan.narrative);
  return budgetId;
}

/** @returns id of the new project by id of this year's */
function addProjects(change: Change, budgetId: number, { projects }: CarryPlan): ReadonlyMap<number, number> {
  const rows = projects.map(({ from, row }) => {
    const lineage = row.lineage ?? randomUUID();
    if (from !== null) markLineage(change, from.id, lineage);
    return { ...row, lineage };
  });
  const first = insertMany(change, 'project', budgetId, rows);
  return new Map(projects.flatMap(({ from }, index) => (from === null ? [] : [[from.id, first + index] as const])));
}

/** The budget that prior-year figures come from. @throws FailureError INVALID_INPUT when there is none. */
function priorBudget(book: Book, { unitId, year }: Budget, wanted: number | null): Budget {
  const place = '上年数';
  const candidates = listRows(book, 'budget', null).filter((each) => each.unitId === unitId && each.year === year - 1);
  if (wanted !== null) {
    const chosen = candidates.find(({ id }) => id === wanted);
    if (chosen !== undefined) return chosen;
    return fail('INVALID_INPUT', { place, reason: `所选的不是本单位${year - 1}年的单位预算。` }, 'fromBudgetId');
  }
  const latest = STAGES.toReversed()
    .map(({ value }) => candidates.find(({ stage }) => stage === value))
    .find((each) => each !== undefined);
  if (latest !== undefined) return latest;
  const reason = `账套中没有本单位${year - 1}年的单位预算，请先导入，或手工填写上年数。`;
  return fail('INVALID_INPUT', { place, reason }, 'budgetId');
}
