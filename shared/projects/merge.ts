/** Several projects become one: what moves, what stays, what goes. Sums stay as they are. */
import { fail } from '../api/failure.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { type Fen, fen, MAX_FEN } from '../money/fen.ts';
import { sheetAmounts } from './copy.ts';

export interface MergeInput {
  /** The project that stays. */
  readonly into: RowOfEntity<'project'>;
  /** The projects that go, in book order. */
  readonly others: readonly RowOfEntity<'project'>[];
  /** Rows of all of them. */
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  /** Project whose goal sheet is kept; null = the one of `into`, else of the first other that has one. */
  readonly goalSheetOf: number | null;
  /** Whether indicators of the other sheets come to the kept one. */
  readonly moveIndicators: boolean;
}

export interface MergePlan {
  readonly project: RowOfEntity<'project'>;
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  /** The sheet that stays, as it becomes. */
  readonly goalSheet: RowOfEntity<'goalSheet'> | null;
  readonly goalSheetsGivenUp: readonly number[];
  /** Indicators that come to the kept sheet. */
  readonly indicators: readonly number[];
  readonly projectsRemoved: readonly number[];
}

/** @throws FailureError INVALID_INPUT when the chosen project has no goal sheet, AMOUNT_OVERFLOW */
export function planMerge(input: MergeInput): MergePlan {
  const { into, others } = input;
  const kept = keptSheet(input);
  const given = input.goalSheets.filter((sheet) => sheet !== kept);
  return {
    project: { ...into, lineage: into.lineage ?? others.find(({ lineage }) => lineage !== null)?.lineage ?? null },
    lines: elsewhere(input.lines, into.id),
    procurement: elsewhere(input.procurement, into.id),
    goalSheet: kept === null ? null : { ...kept, ...sums(input.goalSheets), projectId: into.id },
    goalSheetsGivenUp: given.map(({ id }) => id),
    indicators: kept === null || !input.moveIndicators ? [] : comingIndicators(input.indicators, kept.id),
    projectsRemoved: others.map(({ id }) => id),
  };
}

function keptSheet({ into, others, goalSheets, goalSheetOf }: MergeInput): RowOfEntity<'goalSheet'> | null {
  const sheetOf = (id: number) => goalSheets.find(({ projectId }) => projectId === id);
  if (goalSheetOf === null) {
    return [into, ...others].map(({ id }) => sheetOf(id)).find((sheet) => sheet !== undefined) ?? null;
  }
  const sheet = sheetOf(goalSheetOf);
  if (sheet !== undefined) return sheet;
  const project = [into, ...others].find(({ id }) => id === goalSheetOf);
  const reason = project === undefined ? '所选项目不在要合并的项目中。' : `项目“${project.name}”没有绩效目标表。`;
  return fail('INVALID_INPUT', { place: '绩效目标表取自', reason }, 'goalSheetOf');
}

function elsewhere<R extends { readonly projectId: number | null }>(rows: readonly R[], projectId: number): R[] {
  return rows
    .filter((row) => row.projectId !== null && row.projectId !== projectId)
    .map((row) => ({ ...row, projectId }));
}

/** Money of the merged project: what the sheets say, added up; a field that none fills stays empty. */
function sums(sheets: readonly RowOfEntity<'goalSheet'>[]) {
  return sheetAmounts((name) => {
    const filled = sheets.map((sheet) => sheet[name]).filter((amount) => amount !== null);
    return filled.length === 0 ? null : added(filled);
  });
}

function added(amounts: readonly Fen[]): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total > MAX_FEN ? fail('AMOUNT_OVERFLOW') : fen(total);
}

/** Indicators of other sheets; one that says the same as another is not needed twice. */
function comingIndicators(indicators: readonly RowOfEntity<'indicator'>[], keptId: number): readonly number[] {
  const meaning = ({ id: _, revision: __, parentId: ___, position: ____, ...fields }: RowOfEntity<'indicator'>) =>
    JSON.stringify(fields);
  const said = new Set(indicators.filter(({ parentId }) => parentId === keptId).map(meaning));
  return indicators.flatMap((indicator) => {
    if (indicator.parentId === keptId || said.has(meaning(indicator))) return [];
    said.add(meaning(indicator));
    return [indicator.id];
  });
}
