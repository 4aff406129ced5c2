import {
  CARRYOVER,
  CODE_AND_NAME,
  CURRENT,
  FISCAL_ACCOUNT,
  FUNCTIONAL_DIGITS,
  GENERAL,
  GOVERNMENT_FUND,
  NO_DATA,
  OWN_FUNDS,
  STATE_CAPITAL,
} from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表2 收入总表: income by functional code; 上年结转 stands beside 合计, not in it. */
export const table02 = {
  no: 2,
  title: '{year}年预算收入总表',
  shortTitle: '收入总表',
  blocks: [
    {
      over: { side: ['income'] },
      columns: [
        { label: '项目', under: CODE_AND_NAME },
        {
          label: '本年收入',
          under: [
            { label: '合计', sum: CURRENT },
            { label: '一般公共预算', sum: { ...GENERAL, ...CURRENT } },
            { label: '政府性基金', sum: { ...GOVERNMENT_FUND, ...CURRENT } },
            { label: '国有资本经营预算', sum: { ...STATE_CAPITAL, ...CURRENT } },
            { label: '财政专户管理资金', sum: { ...FISCAL_ACCOUNT, ...CURRENT } },
            { label: '单位资金', sum: { ...OWN_FUNDS, ...CURRENT } },
          ],
        },
        { label: '上年结转', sum: CARRYOVER },
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
  page: { paper: 'A4', orientation: 'landscape' },
} as const satisfies TableSpec;
