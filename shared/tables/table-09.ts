import {
  CODE_AND_NAME,
  CURRENT,
  FUNCTIONAL_DIGITS,
  NO_DATA,
  REVENUE_DIGITS,
  STATE_CAPITAL,
  TOTAL_BASIC_PROJECT,
} from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表9 国有资本经营预算收支预算表: revenue codes on the left, functional codes on the right, current year only. */
export const table09 = {
  no: 9,
  title: '{year}年国有资本经营预算收支预算表（不含上年结转）',
  shortTitle: '国有资本经营收支表',
  blocks: [
    {
      over: { side: ['income'], ...STATE_CAPITAL, ...CURRENT },
      columns: [
        {
          label: '国有资本经营预算收入',
          under: [
            {
              label: '项目',
              under: [
                { label: '收入科目编码', show: 'code', width: 12 },
                { label: '科目名称', show: 'name', width: 24 },
              ],
            },
            { label: '国有资本经营收入预算', sum: {} },
          ],
        },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '合计', where: {}, bold: true },
          { kind: 'tree', dimension: 'revenue', digits: REVENUE_DIGITS, where: {} },
        ],
      ],
    },
    {
      over: { side: ['expenditure'], ...STATE_CAPITAL, ...CURRENT },
      columns: [{ label: '国有资本经营预算支出', under: [...CODE_AND_NAME, ...TOTAL_BASIC_PROJECT] }],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '', where: {}, bold: true },
          { kind: 'tree', dimension: 'functional', digits: FUNCTIONAL_DIGITS, where: {} },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'landscape' },
} as const satisfies TableSpec;
