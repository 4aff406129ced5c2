/** What could go along to the next year, with a default choice and its reason for each thing. */
import type { RowOfEntity } from '../entities/index.ts';
import { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { STAGES } from '../entities/vocabulary.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { SHEET_AMOUNTS } from '../projects/copy.ts';
import { type CarryPart, type CarrySource, currentIncome, partsOf } from './source.ts';
import type { CarryItem, CarryKind, CarryoverChoice, CarryPreview, Stage } from './types.ts';

/**
 * @param taken stages of the next year of which the unit has a budget already
 * @returns items in the order they are shown; every amount in 分
 */
export function carryPreview(source: CarrySource, taken: ReadonlySet<Stage>): CarryPreview {
  return {
    year: source.budget.year + 1,
    stages: STAGES.map(({ value, label }) => ({ stage: value, label, exists: taken.has(value) })),
    items: carryItems(source),
    carryovers: carryoverChoices(source.lines),
  };
}

/** The items of the preview. */
export function carryItems(source: CarrySource): readonly CarryItem[] {
  const [common, ...projects] = partsOf(source);
  const ofProjects = projects.flatMap((part) => projectItems(part, source.budget.year));
  const ofUnit = common === undefined ? [] : [...lineItems(common), ...unitGoalItems(common)];
  return [
    ...budgetItems(source),
    ...ofUnit,
    ...incomeItems(source, [...ofUnit, ...ofProjects]),
    ...nameItems(source),
    ...ofProjects,
  ];
}

/** Expenditure lines of which money may be left. */
export function carryoverChoices(lines: readonly RowOfEntity<'line'>[]): readonly CarryoverChoice[] {
  return lines
    .filter(({ side, amount }) => side === 'expenditure' && amount > 0)
    .map(({ id, revision, projectId, fund, origin, functional, deptEconomic, note, amount }) => ({
      lineId: id,
      revision,
      projectId,
      fund,
      origin,
      functional,
      deptEconomic,
      note,
      amount,
    }));
}

type Told = Pick<CarryItem, 'label' | 'detail' | 'chosen' | 'reason'> & Partial<Pick<CarryItem, 'amount' | 'needs'>>;

function item(kind: CarryKind, projectId: number | null, told: Told): CarryItem {
  const id = projectId === null ? kind : `${kind}:${projectId}`;
  return { id, kind, projectId, amount: null, needs: null, ...told };
}

function budgetItems({ budget, assets, narrative }: CarrySource): readonly CarryItem[] {
  const profile = [
    budget.duties === null ? [] : ['单位职责'],
    budget.organisation === null ? [] : ['机构设置'],
    budget.responsible === null ? [] : ['单位负责人'],
    budget.accountant === null ? [] : ['填表人'],
    budget.phone === null ? [] : ['联系电话'],
  ].flat();
  return [
    item('prior', null, {
      label: '上年数',
      detail: `${PRIOR_MEASURES.length} 个指标`,
      chosen: true,
      reason: `由${budget.year}年的明细精确算出，用来与上年比较。`,
    }),
    ...some(profile.length, () =>
      item('profile', null, {
        label: '单位概况',
        detail: profile.join('、'),
        chosen: true,
        reason: '职责和机构一般逐年沿用，有变动再改。',
      }),
    ),
    ...some(assets.length, () =>
      item('assets', null, {
        label: '国有资产',
        detail: `${assets.length} 条`,
        chosen: true,
        reason: `资产时点改为${budget.year}年12月31日，数量请按实核对。`,
      }),
    ),
    ...some(narrative.length, () =>
      item('narrative', null, {
        label: '自写的说明文字',
        detail: `${narrative.length} 段`,
        chosen: false,
        reason: '自写的说明多半带着上年的数字，建议重写。',
      }),
    ),
  ];
}

/** What hangs on no project: basic expenditure, and its procurement. */
function lineItems({ lines, procurement }: CarryPart): readonly CarryItem[] {
  return [
    ...some(lines.length, () =>
      item('basicLines', null, {
        label: '基本支出等未挂项目的支出明细',
        ...counted(lines),
        chosen: true,
        reason: '每年都有，作为下年的草稿，逐条改成下年的数。',
      }),
    ),
    ...some(procurement.length, () =>
      item('basicProcurement', null, {
        label: '未挂项目的采购明细',
        ...counted(procurement),
        chosen: false,
        reason: '采购逐年编报，买过的一般不再买。',
      }),
    ),
  ];
}

function unitGoalItems({ goalSheet, indicators }: CarryPart): readonly CarryItem[] {
  if (goalSheet === null) return [];
  return [
    item('unitGoalSheet', null, {
      label: '单位整体绩效目标表',
      detail: `${indicators.length} 个指标`,
      chosen: true,
      reason: '实施期目标沿用，年度目标按下年另填。',
    }),
    ...(saysAnnual(goalSheet, indicators)
      ? [item('unitAnnualGoals', null, { ...ANNUAL, label: '单位整体的年度目标', needs: 'unitGoalSheet' })]
      : []),
  ];
}

/** Income goes along by default only when all expenditure does: otherwise the new budget would begin out of balance. */
function incomeItems(source: CarrySource, others: readonly CarryItem[]): readonly CarryItem[] {
  const income = currentIncome(source);
  const spending = others.filter(({ kind }) => kind === 'basicLines' || kind === 'projectLines');
  const whole = spending.length > 0 && spending.every(({ chosen }) => chosen);
  return some(income.length, () =>
    item('incomeLines', null, {
      label: '收入明细',
      ...counted(income),
      chosen: whole,
      reason: whole
        ? '支出明细全部带入，收入一并带入，收支平衡。'
        : '有的支出不带入，收入照搬会收支不平，请按下年控制数录入。',
    }),
  );
}

function nameItems({ budget, projects }: CarrySource): readonly CarryItem[] {
  const dated = projects.filter(({ name }) => name.includes(`${budget.year}年`));
  return some(dated.length, () =>
    item('yearsInNames', null, {
      label: `项目名称中的“${budget.year}年”改为“${budget.year + 1}年”`,
      detail: `${dated.length} 个项目`,
      chosen: true,
      reason: '名称要与下年的项目库一字不差，请核对。',
    }),
  );
}

function projectItems(part: CarryPart, year: number): readonly CarryItem[] {
  const { project, lines, procurement, goalSheet, indicators } = part;
  if (project === null) return [];
  const { id, name } = project;
  const { chosen, reason } = continuation(project, year);
  const needs = `project:${id}`;
  return [
    item('project', id, { label: name, ...counted(lines), detail: `${lines.length} 条支出明细`, chosen, reason }),
    ...some(lines.length, () =>
      item('projectLines', id, {
        label: `“${name}”的支出明细`,
        ...counted(lines),
        chosen,
        reason: '作为下年的草稿，逐条改成下年的数。',
        needs,
      }),
    ),
    ...(goalSheet === null
      ? []
      : [
          item('goalSheet', id, {
            label: `“${name}”的绩效目标表`,
            detail: `${indicators.length} 个指标`,
            chosen,
            reason: '实施期目标沿用，年度目标按下年另填。',
            needs,
          }),
          ...(saysAnnual(goalSheet, indicators)
            ? [item('annualGoals', id, { ...ANNUAL, label: `“${name}”的年度目标`, needs: `goalSheet:${id}` })]
            : []),
        ]),
    ...some(procurement.length, () =>
      item('procurement', id, {
        label: `“${name}”的采购明细`,
        ...counted(procurement),
        chosen: false,
        reason: '采购逐年编报，买过的一般不再买。',
        needs,
      }),
    ),
  ];
}

const ANNUAL = {
  detail: '年度资金、年度总体目标和年度指标',
  chosen: false,
  reason: '年度目标和年度资金按下年另填。',
} as const;

/** Whether a sheet says anything of the year: money from any source, the goal, or an indicator. */
function saysAnnual(sheet: RowOfEntity<'goalSheet'>, indicators: readonly RowOfEntity<'indicator'>[]): boolean {
  const hasMoney = SHEET_AMOUNTS.some((name) => name.startsWith('annual') && sheet[name] !== null);
  return hasMoney || sheet.annualGoal !== null || indicators.some(({ period }) => period === 'annual');
}

function continuation(
  { continues, endsOn }: RowOfEntity<'project'>,
  year: number,
): Pick<CarryItem, 'chosen' | 'reason'> {
  if (continues) return { chosen: true, reason: '已标明“下年延续”。' };
  if (endsOn !== null && endsOn >= `${year + 1}-01-01`) {
    return { chosen: true, reason: `结束日期是${endsOn}，下年仍在实施。` };
  }
  return { chosen: false, reason: endsOn === null ? '没有标明“下年延续”。' : `${endsOn}结束，也没有标明“下年延续”。` };
}

function counted(rows: readonly { readonly amount: Fen }[]): Pick<CarryItem, 'detail' | 'amount'> {
  return { detail: `${rows.length} 条`, amount: sumFen(rows.map(({ amount }) => amount)) };
}

function some<T>(count: number, make: () => T): readonly T[] {
  return count === 0 ? [] : [make()];
}
