import { CODE_AND_NAME, CURRENT, FUNCTIONAL_DIGITS, GENERAL, NO_DATA, TOTAL_BASIC_PROJECT } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表5 一般公共预算支出预算表: general public budget, current year only, by functional code. */
export const table05 = {
  no: 5,
  title: '{year}年一般公共预算支出预算表（不含上年结转）',
  shortTitle: '一般公共预算支出表',
  blocks: [
    {
      over: { side: ['expenditure'], ...GENERAL, ...CURRENT },
      columns: [
        { label: '项目', under: CODE_AND_NAME },
        { label: '{year}年预算数', under: TOTAL_BASIC_PROJECT },
      ],
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
