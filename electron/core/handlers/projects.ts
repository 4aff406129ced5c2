/** Projects as wholes: looking at all of them, duplicating, merging, splitting, moving lines between them. */
import type { Change } from '../../../db/book.ts';
import { moveRows } from '../../../db/move.ts';
import { projectLines, projectsOfLines } from '../../../db/project-lines.ts';
import { findRow, listIndicators, listRows, rowsById, rowsReferring } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { RowOfEntity } from '../../../shared/entities/index.ts';
import { copiedProcurement, fresh, procurementOf, sheetAmounts } from '../../../shared/projects/copy.ts';
import { planMerge } from '../../../shared/projects/merge.ts';
import { projectOverviews } from '../../../shared/projects/overview.ts';
import { following, planSplit } from '../../../shared/projects/split.ts';
import { groupedBy } from '../../../shared/shape/grouped-by.ts';
import type { Context, Handlers } from '../context.ts';
import { openFindingsOf } from '../findings.ts';

type Project = RowOfEntity<'project'>;
type Line = RowOfEntity<'line'>;

export const projectHandlers = {
  'project.overview': async ({ budgetId }, ctx) => {
    const findings = await openFindingsOf(budgetId, ctx);
    const book = ctx.book();
    return projectOverviews({
      findings,
      projects: listRows(book, 'project', budgetId),
      lines: projectLines(book, budgetId),
      projectOfLine: projectsOfLines(book, budgetId),
      procurement: listRows(book, 'procurement', budgetId),
      goalSheets: listRows(book, 'goalSheet', budgetId),
      indicators: listIndicators(book, budgetId),
    });
  },

  'project.duplicate': (input, ctx) => {
    const { name } = projectAt(ctx, input.projectId);
    const projectId = ctx.change(`复制项目“${short(name)}”`, (change) => {
      const project = projectAt(ctx, input.projectId);
      const budgetId = budgetOf(project);
      const lines = rowsReferring(change.book, 'line', 'projectId', project.id);
      const procurement = procurementAt(change, project, lines);
      const copy = addBelow(change, project, input.name);
      const lineIds = input.lines ? copyLines(change, budgetId, lines, copy.id) : new Map<number, number>();
      if (input.goalSheet) copyGoalSheet(change, project, copy.id, input.lines ? 'keep' : 'clear');
      if (input.procurement) {
        const copies = procurement.map((item) => copiedProcurement(item, copy.id, lineIds));
        insertMany(change, 'procurement', budgetId, copies);
      }
      return copy.id;
    });
    return { projectId, state: ctx.state() };
  },

  'project.merge': ({ intoId, projects, goalSheetOf, indicators }, ctx) => {
    const into = projectAt(ctx, intoId);
    const merged = ctx.change(`合并${projects.length}个项目为“${short(into.name)}”`, (change) => {
      const seen = seenProjects(ctx, intoId, projects);
      const budgetId = budgetOf(into);
      const kept = projectAt(ctx, intoId);
      const lines = seen.flatMap(({ id }) => rowsReferring(change.book, 'line', 'projectId', id));
      const sheets = seen.flatMap(({ id }) => rowsReferring(change.book, 'goalSheet', 'projectId', id));
      const plan = planMerge({
        into: kept,
        others: seen.filter(({ id }) => id !== intoId),
        lines,
        procurement: seen.flatMap(({ id }) => rowsReferring(change.book, 'procurement', 'projectId', id)),
        goalSheets: sheets,
        indicators: sheets.flatMap(({ id }) => listRows(change.book, 'indicator', id)),
        goalSheetOf,
        moveIndicators: indicators,
      });
      applyRows(change, 'line', budgetId, plan.lines, []);
      applyRows(change, 'procurement', budgetId, plan.procurement, []);
      if (plan.goalSheet !== null) {
        moveRows(change, 'indicator', plan.indicators, plan.goalSheet.id);
        // The sheets given up go first: a project has one sheet only.
        applyRows(change, 'goalSheet', budgetId, [plan.goalSheet], plan.goalSheetsGivenUp);
      }
      applyRows(change, 'project', budgetId, [plan.project], plan.projectsRemoved);
      return {
        lines: plan.lines.length,
        procurement: plan.procurement.length,
        indicators: plan.indicators.length,
        goalSheetsGivenUp: plan.goalSheetsGivenUp.length,
      };
    });
    return { projectId: intoId, ...merged, state: ctx.state() };
  },

  'project.split': (input, ctx) => {
    const { name } = projectAt(ctx, input.projectId);
    const projectId = ctx.change(`从项目“${short(name)}”拆出“${short(input.name)}”`, (change) => {
      const project = projectAt(ctx, input.projectId);
      assertSeen(project, input.revision);
      const budgetId = budgetOf(project);
      const lines = rowsReferring(change.book, 'line', 'projectId', project.id);
      const procurement = rowsReferring(change.book, 'procurement', 'projectId', project.id);
      const part = addBelow(change, project, input.name);
      const plan = planSplit({ project, lines, procurement, parts: input.lines }, part.id);
      applyRows(change, 'line', budgetId, plan.moved, []);
      for (const { left, part: taken } of plan.cut) {
        const beside = { ...taken, id: null, revision: null, position: left.position + 1 };
        applyRows(change, 'line', budgetId, [left, beside], []);
      }
      applyRows(change, 'procurement', budgetId, plan.procurement, []);
      if (input.goalSheet) copyGoalSheet(change, project, part.id, 'clear');
      return part.id;
    });
    return { projectId, state: ctx.state() };
  },

  'project.moveLines': ({ projectId, lines }, ctx) => {
    const { name } = projectAt(ctx, projectId);
    if (lines.length === 0) fail('INVALID_INPUT', { place: '预算明细', reason: '请选择要移动的明细。' }, 'lines');
    ctx.change(`移动${lines.length}条明细到项目“${short(name)}”`, (change) => {
      const budgetId = budgetOf(projectAt(ctx, projectId));
      const rows = new Map(
        rowsById(
          change.book,
          'line',
          lines.map(({ id }) => id),
        ).map((row) => [row.id, row]),
      );
      const before = lines.map(({ id, revision }): Line => {
        const row = rows.get(id);
        // A line named twice is not there any more the second time.
        rows.delete(id);
        return { ...(row ?? fail('NOT_FOUND', { what: '预算明细' }, 'lines')), revision };
      });
      applyRows(
        change,
        'line',
        budgetId,
        before.map((line) => ({ ...line, projectId })),
        [],
      );
      for (const [from, moved] of groupedBy(before, (line) => line.projectId)) {
        if (from === null) continue;
        const paid = rowsReferring(change.book, 'procurement', 'projectId', from);
        applyRows(change, 'procurement', budgetId, following(paid, moved, projectId), []);
      }
    });
    return { projectId, state: ctx.state() };
  },
} satisfies Pick<
  Handlers,
  'project.overview' | 'project.duplicate' | 'project.merge' | 'project.split' | 'project.moveLines'
