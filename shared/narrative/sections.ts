/** 第三部分: twelve sections in the order in which budgets are published; the first eight speak of the tables. */
import type { PriorMeasure } from '../overview/measures.ts';
import { CELLS } from './figures.ts';
import { MATTER_SECTIONS } from './matter-sections.ts';
import type { NarrativeSection } from './spec.ts';

const OFFICES = { kinds: ['administrative', 'referred'] } as const;

export const NARRATIVE: readonly NarrativeSection[] = [
  {
    id: 'change',
    title: '一、单位预算收支数据变动情况及原因',
    parts: [
      {
        kind: 'sentence',
        id: 'change.income',
        text: '{unit}{year}年预算安排收入{income.total}，由本年收入{income.current}和上年结转{income.carryover}组成{income.growth}。',
      },
      {
        kind: 'sentence',
        id: 'change.expenditure',
        text: '预算安排支出{expenditure.total}，用当年资金安排{expenditure.current}，用结转资金安排{expenditure.carryover}{expenditure.growth}。',
      },
      {
        kind: 'sentence',
        id: 'change.yearEnd',
        text: '支出总计中包括年终结转{expenditure.yearEnd}。',
        when: [{ nonzero: CELLS.yearEnd }],
      },
      {
        kind: 'own',
        id: 'change.reason',
        label: '收支变动的原因',
        lead: '变动的主要原因：',
        otherwise: null,
        explains: ['income.total', 'expenditure.total'],
      },
    ],
  },
  {
    id: 'income',
    title: '二、收入预算情况说明',
    parts: [
      {
        kind: 'sentence',
        id: 'income.sources',
        text:
          '{unit}{year}年收入预算合计{income.total}，按来源分为：一般公共预算拨款{income.generalPublic}，占{income.generalPublic.share}；' +
          '政府性基金预算拨款{income.governmentFund}，占{income.governmentFund.share}；' +
          '国有资本经营预算拨款{income.stateCapital}，占{income.stateCapital.share}；' +
          '财政专户管理资金{income.fiscalAccount}，占{income.fiscalAccount.share}；' +
          '单位资金{income.ownFunds}，占{income.ownFunds.share}；上年结转{income.carryover}，占{income.carryover.share}。',
      },
    ],
  },
  {
    id: 'expenditure',
    title: '三、支出预算情况说明',
    parts: [
      {
        kind: 'sentence',
        id: 'expenditure.natures',
        text:
          '{unit}{year}年支出预算合计{expenditure.spent}，其中基本支出{expenditure.basic}，占{expenditure.basic.share}；' +
          '项目支出{expenditure.project}，占{expenditure.project.share}。',
      },
    ],
  },
  {
    id: 'fiscal',
    title: '四、财政拨款收支预算总体情况说明',
    parts: [
      {
        kind: 'sentence',
        id: 'fiscal.income',
        text:
          '{unit}{year}年财政拨款的收入和支出预算各为{fiscal.total}。从资金性质看，一般公共预算拨款{fiscal.generalPublic}，' +
          '政府性基金预算拨款{fiscal.governmentFund}，国有资本经营预算拨款{fiscal.stateCapital}；' +
          '从年度看，当年拨款{fiscal.current}，上年结转{fiscal.carryover}。',
        when: [{ nonzero: CELLS.fiscalTotal }],
      },
      {
        kind: 'sentence',
        id: 'fiscal.expenditure',
        text: '支出按功能分类安排如下：{fiscal.classes}。',
        when: [{ nonzero: CELLS.fiscalSpent }],
      },
      {
        kind: 'sentence',
        id: 'fiscal.yearEnd',
        text: '支出总计中包括年终结转{fiscal.yearEnd}。',
        when: [{ nonzero: CELLS.fiscalYearEnd }],
      },
      {
        kind: 'sentence',
        id: 'fiscal.nothing',
        text: '{unit}{year}年没有财政拨款收支预算。',
        when: [{ zero: CELLS.fiscalTotal }],
      },
    ],
  },
  {
    id: 'general',
    title: '五、一般公共预算支出情况说明',
    parts: [
      { kind: 'heading', text: '（一）当年支出的规模和变化' },
      {
        kind: 'sentence',
        id: 'general.scale',
        text: '{unit}{year}年用一般公共预算当年拨款安排支出{general.total}{general.growth}。',
      },
      {
        kind: 'own',
        id: 'general.reason',
        label: '一般公共预算支出变动的原因',
        lead: '变动的主要原因：',
        otherwise: null,
        explains: ['general.total'],
      },
      { kind: 'heading', text: '（二）当年支出的结构' },
      {
        kind: 'sentence',
        id: 'general.structure',
        text: '当年支出{general.total}安排用于：{general.classes}。',
        when: [{ nonzero: CELLS.generalTotal }],
      },
      {
        kind: 'sentence',
        id: 'general.nothing',
        text: '没有一般公共预算当年支出。',
        when: [{ zero: CELLS.generalTotal }],
      },
    ],
  },
  {
    id: 'basic',
    title: '六、一般公共预算基本支出情况说明',
    parts: [
      {
        kind: 'sentence',
        id: 'basic.total',
        text: '{unit}{year}年一般公共预算安排的基本支出为{basic.total}。',
      },
      {
        kind: 'sentence',
        id: 'basic.personnel',
        text: '人员经费{basic.personnel}，列支的科目有：{basic.personnelItems}。',
        when: [{ nonzero: CELLS.personnel }],
      },
      {
        kind: 'sentence',
        id: 'basic.operating',
        text: '公用经费{basic.operating}，列支的科目有：{basic.operatingItems}。',
        when: [{ nonzero: CELLS.operating }],
      },
    ],
  },
  {
    id: 'threePublic',
    title: '七、“三公”经费增减变动原因说明',
    parts: [
      {
        kind: 'sentence',
        id: 'threePublic.none',
        text: '{unit}{year}年没有安排“三公”经费{threePublic.growth}。',
        when: [{ zero: CELLS.threePublic }],
      },
      {
        kind: 'sentence',
        id: 'threePublic.total',
        text: '{unit}{year}年“三公”经费预算共{threePublic.total}{threePublic.growth}。',
        when: [{ nonzero: CELLS.threePublic }],
      },
      {
        kind: 'sentence',
        id: 'threePublic.abroad',
        text: '1.因公出国（境）费{threePublic.abroad}{threePublic.abroad.growth}。',
        when: [{ nonzero: CELLS.threePublic }],
      },
      {
        kind: 'sentence',
        id: 'threePublic.reception',
        text: '2.公务接待费{threePublic.reception}{threePublic.reception.growth}。',
        when: [{ nonzero: CELLS.threePublic }],
      },
      {
        kind: 'sentence',
        id: 'threePublic.vehicle',
        text:
          '3.公务用车购置及运行维护费{threePublic.vehicle}{threePublic.vehicle.growth}。' +
          '其中购置费{threePublic.vehiclePurchase}{threePublic.vehiclePurchase.growth}；' +
          '运行维护费{threePublic.vehicleRunning}{threePublic.vehicleRunning.growth}。',
        when: [{ nonzero: CELLS.threePublic }],
      },
      {
        kind: 'own',
        id: 'threePublic.reason',
        label: '“三公”经费变动的原因',
        lead: '',
        otherwise: null,
        explains: ['threePublic.total', 'threePublic.abroad', 'threePublic.reception', 'threePublic.vehicle'],
      },
    ],
  },
  {
    id: 'agencyOperating',
    title: '八、机关运行经费增减变动原因说明',
    parts: [
      {
        kind: 'sentence',
        id: 'agencyOperating.none',
        text: '{unit}不在机关运行经费的编列范围内，没有这项预算。',
        when: [{ kinds: ['institution'] }],
      },
      {
        kind: 'sentence',
        id: 'agencyOperating.total',
        text: '{unit}{year}年机关运行经费预算{agencyOperating.total}{agencyOperating.growth}。',
        when: [OFFICES],
      },
      {
        kind: 'own',
        id: 'agencyOperating.reason',
        label: '机关运行经费变动的原因',
        lead: '',
        otherwise: null,
        explains: ['agencyOperating.total'],
      },
    ],
  },
  ...MATTER_SECTIONS,
];

/** Totals whose change a paragraph of the user's own words explains. */
export function explainedBy(section: string): readonly PriorMeasure[] {
  for (const { parts } of NARRATIVE) {
    for (const part of parts) if (part.kind === 'own' && part.id === section) return part.explains ?? [];
  }
  return [];
}
