/** Cross-checks within 收支总表. */
import {
  across,
  cell,
  down,
  formBasis,
  printed,
  sum,
  T1_ALL,
  T1_CARRYOVER,
  T1_CURRENT,
  T1_INCOME,
  T1_SPENT,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

const FUND_ROWS = ['generalPublic', 'governmentFund', 'stateCapital', 'fiscalAccount', 'ownFunds'] as const;
const CLASSES = { startsWith: 'class:' } as const;

export const table1Checks: readonly TableCheck[] = [
  {
    id: 'T1-balance',
    title: '收支总表：收入总计等于支出总计',
    severity: 'error',
    basis: formBasis(1),
    left: cell(1, 'total', T1_INCOME),
    op: '=',
    right: cell(1, 'total', T1_ALL, 1),
    message: '收支不平：收入总计{left}，支出总计{right}，相差{diff}。',
    examples: {
      passes: [{ '1|0|total|收入/{year}年': '100.00', '1|1|total|支出/{year}年合计': '100.00' }],
      fails: [{ '1|0|total|收入/{year}年': '100.00', '1|1|total|支出/{year}年合计': '99.99' }],
    },
  },
  {
    id: 'T1-income',
    title: '收支总表：本年收入加上年结转等于收入总计',
    severity: 'error',
    basis: formBasis(1),
    left: cell(1, 'total', T1_INCOME),
    op: '=',
    right: sum(cell(1, 'current', T1_INCOME), cell(1, 'carryover', T1_INCOME)),
    message: '收入总计{left}，本年收入合计加上年结转为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          '1|0|current|收入/{year}年': '80.00',
          '1|0|carryover|收入/{year}年': '20.00',
          '1|0|total|收入/{year}年': '100.00',
        },
      ],
      fails: [
        {
          '1|0|current|收入/{year}年': '80.00',
          '1|0|carryover|收入/{year}年': '',
          '1|0|total|收入/{year}年': '100.00',
        },
      ],
    },
  },
  {
    id: 'T1-funds',
    title: '收支总表：五类收入之和等于本年收入合计',
    severity: 'error',
    basis: formBasis(1),
    left: cell(1, 'current', T1_INCOME),
    op: '=',
    right: down(1, { keys: FUND_ROWS }, T1_INCOME),
    message: '本年收入合计{left}，五类资金收入之和{right}，相差{diff}。',
    examples: {
      passes: [
        {
          '1|0|generalPublic|收入/{year}年': '70.00',
          '1|0|governmentFund|收入/{year}年': '10.00',
          '1|0|stateCapital|收入/{year}年': '',
          '1|0|fiscalAccount|收入/{year}年': '',
          '1|0|ownFunds|收入/{year}年': '5.00',
          '1|0|current|收入/{year}年': '85.00',
        },
      ],
      fails: [
        {
          '1|0|generalPublic|收入/{year}年': '70.00',
          '1|0|governmentFund|收入/{year}年': '10.00',
          '1|0|stateCapital|收入/{year}年': '',
          '1|0|fiscalAccount|收入/{year}年': '',
          '1|0|ownFunds|收入/{year}年': '5.00',
          '1|0|current|收入/{year}年': '80.00',
        },
      ],
    },
  },
  {
    id: 'T1-expenditure',
    title: '收支总表：本年支出加年终结转等于支出总计',
    severity: 'error',
    basis: formBasis(1),
    each: { table: 1, block: 1, rows: { keys: ['total'] }, columns: T1_SPENT },
    left: cell(1, 'total', '@', 1),
    op: '=',
    right: sum(cell(1, 'current', '@', 1), cell(1, 'yearEnd', '@', 1)),
    message: '{table}“{column}”栏：支出总计{left}，本年支出合计加年终结转为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(1, 'current', T1_SPENT, ['90.00', '90.00'], 1),
          ...printed(1, 'yearEnd', T1_SPENT, ['10.00', '10.00'], 1),
          ...printed(1, 'total', T1_SPENT, ['100.00', '100.00'], 1),
        },
      ],
      fails: [
        {
          ...printed(1, 'current', T1_SPENT, ['90.00', '90.00'], 1),
          ...printed(1, 'yearEnd', T1_SPENT, ['', ''], 1),
          ...printed(1, 'total', T1_SPENT, ['100.00', '100.00'], 1),
        },
      ],
    },
  },
  {
    id: 'T1-origin',
    title: '收支总表：支出合计等于当年安排加结转安排',
    severity: 'error',
    basis: formBasis(1),
    each: { table: 1, block: 1, rows: 'all', columns: [T1_ALL] },
    left: cell(1, '@', T1_ALL, 1),
    op: '=',
    right: across(1, '@', [T1_CURRENT, T1_CARRYOVER], 1),
    message: '{table}“{row}”：合计{left}，当年安排加结转安排为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          '1|1|class:212|支出/{year}年合计': '9.00',
          '1|1|class:212|支出/当年预算安排': '7.00',
          '1|1|class:212|支出/上年结转安排': '2.00',
        },
      ],
      fails: [
        {
          '1|1|class:212|支出/{year}年合计': '9.00',
          '1|1|class:212|支出/当年预算安排': '7.00',
          '1|1|class:212|支出/上年结转安排': '',
        },
      ],
    },
  },
  {
    id: 'T1-carryover',
    title: '收支总表：上年结转都有安排',
    severity: 'error',
    basis: formBasis(1),
    left: cell(1, 'total', T1_CARRYOVER, 1),
    op: '=',
    right: cell(1, 'carryover', T1_INCOME),
    message: '上年结转安排的支出（含年终结转）{left}，上年结转收入{right}，相差{diff}。',
    examples: {
      passes: [{ '1|1|total|支出/上年结转安排': '20.00', '1|0|carryover|收入/{year}年': '20.00' }],
      fails: [{ '1|1|total|支出/上年结转安排': '80.00', '1|0|carryover|收入/{year}年': '20.00' }],
    },
  },
  {
    id: 'T1-classes',
    title: '收支总表：各类支出之和等于本年支出合计',
    severity: 'error',
    basis: formBasis(1),
    each: { table: 1, block: 1, rows: { keys: ['current'] }, columns: T1_SPENT },
    left: cell(1, 'current', '@', 1),
    op: '=',
    right: down(1, CLASSES, '@', 1),
    message: '{table}“{column}”栏：本年支出合计{left}，各类支出之和{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(1, 'class:208', T1_SPENT, ['3.00', '3.00'], 1),
          ...printed(1, 'class:212', T1_SPENT, ['6.00', '6.00'], 1),
          ...printed(1, 'current', T1_SPENT, ['9.00', '9.00'], 1),
        },
      ],
      fails: [
        {
          ...printed(1, 'class:208', T1_SPENT, ['3.00', '3.00'], 1),
          ...printed(1, 'class:212', T1_SPENT, ['6.00', '6.00'], 1),
          ...printed(1, 'current', T1_SPENT, ['3.00', '3.00'], 1),
        },
      ],
    },
  },
];
