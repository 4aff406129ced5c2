import { CURRENT, GOVERNMENT_FUND, NO_DATA, REVENUE_DIGITS } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表7 政府性基金预算收入表: by revenue code, current year only. */
export const table07 = {
  no: 7,
  title: '{year}年政府性基金预算收入表（不含上年结转）',
  shortTitle: '政府性基金收入表',
  blocks: [
    {
      over: { side: ['income'], ...GOVERNMENT_FUND, ...CURRENT },
      columns: [
        {
          label: '项目',
          under: [
            { label: '收入科目编码', show: 'code', width: 14 },
            { label: '科目名称', show: 'name', width: 44 },
          ],
        },
        { label: '政府性基金收入预算', sum: {}, width: 20 },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '合计', where: {}, bold: true },
          { kind: 'tree', dimension: 'revenue', digits: REVENUE_DIGITS, where: {} },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
