import {
  CARRYOVER,
  CURRENT,
  FISCAL,
  FISCAL_FUND_COLUMNS,
  GENERAL,
  GOVERNMENT_FUND,
  NO_DATA,
  STATE_CAPITAL,
} from './filters.ts';
import type { TableSpec } from './spec.ts';

/** 表4 财政拨款收支总表: the three fiscal funds, carryover included on both sides. */
export const table04 = {
  no: 4,
  title: '{year}年财政拨款收支总表',
  shortTitle: '财政拨款收支总表',
  blocks: [
    {
      over: { side: ['income'], ...FISCAL },
      columns: [
        {
          label: '收入',
          under: [
            { label: '项目', show: 'label', width: 26 },
            { label: '金额', sum: {} },
          ],
        },
      ],
      sections: [
        [
          { kind: 'fixed', key: 'generalPublic', label: '一、一般公共预算', where: { ...GENERAL, ...CURRENT } },
          {
            kind: 'fixed',
            key: 'governmentFund',
            label: '二、政府性基金预算',
            where: { ...GOVERNMENT_FUND, ...CURRENT },
          },
          {
            kind: 'fixed',
            key: 'stateCapital',
            label: '三、国有资本经营预算',
            where: { ...STATE_CAPITAL, ...CURRENT },
          },
        ],
        [
          { kind: 'fixed', key: 'current', label: '本年收入合计', where: CURRENT, bold: true },
          { kind: 'fixed', key: 'carryover', label: '上年财政拨款结转', where: CARRYOVER },
          {
            kind: 'fixed',
            key: 'carryover.generalPublic',
            label: '一、一般公共预算',
            where: { ...GENERAL, ...CARRYOVER },
          },
          {
            kind: 'fixed',
            key: 'carryover.governmentFund',
            label: '二、政府性基金预算',
            where: { ...GOVERNMENT_FUND, ...CARRYOVER },
          },
          {
            kind: 'fixed',
            key: 'carryover.stateCapital',
            label: '三、国有资本经营预算',
            where: { ...STATE_CAPITAL, ...CARRYOVER },
          },
          { kind: 'fixed', key: 'total', label: '收入总计', where: {}, bold: true },
        ],
      ],
    },
    {
      over: { side: ['expenditure', 'yearEndCarryover'], ...FISCAL },
      columns: [
        {
          label: '支出',
          under: [
            { label: '项目', show: 'label', width: 34 },
            { label: '金额', under: [{ label: '小计', sum: {} }, ...FISCAL_FUND_COLUMNS] },
          ],
        },
      ],
      sections: [
        [{ kind: 'classes', where: { side: ['expenditure'] } }],
        [
          { kind: 'fixed', key: 'current', label: '本年支出合计', where: { side: ['expenditure'] }, bold: true },
          { kind: 'fixed', key: 'yearEnd', label: '年终结转', where: { side: ['yearEndCarryover'] } },
          { kind: 'fixed', key: 'blank1', label: '', where: null },
          { kind: 'fixed', key: 'blank2', label: '', where: null },
          { kind: 'fixed', key: 'blank3', label: '', where: null },
          { kind: 'fixed', key: 'total', label: '支出总计', where: {}, bold: true },
        ],
      ],
    },
  ],
  whenEmpty: NO_DATA,
  page: { paper: 'A4', orientation: 'portrait' },
} as const satisfies TableSpec;
