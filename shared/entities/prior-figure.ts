import type { Row } from './entity.ts';

/** The prior-year totals the narrative and 概览 compare with, in published order. */
export const PRIOR_MEASURES = [
  { value: 'income.total', label: '收入总计' },
  { value: 'income.current', label: '本年收入合计' },
  { value: 'income.carryover', label: '上年结转收入' },
  { value: 'expenditure.total', label: '支出总计' },
  { value: 'expenditure.basic', label: '基本支出' },
  { value: 'expenditure.project', label: '项目支出' },
  { value: 'general.total', label: '一般公共预算支出（不含上年结转）' },
  { value: 'threePublic.total', label: '“三公”经费合计' },
  { value: 'threePublic.abroad', label: '因公出国（境）费' },
  { value: 'threePublic.reception', label: '公务接待费' },
  { value: 'threePublic.vehicle', label: '公务用车购置及运行费' },
  { value: 'threePublic.vehiclePurchase', label: '公务用车购置费' },
  { value: 'threePublic.vehicleRunning', label: '公务用车运行维护费' },
  { value: 'agencyOperating.total', label: '机关运行经费' },
  { value: 'procurement.total', label: '政府采购预算总额' },
] as const;

/** 上年数: a total of last year's budget. */
export const priorFigure = {
  name: 'prior',
  label: '上年数',
  parent: 'budget',
  fields: {
    measure: { kind: 'enum', label: '指标', options: PRIOR_MEASURES },
    amount: { kind: 'fen', label: '上年预算数' },
    rounded: {
      kind: 'boolean',
      label: '只有万元数',
      help: '上年数若抄自公开的万元表，勾选；与上年比较时先取本年的万元数再相减。',
    },
  },
} as const;
export type PriorFigure = Row<typeof priorFigure>;
