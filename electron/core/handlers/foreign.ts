/** Published workbooks of other origin: read, recognised, audited; their totals taken as prior-year figures. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Change } from '../../../db/book.ts';
import { findRow, listRows } from '../../../db/read.ts';
import { applyRows } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import { createCodeBook } from '../../../shared/codes/index.ts';
import type { DraftOfEntity } from '../../../shared/entities/index.ts';
import { labelOf, STAGES } from '../../../shared/entities/vocabulary.ts';
import { priorFigures } from '../../../shared/foreign/prior.ts';
import { foreignRows, foreignSheet } from '../../../shared/foreign/state.ts';
import type { Context, Handlers } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { renderFindings } from '../export/findings-workbook.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { OpenForeign } from '../foreign/open-foreign.ts';
import { FOREIGN_EXTENSIONS, readForeign } from '../foreign/read-foreign.ts';
import { makeBook } from '../make-book.ts';
import { newDraft } from '../new-draft.ts';

export const foreignHandlers = {
  'foreign.open': async ({ jobId }, ctx) => {
    const path = await ctx.port.chooseOpen({ title: '打开外来公开表', extensions: FOREIGN_EXTENSIONS });
    if (path === null) return fail('CANCELLED');
    return ctx.jobs.run(jobId, `读取 ${basename(path)}`, async (job) => {
      const book = await readForeign(path, (done, total) => {
        job.check();
        job.progress(done, total);
      });
      // A bureau's own code list in the open book counts here, too.
      const codes = (year: number) => (ctx.desk.session === null ? createCodeBook(year) : ctx.codes(year));
      const foreign = new OpenForeign(randomUUID(), book, codes, ctx.port.now().getFullYear());
      ctx.foreigns.put(foreign);
      return foreign.state();
    });
  },

  'foreign.sheet': ({ fileId, sheet }, ctx) => foreignSheet(ctx.foreigns.get(fileId).sheet(sheet)),
  'foreign.rows': ({ fileId, sheet, from, count }, ctx) => foreignRows(ctx.foreigns.get(fileId), sheet, from, count),

  'foreign.table': ({ fileId, piece, no, auto }, ctx) => {
    const foreign = ctx.foreigns.get(fileId);
    foreign.setTable(piece, auto ? undefined : no);
    return foreign.state();
  },

  'foreign.column': ({ fileId, piece, column, slot }, ctx) => {
    const foreign = ctx.foreigns.get(fileId);
    foreign.setColumn(piece, column, slot);
    return foreign.state();
  },

  'foreign.money': ({ fileId, piece, money }, ctx) => {
    const foreign = ctx.foreigns.get(fileId);
    foreign.setMoney(piece, money);
    return foreign.state();
  },

  'foreign.export': ({ fileId, jobId }, ctx) => {
    const foreign = ctx.foreigns.get(fileId);
    return writeChosen(ctx, {
      jobId,
      title: '导出审核结果',
      suggestedName: fileName(`${foreign.book.name.replace(/\.[^.]*$/, '')} 审核结果`, 'xlsx'),
      extension: 'xlsx',
      render: () => renderFindings(foreign.state(), foreign.audit.findings, ctx.port.now()),
    });
  },

  'foreign.prior': ({ fileId, budgetId }, ctx) => {
    const { year } = ctx.foreigns.get(fileId).recognition;
    const there = new Map(
      budgetId === null ? [] : listRows(ctx.book(), 'prior', budgetId).map((row) => [row.measure, row.amount]),
    );
    const { view, figures: all } = figuresOf(fileId, budgetId, ctx);
    const figures = all.map((figure) => ({ ...figure, there: there.get(figure.measure) ?? null }));
    return { year, unitName: view.document.unitName, figures };
  },

  'foreign.takePrior': ({ fileId, budgetId, unitId, year, stage, measures }, ctx) => {
    ctx.writable();
    const { name } = ctx.foreigns.get(fileId).book;
    const wanted = chosenFigures(fileId, budgetId, measures, ctx);
    if (budgetId !== null && findRow(ctx.book(), 'budget', budgetId) === null) fail('NOT_FOUND', { what: '单位预算' });
    const fresh = budgetId === null ? newBudget({ unitId, year, stage }) : null;
    const made = fresh === null ? '' : `新建${fresh.year}年单位预算（${labelOf(STAGES, fresh.stage)}），`;
    const into = ctx.change(`${made}上年数取自“${name}”`, (change) => {
      const [row] = fresh === null ? [] : applyRows(change, 'budget', null, [fresh], []);
      const target = row?.id ?? budgetId;
      if (target === null) throw new Error('the new budget was not answered');
      takeFigures(change, target, wanted);
      return target;
    });
    return { budgetId: into, filled: wanted.length, state: ctx.state() };
  },

  'foreign.startBook': ({ fileId, measures, ...input }, ctx) => {
    const figures = chosenFigures(fileId, null, measures, ctx);
    return makeBook(input, ctx, (change, budgetId) => takeFigures(change, budgetId, figures));
  },

  'foreign.close': ({ fileId }, ctx) => {
    ctx.foreigns.clear(fileId);
    return null;
  },
} satisfies Pick<
  Handlers,
  | 'foreign.open'
  | 'foreign.sheet'
  | 'foreign.rows'
  | 'foreign.table'
  | 'foreign.column'
  | 'foreign.money'
  | 'foreign.export'
  | 'foreign.prior'
  | 'foreign.takePrior'
  | 'foreign.startBook'
  | 'foreign.close'
>;

type Figure = Pick<DraftOfEntity<'prior'>, 'measure' | 'amount' | 'rounded'>;

/** Figures of the unit whose budget takes them, where the workbook has tables of several units. */
function figuresOf(fileId: string, budgetId: number | null, ctx: Context) {
  const budget = budgetId === null ? null : findRow(ctx.book(), 'budget', budgetId);
  const unit = budget === null ? null : findRow(ctx.book(), 'unit', budget.unitId);
  const checked = ctx.foreigns.get(fileId).checked(unit?.name ?? null);
  return { view: checked.view, figures: priorFigures(checked) };
}

