/** The rows of next year's budget, from the items chosen and the carryover amounts stated. */
import { fail } from '../api/failure.ts';
import type { RowOfEntity } from '../entities/index.ts';
import type { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { copiedProcurement, type Fresh, fresh, sheetAmounts } from '../projects/copy.ts';
import { type Carryover, carriedOver } from './carryover.ts';
import { carryItems } from './preview.ts';
import { type CarryPart, type CarrySource, currentIncome, partsOf } from './source.ts';
import type { CarryKind, Stage } from './types.ts';

export interface CarryOrder {
  readonly stage: Stage;
  /** Ids of items of the preview. */
  readonly items: readonly string[];
  readonly carryovers: readonly Carryover[];
  /** This year's exact totals. */
  readonly prior: readonly { readonly measure: (typeof PRIOR_MEASURES)[number]['value']; readonly amount: Fen }[];
}

/** New rows; `projectId` and `lineId` are ids of the rows of this year that the new ones come from. */
export interface CarryPlan {
  readonly budget: Fresh<RowOfEntity<'budget'>>;
  readonly projects: readonly From<RowOfEntity<'project'>>[];
  readonly lines: readonly From<RowOfEntity<'line'>>[];
  readonly procurement: readonly Fresh<RowOfEntity<'procurement'>>[];
  readonly goalSheets: readonly {
    readonly from: RowOfEntity<'goalSheet'>;
    readonly row: Fresh<RowOfEntity<'goalSheet'>>;
    readonly indicators: readonly Fresh<RowOfEntity<'indicator'>>[];
  }[];
  readonly assets: readonly Fresh<RowOfEntity<'asset'>>[];
  readonly narrative: readonly Fresh<RowOfEntity<'narrative'>>[];
  readonly prior: readonly Fresh<RowOfEntity<'prior'>>[];
  /** Sum carried over: as much in income lines as in expenditure lines. */
  readonly carryover: Fen;
}

/** A new row and the row it comes from; null when it comes from none. */
export interface From<R extends RowOfEntity<'project'> | RowOfEntity<'line'>> {
  readonly from: R | null;
  readonly row: Fresh<R>;
}

/**
 * Plans next year's budget. A project of which money is carried over goes along also when it was not chosen.
 * @throws FailureError INVALID_INPUT for an unknown item, one without what it needs, or a wrong amount; CONFLICT when a
 *   line has been changed since its amount was stated
 */
export function planCarry(source: CarrySource, order: CarryOrder): CarryPlan {
  const chosen = chosenItems(source, order.items);
  const carried = carriedOver(source.lines, order.carryovers);
  const projectIds = new Set(carried.expenditure.map(({ row }) => row.projectId));
  const has = (kind: CarryKind, id: number | null = null) => chosen.has(id === null ? kind : `${kind}:${id}`);
  const parts = partsOf(source).filter(
    ({ project }) => project === null || has('project', project.id) || projectIds.has(project.id),
  );
  const going = new Set(parts.map(({ project }) => project?.id ?? null));
  const { year } = source.budget;
  const rename = has('yearsInNames') ? (name: string) => name.replaceAll(`${year}年`, `${year + 1}年`) : same;
  const lines = [
    ...(has('incomeLines') ? currentIncome(source) : []),
    ...parts.flatMap(({ project, lines: own }) =>
      has(project === null ? 'basicLines' : 'projectLines', project?.id) ? own : [],
    ),
  ].sort(inBookOrder);
  const items = parts
    .flatMap(({ project, procurement }) =>
      has(project === null ? 'basicProcurement' : 'procurement', project?.id)
        ? procurement.map((item) => ({ item, projectId: project?.id ?? null }))
        : [],
    )
    .sort((left, right) => inBookOrder(left.item, right.item));
  const sheets = parts.flatMap((part) => goalSheets(part, has, rename));
  const lineIds = new Map(lines.map(({ id }) => [id, id]));
  return {
    budget: nextBudget(source, order.stage, has('profile'), has('assets')),
    projects: parts.flatMap(({ project }) =>
      project === null ? [] : [{ from: project, row: nextProject(project, year, rename) }],
    ),
    lines: [
      ...lines.map((line) => {
        // Income may name a project that does not go along.
        const projectId = going.has(line.projectId) ? line.projectId : null;
        return { from: line, row: { ...fresh(line), projectId } };
      }),
      ...carried.income,
      ...carried.expenditure,
    ],
    procurement: items.map(({ item, projectId }) => copiedProcurement(item, projectId, lineIds)),
    goalSheets: sheets.sort((left, right) => inBookOrder(left.from, right.from)),
    assets: has('assets') ? source.assets.map(fresh) : [],
    narrative: has('narrative') ? source.narrative.map(fresh) : [],
    prior: has('prior') ? order.prior.map((figure) => ({ ...figure, rounded: false })) : [],
    carryover: sumFen(carried.expenditure.map(({ row }) => row.amount)),
  };
}

type Has = (kind: CarryKind, id?: number | null) => boolean;

function chosenItems(source: CarrySource, ids: readonly string[]): ReadonlySet<string> {
  const items = new Map(carryItems(source).map((item) => [item.id, item]));
  const chosen = new Set(ids);
  const refuse = (index: number, reason: string) =>
    fail('INVALID_INPUT', { place: '带入的内容', reason }, `items[${index}]`);
  for (const [index, id] of ids.entries()) {
    const { label, needs } = items.get(id) ?? refuse(index, `没有“${id}”这一项，请刷新后重新选择。`);
    if (needs !== null && !chosen.has(needs)) refuse(index, `${label}要和“${items.get(needs)?.label}”一起带入。`);
  }
  return chosen;
}

function nextBudget(
  { budget }: CarrySource,
  stage: Stage,
  profile: boolean,
  assets: boolean,
): Fresh<RowOfEntity<'budget'>> {
  const empty = { duties: null, organisation: null, responsible: null, accountant: null, phone: null };
  return {
    ...fresh(budget),
    ...(profile ? {} : empty),
    year: budget.year + 1,
    stage,
    status: 'draft',
    approvedOn: null,
    assetsOn: assets ? `${budget.year}-12-31` : null,
  };
}

/** A project of one year runs in the next year; one of several years keeps its dates. */
function nextProject(
  project: RowOfEntity<'project'>,
  year: number,
  rename: (name: string) => string,
): Fresh<RowOfEntity<'project'>> {
  const { startsOn, endsOn } = project;
  const ofOneYear = [startsOn, endsOn].every((day) => day === null || day.startsWith(`${year}-`));
  const next = (day: string | null) => {
    if (day === null || !ofOneYear) return day;
    const monthAndDay = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
    return `${year + 1}${monthAndDay}`;
  };
  return { ...fresh(project), name: rename(project.name), startsOn: next(startsOn), endsOn: next(endsOn) };
}

function goalSheets({ project, goalSheet, indicators }: CarryPart, has: Has, rename: (name: string) => string) {
  const id = project?.id ?? null;
  if (goalSheet === null || !has(project === null ? 'unitGoalSheet' : 'goalSheet', id)) return [];
  const annual = has(project === null ? 'unitAnnualGoals' : 'annualGoals', id);
  const amounts = sheetAmounts((name) => (name.startsWith('annual') && !annual ? null : goalSheet[name]));
  const { nameOnSheet, annualGoal } = goalSheet;
  const row = {
    ...fresh(goalSheet),
    ...amounts,
    nameOnSheet: nameOnSheet === null ? null : rename(nameOnSheet),
    annualGoal: annual ? annualGoal : null,
    filledOn: null,
  };
  const kept = indicators.filter(({ period }) => annual || period === 'implementation');
  return [{ from: goalSheet, row, indicators: kept.map(fresh) }];
}

interface Placed {
  readonly id: number;
  readonly position: number;
}

function inBookOrder(left: Placed, right: Placed): number {
  return left.position - right.position || left.id - right.id;
}

function same(name: string): string {
  return name;
}
