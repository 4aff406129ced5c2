/** The form since 财预〔2021〕101号: cost is a first level of its own; scores, natures and directions stand beside values. */
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
      { field: 'level3', label: '三级指标', width: 42 },
      { field: 'value', label: '指标值', width: 25 },
      { field: 'nature', label: '性质', width: 11 },
      { field: 'direction', label: '方向', width: 11 },
      { field: 'score', label: '分值', width: 11 },
    ],
  },
];

const layout = (title: string, head: readonly FormBlock[], texts: readonly FormBlock[]): FormLayout => ({
  title,
  subtitle: '（{year}年度）',
  periods: TWO_PERIODS,
  blocks: [...head, ...texts, ...GOALS, SIGNATURES],
});

export const costFirst: FormFamily = {
  id: 'costFirst',
  label: '成本单列一级指标',
  basis: '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号，待核）',
  fromYear: 2022,
  orientation: 'landscape',
  levels: [
    {
      name: '成本指标',
      level2: [
        { name: '经济成本指标', kind: 'cost' },
        { name: '社会成本指标', kind: 'cost' },
        { name: '生态环境成本指标', kind: 'cost' },
      ],
    },
    { name: '产出指标', level2: OUTPUT },
    ...EFFECT,
  ],
  project: layout(
    '{region}{level}预算部门（单位）项目支出绩效目标表',
    [PROJECT_HEAD, funding('项目资金（元）')],
    PROJECT_TEXTS,
  ),
  unit: layout('{region}{level}预算部门（单位）整体支出绩效目标表', [UNIT_HEAD, funding('预算资金（元）')], UNIT_TEXTS),
};
