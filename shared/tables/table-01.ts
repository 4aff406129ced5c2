import { CARRYOVER, CURRENT, NO_DATA } from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表1 收支总表: income by fund on the left, expenditure by class on the right; both totals agree. */
export const table01 = {
  no: 1,
  title: '{year}年预算收支总表',
  shortTitle: '收支总表',
  blocks: [
    {
      over: { side: ['income'] },
      columns: [
        {
          label: '收入',
          under: [
            { label: '项目', show: 'label', width: 26 },
            { label: '{year}年', sum: {} },
          ],
        },
      ],
      sections: [
        [
          {
            kind: 'fixed',
            key: 'generalPublic',
            label: '一、一般公共预算',
            where: { fund: ['generalPublic'], ...CURRENT },
          },
          {
            kind: 'fixed',
            key: 'governmentFund',
            label: '二、政府性基金预算',
            where: { fund: ['governmentFund'], ...CURRENT },
          },
          {
            kind: 'fixed',
            key: 'stateCapital',
            label: '三、国有资本经营预算',
            where: { fund: ['stateCapital'], ...CURRENT },
          },
          {
            kind: 'fixed',
            key: 'fiscalAccount',
            label: '四、财政专户管理资金',
            where: { fund: ['fiscalAccount'], ...CURRENT },
          },
          { kind: 'fixed', key: 'ownFunds', label: '五、单位资金', where: { fund: ['ownFunds'], ...CURRENT } },
        ],
        [
          { kind: 'fixed', key: 'current', label: '本年收入合计', where: CURRENT, bold: true },
          { kind: 'fixed', key: 'carryover', label: '上年结转', where: CARRYOVER },
          { kind: 'fixed', key: 'total', label: '收入总计', where: {}, bold: true },
        ],
      ],
    },
    {
      over: { side: ['expenditure', 'yearEndCarryover'] },
      columns: [
        {
          label: '支出',
          under: [
            { label: '项目', show: 'label', width: 34 },
            { label: '{year}年合计', sum: {} },
            { label: '当年预算安排', sum: CURRENT },
            { label: '上年结转安排', sum: CARRYOVER },
          ],
        },
      ],
      sections: [
        [{ kind: 'classes', where: { side: ['expenditure'] } }],
        [
          { kind: 'fixed', key: 'current', label: '本年支出合计', where: { side: ['expenditure'] }, bold: true },
          { kind: 'fixed', key: 'yearEnd', label: '年终结转', where: { side: ['yearEndCarryover'] } },
          { kind: 'fixed', key: 'total', label: '支出总计', where: {}, bold: true },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
