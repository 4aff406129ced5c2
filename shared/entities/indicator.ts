import type { Row } from './entity.ts';
import { INDICATOR_DIRECTIONS, INDICATOR_NATURES, OPERATORS, PERIODS } from './vocabulary.ts';

/** 绩效指标: one row of a goal sheet, in one of its two periods. */
export const indicator = {
  name: 'indicator',
  label: '绩效指标',
  parent: 'goalSheet',
  fields: {
    period: { kind: 'enum', label: '期间', options: PERIODS },
    level1: { kind: 'text', label: '一级指标', maxLength: 40 },
    level2: { kind: 'text', label: '二级指标', maxLength: 40 },
    level3: { kind: 'text', label: '三级指标', maxLength: 300 },
    operator: { kind: 'enum', label: '符号', options: OPERATORS, optional: true },
    value: { kind: 'text', label: '指标值', maxLength: 300, help: '数字或文字；时间、定性描述直接写。' },
    measure: { kind: 'text', label: '计量单位', maxLength: 40, optional: true },
    score: { kind: 'decimal', label: '分值', scale: 2, optional: true },
    nature: { kind: 'enum', label: '指标性质', options: INDICATOR_NATURES, optional: true },
    direction: { kind: 'enum', label: '指标方向', options: INDICATOR_DIRECTIONS, optional: true },
    note: { kind: 'text', label: '备注', maxLength: 500, optional: true },
  },
} as const;
export type Indicator = Row<typeof indicator>;
