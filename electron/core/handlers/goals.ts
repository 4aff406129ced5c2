/** Goal sheets as wholes: looking at all of them, making, copying between periods, reusing, changing their form. */
import type { Change } from '../../../db/book.ts';
import { countedIndicators, sheetOfIndicator } from '../../../db/indicator-counts.ts';
import { expenditureByFund, projectExpenditure, projectLines } from '../../../db/project-lines.ts';
import { findRow, listIndicators, listRows } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { DraftOfEntity, RowOfEntity } from '../../../shared/entities/index.ts';
import { planCopy } from '../../../shared/goals/copy-period.ts';
import { formOf } from '../../../shared/goals/forms.ts';
import { libraryOf } from '../../../shared/goals/library.ts';
import { placeOn } from '../../../shared/goals/map-form.ts';
import { newSheet } from '../../../shared/goals/new-sheet.ts';
import { goalOverview } from '../../../shared/goals/overview.ts';
import { reusedIndicators, reusedSheet } from '../../../shared/goals/reuse.ts';
import type { Context, Handlers } from '../context.ts';
import { openFindingsOf } from '../findings.ts';
import { goalSources } from '../goal-sources.ts';
import { ownersOf } from '../owners.ts';

type Sheet = RowOfEntity<'goalSheet'>;

export const goalHandlers = {
  'goal.overview': async ({ budgetId }, ctx) => {
    const findings = await openFindingsOf(budgetId, ctx);
    const book = ctx.book();
    const { unit } = ownersOf(budgetId, ctx);
    return goalOverview({
      unitName: unit.name,
      projects: listRows(book, 'project', budgetId),
      goalSheets: listRows(book, 'goalSheet', budgetId),
      indicators: listIndicators(book, budgetId),
      projectLines: projectLines(book, budgetId),
      unitLines: expenditureByFund(book, budgetId),
      findings,
    });
  },

  'goal.make': ({ budgetId, form: formId, projectIds, overall }, ctx) => {
    const subjects = [...projectIds, ...(overall ? [null] : [])];
    if (subjects.length === 0) fail('INVALID_INPUT', { place: '绩效目标表', reason: '请选择项目。' }, 'projectIds');
    const owners = withSuperior(ctx, budgetId);
    const form = formOf(formId);
    const name = projectIds.length === 1 && !overall ? `“${projectAt(ctx, projectIds[0] ?? 0, budgetId).name}”` : '';
    const label = name === '' ? `新建${subjects.length}张绩效目标表` : `新建${name}的绩效目标表`;
    const sheetIds = ctx.change(label, (change) => {
      const { book } = change;
      const rows = subjects.map((projectId) => {
        const project = projectId === null ? null : projectAt(ctx, projectId, budgetId);
        const lines = projectId === null ? expenditureByFund(book, budgetId) : projectExpenditure(book, projectId);
        return newSheet({ ...owners, project, lines, form });
      });
      const first = insertMany(change, 'goalSheet', budgetId, rows);
      return rows.map((_, index) => first + index);
    });
    return { sheetIds, state: ctx.state() };
  },

  'goal.copyToAnnual': ({ sheetId, indicators, all, goal }, ctx) => {
    const title = titleOf(ctx, sheetAt(ctx, sheetId));
    const count = ctx.change(`“${title}”实施期目标复制到年度`, (change) => {
      const sheet = sheetAt(ctx, sheetId);
      const own = listRows(change.book, 'indicator', sheetId);
      const drafts = planCopy(formOf(sheet.form), own, all ? null : new Set(indicators));
      applyRows(change, 'indicator', sheetId, drafts, []);
      if (goal) saveSheet(change, { ...sheet, annualGoal: sheet.implGoal });
      return drafts.length;
    });
    return { indicators: count, state: ctx.state() };
  },

  'goal.sources': ({ sheetId }, ctx) => goalSources(ctx.book(), sheetAt(ctx, sheetId)),

  'goal.reuse': ({ sheetId, revision, fromSheetId, parts, replace, moveYears }, ctx) => {
    const title = titleOf(ctx, sheetAt(ctx, sheetId));
    if (parts.length === 0) fail('INVALID_INPUT', { place: '内容', reason: '请选择要沿用的内容。' }, 'parts');
    const count = ctx.change(`沿用内容到“${title}”`, (change) => {
      const [to, from] = [{ ...sheetAt(ctx, sheetId), revision }, sheetAt(ctx, fromSheetId)];
      const years = moveYears ? yearOf(ctx, to) - yearOf(ctx, from) : 0;
      const ask = { parts: new Set(parts), years, form: formOf(to.form) };
      const own = listRows(change.book, 'indicator', sheetId);
      const gone = replace ? own.filter(({ period }) => ask.parts.has(period)).map(({ id }) => id) : [];
      const taken = reusedIndicators(listRows(change.book, 'indicator', fromSheetId), ask);
      saveSheet(change, reusedSheet(to, from, ask));
      applyRows(change, 'indicator', sheetId, [], gone);
      insertMany(change, 'indicator', sheetId, taken);
      return taken.length + gone.length;
    });
    return { indicators: count, state: ctx.state() };
  },

  'goal.changeForm': ({ sheets, form: formId }, ctx) => {
    const form = formOf(formId);
    const count = ctx.change(`${sheets.length}张绩效目标表改用“${form.label}”表式`, (change) => {
      let moved = 0;
      for (const id of sheets) {
        const sheet = sheetAt(ctx, id);
        const drafts = listRows(change.book, 'indicator', id).flatMap((one): DraftOfEntity<'indicator'>[] => {
          const place = placeOn(form, one);
          const stays = place === null || (place.level1 === one.level1 && place.level2 === one.level2);
          return stays ? [] : [{ ...one, ...place }];
        });
        applyRows(change, 'indicator', id, drafts, []);
        saveSheet(change, { ...sheet, form: formId });
        moved += drafts.length;
      }
      return moved;
    });
    return { indicators: count, state: ctx.state() };
  },

  'goal.library': (_input, ctx) => libraryOf(countedIndicators(ctx.book())),

  'goal.sheetOf': ({ indicatorId }, ctx) => sheetOfIndicator(ctx.book(), indicatorId),
} satisfies Pick<
  Handlers,
  | 'goal.overview'
  | 'goal.make'
  | 'goal.copyToAnnual'
  | 'goal.sources'
  | 'goal.reuse'
  | 'goal.changeForm'
  | 'goal.library'
  | 'goal.sheetOf'
