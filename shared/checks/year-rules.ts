/** Rules on what ties a budget to its year: the day it was approved, and last year's figures in the right unit. */
import { BASIS } from './basis.ts';
import type { RecordRule } from './record-spec.ts';

export const yearRules: readonly RecordRule[] = [
  {
    id: 'budget-approved-missing',
    title: '批复的预算有批复日期',
    severity: 'advice',
    basis: BASIS.disclosureDays,
    each: 'budget',
    when: { stage: ['approved'], approvedOn: 'empty' },
    field: 'approvedOn',
    message: '这份预算已是批复阶段，还没有填批复日期；公开的期限（批复后20日内）从这一天算起。',
    examples: {
      passes: [{ budget: { stage: 'approved', approvedOn: '2025-02-10' } }, { budget: { stage: 'first' } }],
      fails: [{ budget: { stage: 'approved', approvedOn: null } }],
    },
  },
  {
    id: 'budget-approved-year',
    title: '批复日期在预算年度前后',
    severity: 'advice',
    basis: BASIS.disclosureDays,
    each: 'budget',
    when: { approvedUnusual: [true] },
    field: 'approvedOn',
    message: '批复日期是{approvedOn}，不在{year}年预算批复的时候（上年12月至当年6月），请核对。',
    examples: {
      passes: [{ budget: { approvedOn: '2025-02-10' } }, { budget: { approvedOn: '2024-12-30' } }],
      fails: [{ budget: { approvedOn: '2024-02-10' } }, { budget: { approvedOn: '2026-02-10' } }],
    },
  },
  {
    id: 'prior-scale',
    title: '上年数的单位',
    severity: 'warning',
    basis: BASIS.prior,
    each: 'prior',
    when: { measure: ['income.total'], amount: 'filled', thousandfold: 'filled' },
    must: {
      left: { of: 'line', add: 'amount', match: {}, where: { side: ['income'] } },
      op: '<=',
      right: { own: 'thousandfold' },
    },
    field: 'amount',
    message: '上年{measure}只有{amount}，今年是{left}，像是把万元数当成元填了，请核对。',
    examples: {
      passes: [
        { lines: [{ amount: 1_000_000 }], prior: [{ measure: 'income.total', amount: 1_000 }] },
        { lines: [{ amount: 1_000_000 }], prior: [{ measure: 'income.total', amount: 0 }] },
      ],
      fails: [{ lines: [{ amount: 1_000_001 }], prior: [{ measure: 'income.total', amount: 1_000 }] }],
    },
  },
];
