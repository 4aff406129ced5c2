import { CARRYOVER, FISCAL_FUND_COLUMNS, NO_DATA } from './filters.ts';
import type { TableSpec } from './spec.ts';

/**
 * 表13 项目支出预算表（上年结转）. The form has columns for the fiscal funds only; 合计 counts every fund, so that
 * tables 12 and 13 together are table 3's project expenditure.
 */
export const table13 = {
  no: 13,
  title: '{year}年项目支出预算表（上年结转）',
  shortTitle: '项目支出表（结转）',
  blocks: [
    {
      over: { side: ['expenditure'], nature: ['project'], ...CARRYOVER },
      columns: [
        { label: '项目名称', show: 'label', width: 52 },
        { label: '合计', sum: {} },
        { label: '{year}年财政拨款', under: FISCAL_FUND_COLUMNS },
      ],
      sections: [[{ kind: 'units', where: {}, projects: true, always: true }]],
    },
  ],
  columnNumbers: true,
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
