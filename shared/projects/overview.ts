/** Every project of a budget at a glance: amounts, parts, findings, completeness. Each row is looked at once. */
import type { Finding, Severity } from '../checks/finding.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { FUNDS, ORIGINS, type Side } from '../entities/vocabulary.ts';
import { type Fen, fen, sumFen, ZERO_FEN } from '../money/fen.ts';
import type { ProjectAmount, ProjectOverview } from './types.ts';

/** Lines of one project, summed by what tells them apart here. */
export interface ProjectLines extends ProjectAmount {
  readonly projectId: number;
  readonly side: Side;
  /** Number of lines. */
  readonly lines: number;
}

export interface ProjectOverviewInput {
  /** In book order. */
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly lines: readonly ProjectLines[];
  /** Project of each line that has one. */
  readonly projectOfLine: ReadonlyMap<number, number>;
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  readonly findings: readonly Finding[];
}

interface Gathered {
  readonly project: RowOfEntity<'project'>;
  lines: number;
  spending: number;
  /** Expenditure by fund and origin. */
  readonly amounts: Map<string, Fen>;
  goalSheetId: number | null;
  indicators: number;
  annualIndicators: number;
  procurementItems: number;
  procurement: number;
  readonly findings: Record<Severity, number>;
}

/** Which project a row belongs to, by entity and row id. */
interface Owners {
  readonly line: ReadonlyMap<number, number>;
  readonly procurement: Map<number, number>;
  readonly goalSheet: Map<number, number>;
  readonly indicator: Map<number, number>;
}

/** @returns one entry per project, in the order of `projects`; amounts are exact sums in 分 */
export function projectOverviews(input: ProjectOverviewInput): readonly ProjectOverview[] {
  const gathered = new Map(input.projects.map((project) => [project.id, empty(project)]));
  const owners = { line: input.projectOfLine, procurement: new Map(), goalSheet: new Map(), indicator: new Map() };
  addLines(input.lines, gathered);
  addProcurement(input.procurement, gathered, owners);
  addGoals(input, gathered, owners);
  addFindings(input.findings, gathered, owners);
  return [...gathered.values()].map(overview);
}

function empty(project: RowOfEntity<'project'>): Gathered {
  return {
    project,
    lines: 0,
    spending: 0,
    amounts: new Map(),
    goalSheetId: null,
    indicators: 0,
    annualIndicators: 0,
    procurementItems: 0,
    procurement: 0,
    findings: { error: 0, warning: 0, advice: 0 },
  };
}

function addLines(lines: readonly ProjectLines[], gathered: ReadonlyMap<number, Gathered>): void {
  for (const { projectId, side, fund, origin, lines: count, amount } of lines) {
    const one = gathered.get(projectId);
    if (one === undefined) continue;
    one.lines += count;
    if (side !== 'expenditure') continue;
    one.spending += count;
    one.amounts.set(`${fund} ${origin}`, amount);
  }
}

/** Procurement without a project of its own is paid by the project of its line. */
function addProcurement(
  items: readonly RowOfEntity<'procurement'>[],
  gathered: ReadonlyMap<number, Gathered>,
  owners: Owners,
): void {
  for (const { id, projectId, lineId, amount } of items) {
    const owner = projectId ?? (lineId === null ? undefined : owners.line.get(lineId));
    const one = owner === undefined ? undefined : gathered.get(owner);
    if (one === undefined) continue;
    owners.procurement.set(id, one.project.id);
    one.procurementItems += 1;
    one.procurement += amount;
  }
}

function addGoals(input: ProjectOverviewInput, gathered: ReadonlyMap<number, Gathered>, owners: Owners): void {
  for (const { id, projectId } of input.goalSheets) {
    const one = projectId === null ? undefined : gathered.get(projectId);
    if (one === undefined) continue;
    owners.goalSheet.set(id, one.project.id);
    one.goalSheetId = id;
  }
  for (const { id, parentId, period } of input.indicators) {
    const owner = parentId === null ? undefined : owners.goalSheet.get(parentId);
    const one = owner === undefined ? undefined : gathered.get(owner);
    if (one === undefined) continue;
    owners.indicator.set(id, one.project.id);
    one.indicators += 1;
    if (period === 'annual') one.annualIndicators += 1;
  }
}

function addFindings(findings: readonly Finding[], gathered: ReadonlyMap<number, Gathered>, owners: Owners): void {
  for (const { location, severity } of findings) {
    if (location.kind !== 'row') continue;
    const { entity, id } = location;
    const owned = entity === 'line' || entity === 'procurement' || entity === 'goalSheet' || entity === 'indicator';
    const owner = entity === 'project' ? id : owned ? owners[entity].get(id) : undefined;
    const one = owner === undefined ? undefined : gathered.get(owner);
    if (one !== undefined) one.findings[severity] += 1;
  }
}

function overview(one: Gathered): ProjectOverview {
  const amounts = FUNDS.flatMap(({ value: fund }) =>
    ORIGINS.flatMap(({ value: origin }): ProjectAmount[] => {
      const amount = one.amounts.get(`${fund} ${origin}`) ?? ZERO_FEN;
      return amount === 0 ? [] : [{ fund, origin, amount }];
    }),
  );
  const of = (origin: ProjectAmount['origin']) =>
    sumFen(amounts.filter((each) => each.origin === origin).map(({ amount }) => amount));
  const bare = [
    ...(one.spending === 0 ? ['没有支出明细'] : []),
    ...(one.goalSheetId === null ? ['没有绩效目标表'] : []),
  ];
  const lacks = [...bare, ...shortcomings(one)];
  return {
    project: one.project,
    amount: sumFen(amounts.map(({ amount }) => amount)),
    current: of('current'),
    carryover: of('carryover'),
    amounts,
    lines: one.lines,
    goalSheetId: one.goalSheetId,
    indicators: one.indicators,
    procurementItems: one.procurementItems,
    procurement: fen(one.procurement),
    findings: one.findings,
    completeness: bare.length > 0 ? 'missing' : lacks.length > 0 ? 'partial' : 'complete',
    lacks,
  };
}

function shortcomings({ goalSheetId, annualIndicators, findings }: Gathered): readonly string[] {
  return [
    ...(goalSheetId !== null && annualIndicators === 0 ? ['没有年度绩效指标'] : []),
    ...(findings.error > 0 ? [`${findings.error} 处错误`] : []),
    ...(findings.warning > 0 ? [`${findings.warning} 处警告`] : []),
  ];
}
