/** The form of the 2025 sample: cost stands under the outputs, a row holds name and value only. */
import type { FormBlock, FormFamily, FormLayout } from '../form-spec.ts';
import {
  EFFECT,
  funding,
  OUTPUT,
  PROJECT_HEAD,
  PROJECT_TEXTS,
  SIGNATURES,
  TWO_PERIODS,
  UNIT_HEAD,
  UNIT_TEXTS,
} from './common.ts';

const GOALS: readonly FormBlock[] = [
  { kind: 'goals', label: '总体目标', fields: { implementation: 'implGoal', annual: 'annualGoal' } },
  {
    kind: 'indicators',
    label: '绩效指标',
    level1: '一级指标',
    level2: '二级指标',
    columns: [
      { field: 'level3', label: '三级指标', width: 62 },
      { field: 'value', label: '指标值', width: 38 },
    ],
  },
];

const layout = (title: string, head: readonly FormBlock[], texts: readonly FormBlock[]): FormLayout => ({
  title,
  subtitle: '（{year}年度）',
  periods: TWO_PERIODS,
  blocks: [...head, ...texts, ...GOALS, SIGNATURES],
});

export const costUnderOutput: FormFamily = {
  id: 'costUnderOutput',
  label: '成本列在产出指标下',
  basis: '县级预算部门项目支出绩效目标表（2025年公开的样式）',
  orientation: 'portrait',
  levels: [{ name: '产出指标', level2: [...OUTPUT, { name: '成本指标', kind: 'cost' }] }, ...EFFECT],
  project: layout(
    '{region}{level}预算部门（单位）项目支出绩效目标表',
    [PROJECT_HEAD, funding('项目资金（元）')],
    PROJECT_TEXTS,
  ),
  unit: layout('{region}{level}预算部门（单位）整体支出绩效目标表', [UNIT_HEAD, funding('预算资金（元）')], UNIT_TEXTS),
};
