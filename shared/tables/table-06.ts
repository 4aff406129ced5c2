import { CURRENT, GENERAL, NO_DATA } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表6 基本支出分经济科目表: general public basic expenditure by department economic class, with its government class. */
export const table06 = {
  no: 6,
  title: '{year}年一般公共预算安排基本支出分经济科目表（不含上年结转）',
  shortTitle: '基本支出分经济科目表',
  blocks: [
    {
      over: { side: ['expenditure'], ...GENERAL, ...CURRENT, nature: ['basic'] },
      columns: [
        { label: '部门预算支出经济科目名称', show: 'label', width: 36 },
        { label: '政府预算支出经济科目名称', show: 'govName', width: 32 },
        {
          label: '{year}年预算数',
          under: [
            { label: '合计', sum: {} },
            { label: '人员经费', sum: { use: ['personnel'] } },
            { label: '公用经费', sum: { use: ['operating'] } },
          ],
        },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '合计', where: {}, bold: true },
          { kind: 'tree', dimension: 'deptEconomic', digits: [3, 5], where: {} },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
