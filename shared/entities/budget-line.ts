import type { Row } from './entity.ts';
import { BASIC_USES, FUNDS, NATURES, ORIGINS, SIDES } from './vocabulary.ts';

/** 预算明细: the leaf fact that every table sums. */
export const budgetLine = {
  name: 'line',
  label: '预算明细',
  parent: 'budget',
  fields: {
    side: { kind: 'enum', label: '收支', options: SIDES },
    origin: { kind: 'enum', label: '资金年度', options: ORIGINS },
    fund: { kind: 'enum', label: '资金来源', options: FUNDS },
    functional: {
      kind: 'code',
      label: '功能分类科目',
      catalogue: 'functional',
      digits: [7],
      optional: true,
      help: '填到项级（7位）；收入和支出都按支出功能分类归集。年终结转可不填。',
    },
    revenue: {
      kind: 'code',
      label: '收入科目',
      catalogue: 'revenue',
      digits: [5, 7, 9],
      optional: true,
      help: '政府性基金、国有资本经营预算的收入填收入分类科目，用于表7、表9。',
    },
    nature: { kind: 'enum', label: '支出性质', options: NATURES, optional: true },
    deptEconomic: {
      kind: 'code',
      label: '部门预算支出经济分类',
      catalogue: 'deptEconomic',
      digits: [5],
      optional: true,
      help: '基本支出必填到款（5位）。',
    },
    govEconomic: {
      kind: 'code',
      label: '政府预算支出经济分类',
      catalogue: 'govEconomic',
      digits: [5],
      optional: true,
      help: '留空则按单位性质由部门经济分类对应。',
    },
    use: {
      kind: 'enum',
      label: '人员或公用',
      options: BASIC_USES,
      optional: true,
      help: '留空则 301、303 归人员经费，其余归公用经费；303 中的公用部分在此改。',
    },
    projectId: { kind: 'ref', label: '项目', entity: 'project', optional: true },
    amount: { kind: 'fen', label: '金额', help: '以元录入；可写 1.2万 或 =3*528*12。' },
    note: { kind: 'text', label: '说明', maxLength: 500, optional: true },
  },
} as const;
export type BudgetLine = Row<typeof budgetLine>;
