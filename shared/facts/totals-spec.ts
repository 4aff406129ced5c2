import { CARRYOVER, CURRENT } from '../tables/filters.ts';
import type { TableSpec } from '../tables/spec.ts';

/** The totals of the status bar, declared like a table so that the same sums serve both. Never printed. */
export const totalsSpec = {
  no: 0,
  title: '合计',
  shortTitle: '合计',
  blocks: [
    {
      over: {},
      columns: [
        { label: '项目', show: 'label' },
        { label: '金额', sum: {} },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'income', label: '收入总计', where: { side: ['income'] } },
          { kind: 'fixed', key: 'incomeCurrent', label: '本年收入合计', where: { side: ['income'], ...CURRENT } },
          { kind: 'fixed', key: 'incomeCarryover', label: '上年结转', where: { side: ['income'], ...CARRYOVER } },
          { kind: 'fixed', key: 'expenditure', label: '本年支出合计', where: { side: ['expenditure'] } },
          {
            kind: 'fixed',
            key: 'expenditureBasic',
            label: '基本支出',
            where: { side: ['expenditure'], nature: ['basic'] },
          },
          {
            kind: 'fixed',
            key: 'expenditureProject',
            label: '项目支出',
            where: { side: ['expenditure'], nature: ['project'] },
          },
          { kind: 'fixed', key: 'yearEndCarryover', label: '年终结转', where: { side: ['yearEndCarryover'] } },
        ],
      ],
    },
  ],
  whenEmpty: '',
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
