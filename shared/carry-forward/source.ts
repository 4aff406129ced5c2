/** The budget that is carried forward, with its rows by project. */
import type { RowOfEntity } from '../entities/index.ts';
import { groupedBy } from '../shape/grouped-by.ts';

export interface CarrySource {
  readonly budget: RowOfEntity<'budget'>;
  /** Rows of the budget, in book order. */
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  readonly assets: readonly RowOfEntity<'asset'>[];
  readonly narrative: readonly RowOfEntity<'narrative'>[];
}

/** What belongs to one project, or (`project: null`) to none. */
export interface CarryPart {
  readonly project: RowOfEntity<'project'> | null;
  /** This year's expenditure; what was carried over from an earlier year does not come again. */
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheet: RowOfEntity<'goalSheet'> | null;
  readonly indicators: readonly RowOfEntity<'indicator'>[];
}

/** The rows of a budget project by project, those without a project first. Linear in the number of rows. */
export function partsOf(source: CarrySource): readonly CarryPart[] {
  const lines = groupedBy(source.lines, ({ projectId }) => projectId);
  const projectOfLine = new Map(source.lines.map(({ id, projectId }) => [id, projectId]));
  const procurement = groupedBy(
    source.procurement,
    ({ projectId, lineId }) => projectId ?? (lineId === null ? null : (projectOfLine.get(lineId) ?? null)),
  );
  const sheets = new Map(source.goalSheets.map((sheet) => [sheet.projectId, sheet]));
  const indicators = groupedBy(source.indicators, ({ parentId }) => parentId);
  return [null, ...source.projects].map((project) => {
    const id = project?.id ?? null;
    const goalSheet = sheets.get(id) ?? null;
    return {
      project,
      lines: (lines.get(id) ?? []).filter(({ side, origin }) => side === 'expenditure' && origin === 'current'),
      procurement: procurement.get(id) ?? [],
      goalSheet,
      indicators: goalSheet === null ? [] : (indicators.get(goalSheet.id) ?? []),
    };
  });
}

/** This year's income: money carried over is stated anew each year. */
export function currentIncome(source: CarrySource): readonly RowOfEntity<'line'>[] {
  return source.lines.filter(({ side, origin }) => side === 'income' && origin === 'current');
}
