import { CURRENT, FISCAL_ACCOUNT, FISCAL_FUND_COLUMNS, NO_DATA, OWN_FUNDS } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表12 项目支出预算表（本年预算）: the unit's total, then its projects in book order, by fund. */
export const table12 = {
  no: 12,
  title: '{year}年项目支出预算表（本年预算）',
  shortTitle: '项目支出表（本年）',
  blocks: [
    {
      over: { side: ['expenditure'], nature: ['project'], ...CURRENT },
      columns: [
        { label: '项目名称', show: 'label', width: 52 },
        { label: '合计', sum: {} },
        { label: '{year}年财政拨款', under: FISCAL_FUND_COLUMNS },
        { label: '财政专户管理资金', sum: FISCAL_ACCOUNT },
        { label: '单位资金', sum: OWN_FUNDS },
      ],
      sections: [[{ kind: 'units', where: {}, projects: true, always: true }]],
    },
  ],
  columnNumbers: true,
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'landscape' },
} as const satisfies TableSpec;
