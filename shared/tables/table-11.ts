import { CURRENT, FISCAL, FISCAL_FUND_COLUMNS, NO_DATA } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表11 机关运行经费: operating expenses of administrative and referred units over the fiscal funds, current year. */
export const table11 = {
  no: 11,
  title: '{year}年财政拨款安排机关运行经费预算表',
  shortTitle: '机关运行经费表',
  blocks: [
    {
      over: {
        side: ['expenditure'],
        ...FISCAL,
        ...CURRENT,
        nature: ['basic'],
        use: ['operating'],
        unitKind: ['administrative', 'referred'],
      },
      columns: [
        { label: '单位名称', show: 'label', width: 40 },
        { label: '{year}预算数', under: [{ label: '合计', sum: {} }, ...FISCAL_FUND_COLUMNS] },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'total', label: '部门合计', where: {}, bold: true },
          { kind: 'units', where: {} },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
