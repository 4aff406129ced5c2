import { CODE_AND_NAME, CURRENT, FUNCTIONAL_DIGITS, GOVERNMENT_FUND, NO_DATA, TOTAL_BASIC_PROJECT } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表8 政府性基金预算支出表: current year only, by functional code. */
export const table08 = {
  no: 8,
  title: '{year}年政府性基金预算支出表（不含上年结转）',
  shortTitle: '政府性基金支出表',
  blocks: [
    {
      over: { side: ['expenditure'], ...GOVERNMENT_FUND, ...CURRENT },
      columns: [...CODE_AND_NAME, ...TOTAL_BASIC_PROJECT],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '合计', where: {}, bold: true },
          { kind: 'tree', dimension: 'functional', digits: FUNCTIONAL_DIGITS, where: {} },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
