import { CODE_AND_NAME, FUNCTIONAL_DIGITS, NO_DATA, TOTAL_BASIC_PROJECT } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表3 支出总表: all expenditure, current and carried over, by functional code. */
export const table03 = {
  no: 3,
  title: '{year}年预算支出总表',
  shortTitle: '支出总表',
  blocks: [
    {
      over: { side: ['expenditure'] },
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