>;

function projectAt(ctx: Context, id: number): Project {
  return findRow(ctx.book(), 'project', id) ?? fail('NOT_FOUND', { what: '项目' });
}

function budgetOf(project: Project): number {
  return project.parentId ?? fail('NOT_FOUND', { what: '单位预算' });
}

/** The projects to be merged, in book order, as the user saw them. */
function seenProjects(ctx: Context, intoId: number, seen: readonly { id: number; revision: number }[]): Project[] {
  const place = '要合并的项目';
  const ids = new Set(seen.map(({ id }) => id));
  if (ids.size < 2 || ids.size < seen.length) {
    fail('INVALID_INPUT', { place, reason: '请选择两个或更多不同的项目。' }, 'projects');
  }
  if (!ids.has(intoId)) fail('INVALID_INPUT', { place, reason: '保留的项目应在其中。' }, 'intoId');
  const projects = seen.map(({ id, revision }) => {
    const project = projectAt(ctx, id);
    assertSeen(project, revision);
    return project;
  });
  if (new Set(projects.map(({ parentId }) => parentId)).size > 1) {
    fail('INVALID_INPUT', { place, reason: '不同单位预算的项目不能合并。' }, 'projects');
  }
  return projects.sort((left, right) => left.position - right.position || left.id - right.id);
}

function assertSeen(project: Project, revision: number): void {
  if (project.revision !== revision) fail('CONFLICT', { what: `项目“${project.name}”` });
}

/** A new project like the given one, under a name of its own, below it. What ties it to other years stays behind. */
function addBelow(change: Change, project: Project, name: string): Project {
  const draft = { ...fresh(project), name, code: null, lineage: null, id: null, revision: null };
  const [added] = applyRows(change, 'project', project.parentId, [{ ...draft, position: project.position + 1 }], []);
  return added ?? fail('NOT_FOUND', { what: '项目' });
}

function procurementAt(
  change: Change,
  project: Project,
  lines: readonly Line[],
): readonly RowOfEntity<'procurement'>[] {
  const items = listRows(change.book, 'procurement', project.parentId);
  return procurementOf(project.id, new Set(lines.map(({ id }) => id)), items);
}

/** @returns id of the copy by id of the line */
function copyLines(change: Change, budgetId: number, lines: readonly Line[], projectId: number): Map<number, number> {
  const first = insertMany(
    change,
    'line',
    budgetId,
    lines.map((line) => ({ ...fresh(line), projectId })),
  );
  return new Map(lines.map(({ id }, index) => [id, first + index]));
}

/** Copies the goal sheet, if there is one, with its indicators; the copy takes the new project's name. */
function copyGoalSheet(change: Change, project: Project, toProjectId: number, amounts: 'keep' | 'clear'): void {
  const [sheet] = rowsReferring(change.book, 'goalSheet', 'projectId', project.id);
  if (sheet === undefined) return;
  const own = sheetAmounts((name) => (amounts === 'keep' ? sheet[name] : null));
  const copy = { ...fresh(sheet), ...own, projectId: toProjectId, nameOnSheet: null };
  const sheetId = insertMany(change, 'goalSheet', project.parentId, [copy]);
  insertMany(change, 'indicator', sheetId, listRows(change.book, 'indicator', sheet.id).map(fresh));
}

/** A name that leaves room in a label. */
function short(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
