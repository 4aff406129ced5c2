/** Every goal sheet a budget should have, at a glance: one per project in book order, and the unit's overall one. */
import type { Finding, Severity } from '../checks/finding.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { ProjectLines } from '../projects/overview.ts';
import { FORM_FAMILIES } from './form-families/index.ts';
import type { FormBlock, FormFamily, Period } from './form-spec.ts';
import { formOf, layoutOf } from './forms.ts';
import { type FundAmount, fundingOf } from './funding.ts';

/** `missing`: there is none; `open`: parts of the form are empty; `wrong`: errors; `doubtful`: warnings; `complete`: none of these. */
export type SheetState = 'missing' | 'open' | 'wrong' | 'doubtful' | 'complete';

export interface GoalSheetOverview {
  /** Null for the unit's overall sheet. */
  readonly projectId: number | null;
  readonly name: string;
  readonly sheetId: number | null;
  readonly form: string | null;
  readonly indicators: Readonly<Record<Period, number>>;
  /** What the lines of the project (or of the unit) spend, by fund, nil left out. */
  readonly lines: readonly FundAmount[];
  /** Their sum. */
  readonly spent: Fen;
  readonly annualTotal: Fen | null;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly state: SheetState;
  /** Labels of what is still empty. */
  readonly lacks: readonly string[];
}

export interface GoalOverviewInput {
  readonly unitName: string;
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  /** Lines of projects, summed. */
  readonly projectLines: readonly ProjectLines[];
  /** Expenditure of the whole budget by fund. */
  readonly unitLines: readonly FundAmount[];
  readonly findings: readonly Finding[];
}

/** The overall sheet comes first, then the projects in book order. Each row is looked at once. */
export function goalOverview(
  input: GoalOverviewInput,
  families: readonly FormFamily[] = FORM_FAMILIES,
): readonly GoalSheetOverview[] {
  const sheets = new Map(input.goalSheets.map((sheet) => [sheet.projectId, sheet]));
  const counts = countIndicators(input.indicators);
  const findings = findingsBySheet(input);
  const spent = spentByProject(input.projectLines);
  const of = (projectId: number | null, name: string, lines: readonly FundAmount[]): GoalSheetOverview => {
    const sheet = sheets.get(projectId);
    const indicators = counts.get(sheet?.id ?? 0) ?? NONE;
    const found = findings.get(sheet?.id ?? 0) ?? { error: 0, warning: 0, advice: 0 };
    const lacks = sheet === undefined ? [] : lacksOf(formOf(sheet.form, families), sheet, indicators);
    return {
      projectId,
      name,
      sheetId: sheet?.id ?? null,
      form: sheet?.form ?? null,
      indicators,
      lines,
      spent: sumFen(lines.map(({ amount }) => amount)),
      annualTotal: sheet?.annualTotal ?? null,
      findings: found,
      state: sheet === undefined ? 'missing' : stateOf(found, lacks),
      lacks,
    };
  };
  return [
    of(null, input.unitName, input.unitLines),
    ...input.projects.map(({ id, name }) => of(id, name, spent.get(id) ?? [])),
  ];
}

const NONE = { implementation: 0, annual: 0 } as const;

function stateOf(found: Readonly<Record<Severity, number>>, lacks: readonly string[]): SheetState {
  if (found.error > 0) return 'wrong';
  if (lacks.length > 0) return 'open';
  return found.warning > 0 ? 'doubtful' : 'complete';
}

/** What the sheet's form shows and the sheet has not: the total of the year, texts, goals, indicators. */
function lacksOf(
  form: FormFamily,
  sheet: RowOfEntity<'goalSheet'>,
  indicators: Readonly<Record<Period, number>>,
): readonly string[] {
  const layout = layoutOf(form, sheet);
  const annual = fundingOf(layout)?.total.annual;
  const money = annual !== undefined && sheet[annual.field] === null ? [annual.label] : [];
  // The unit's overall sheet is for the year; what it says of the time beyond is up to the unit.
  const periods = layout.periods.filter(({ period }) => sheet.projectId !== null || period === 'annual');
  const isEmpty = (text: string | null) => (text ?? '').trim() === '';
  const inBlock = (block: FormBlock): readonly string[] => {
    switch (block.kind) {
      case 'text':
        return isEmpty(sheet[block.field]) ? [block.label] : [];
      case 'goals':
        return periods.flatMap(({ period, short }) => {
          const field = block.fields[period];
          return field !== undefined && isEmpty(sheet[field]) ? [`${short}${block.label}`] : [];
        });
      case 'indicators':
        return periods.flatMap(({ period, short }) => (indicators[period] === 0 ? [`${short}${block.label}`] : []));
      default:
        return [];
    }
  };
  return [...money, ...layout.blocks.flatMap(inBlock)];
}

function countIndicators(indicators: readonly RowOfEntity<'indicator'>[]) {
  const counts = new Map<number, Record<Period, number>>();
  for (const { parentId, period } of indicators) {
    if (parentId === null) continue;
    const count = counts.get(parentId) ?? { implementation: 0, annual: 0 };
    counts.set(parentId, count);
    count[period] += 1;
  }
  return counts;
}

function findingsBySheet({ findings, indicators }: GoalOverviewInput) {
  const sheetOf = new Map(indicators.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<number, Record<Severity, number>>();
  for (const { location, severity } of findings) {
    if (location.kind !== 'row') continue;
    const { entity, id } = location;
    const sheet = entity === 'goalSheet' ? id : entity === 'indicator' ? (sheetOf.get(id) ?? null) : null;
    if (sheet === null) continue;
    const count = counts.get(sheet) ?? { error: 0, warning: 0, advice: 0 };
    counts.set(sheet, count);
    count[severity] += 1;
  }
  return counts;
}

function spentByProject(lines: readonly ProjectLines[]): ReadonlyMap<number, readonly FundAmount[]> {
  const byProject = new Map<number, Map<FundAmount['fund'], Fen>>();
  for (const { projectId, side, fund, amount } of lines) {
    if (side !== 'expenditure') continue;
    const funds = byProject.get(projectId) ?? new Map<FundAmount['fund'], Fen>();
    byProject.set(projectId, funds);
    funds.set(fund, sumFen([funds.get(fund) ?? sumFen([]), amount]));
  }
  return new Map(
    [...byProject].map(([id, funds]) => [id, [...funds].map(([fund, amount]) => ({ fund, amount }))] as const),
  );
}