>;

function sheetAt(ctx: Context, id: number): Sheet {
  return findRow(ctx.book(), 'goalSheet', id) ?? fail('NOT_FOUND', { what: '绩效目标表' });
}

function saveSheet(change: Change, sheet: Sheet): void {
  applyRows(change, 'goalSheet', sheet.parentId, [{ ...sheet, position: null }], []);
}

function projectAt(ctx: Context, id: number, budgetId: number): RowOfEntity<'project'> {
  const project = findRow(ctx.book(), 'project', id);
  if (project === null || project.parentId !== budgetId) fail('NOT_FOUND', { what: '项目' });
  return project;
}

function withSuperior(ctx: Context, budgetId: number) {
  const { budget, unit } = ownersOf(budgetId, ctx);
  const superior = unit.superiorId === null ? null : findRow(ctx.book(), 'unit', unit.superiorId);
  return { budget, unit, superior };
}

function yearOf(ctx: Context, { parentId }: Sheet): number {
  return ownersOf(parentId ?? 0, ctx).budget.year;
}

/** What a sheet is about, with room left in a label. */
function titleOf(ctx: Context, { projectId, nameOnSheet }: Sheet): string {
  const project = projectId === null ? null : findRow(ctx.book(), 'project', projectId);
  const name = nameOnSheet ?? project?.name ?? '单位整体绩效目标表';
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