/** The chosen figures. @throws FailureError INVALID_INPUT for one that the workbook does not have. */
function chosenFigures(
  fileId: string,
  budgetId: number | null,
  measures: readonly string[],
  ctx: Context,
): readonly Figure[] {
  const { figures: all } = figuresOf(fileId, budgetId, ctx);
  return measures.map((wanted, at) => {
    const found = all.find(({ measure }) => measure === wanted);
    if (found === undefined || found.amount === null) {
      const reason = `文件里没有“${found?.label ?? wanted}”。`;
      return fail('INVALID_INPUT', { place: '上年数', reason }, `measures[${at}]`);
    }
    return { measure: found.measure, amount: found.amount, rounded: found.rounded };
  });
}

const priorDraft = (figure: Figure): DraftOfEntity<'prior'> => ({
  id: null,
  revision: null,
  position: null,
  ...figure,
});

/** @throws FailureError INVALID_INPUT when a part is missing. */
function newBudget(given: {
  readonly unitId: number | null;
  readonly year: number | null;
  readonly stage: string | null;
}) {
  if (Object.values(given).includes(null))
    fail('INVALID_INPUT', { place: '上年数', reason: '请选择单位、年度和阶段。' }, 'unitId');
  return newDraft('budget', { ...given, status: 'draft' });
}

/** Writes the figures into a budget, over those that it has. */
function takeFigures(change: Change, budgetId: number, figures: readonly Figure[]): void {
  const there = new Map(listRows(change.book, 'prior', budgetId).map((row) => [row.measure, row]));
  const drafts = figures.map((figure) => ({ ...priorDraft(figure), ...there.get(figure.measure), ...figure }));
  applyRows(change, 'prior', budgetId, drafts, []);
}
