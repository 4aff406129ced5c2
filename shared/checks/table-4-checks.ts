/** Cross-checks of 财政拨款收支总表, within and against 收支总表. */
import { FISCAL_FUNDS } from '../entities/vocabulary.ts';
import {
  across,
  cell,
  down,
  formBasis,
  printed,
  sum,
  T1_INCOME,
  T4_FUNDS,
  T4_INCOME,
  T4_TOTAL,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

const CLASSES = { startsWith: 'class:' } as const;

export const table4Checks: readonly TableCheck[] = [
  {
    id: 'T4-balance',
    title: '财政拨款收支总表：收入总计等于支出总计',
    severity: 'error',
    basis: formBasis(4),
    left: cell(4, 'total', T4_INCOME),
    op: '=',
    right: cell(4, 'total', T4_TOTAL, 1),
    message: '财政拨款收支不平：收入总计{left}，支出总计{right}，相差{diff}。',
    examples: {
      passes: [{ '4|0|total|收入/金额': '95.00', '4|1|total|支出/金额/小计': '95.00' }],
      fails: [{ '4|0|total|收入/金额': '95.00', '4|1|total|支出/金额/小计': '59.00' }],
    },
  },
  ...FISCAL_FUNDS.map(
    (fund, index): TableCheck => ({
      id: `T4-balance-${fund}`,
      title: `财政拨款收支总表：${(T4_FUNDS[index] ?? '').split('/')[2]}收支一致`,
      severity: 'error',
      basis: formBasis(4),
      left: sum(cell(4, fund, T4_INCOME), cell(4, `carryover.${fund}`, T4_INCOME)),
      op: '=',
      right: cell(4, 'total', T4_FUNDS[index] ?? '', 1),
      message: `${(T4_FUNDS[index] ?? '').split('/')[2]}：本年收入加上年结转为{left}，支出总计{right}，相差{diff}。`,
      examples: {
        passes: [
          {
            ...printed(4, fund, [T4_INCOME], ['8.00']),
            ...printed(4, `carryover.${fund}`, [T4_INCOME], ['2.00']),
            ...printed(4, 'total', [T4_FUNDS[index] ?? ''], ['10.00'], 1),
          },
        ],
        fails: [
          {
            ...printed(4, fund, [T4_INCOME], ['8.00']),
            ...printed(4, `carryover.${fund}`, [T4_INCOME], ['2.00']),
            ...printed(4, 'total', [T4_FUNDS[index] ?? ''], ['8.00'], 1),
          },
        ],
      },
    }),
  ),
  ...FISCAL_FUNDS.map(
    (fund): TableCheck => ({
      id: `T4-T1-${fund}`,
      title: '财政拨款收支总表与收支总表：各项财政拨款收入一致',
      severity: 'error',
      basis: formBasis(1, 4),
      left: cell(4, fund, T4_INCOME),
      op: '=',
      right: cell(1, fund, T1_INCOME),
      message: '财政拨款收入：财政拨款收支总表{left}，收支总表{right}，相差{diff}。',
      examples: {
        passes: [{ [`4|0|${fund}|收入/金额`]: '8.00', [`1|0|${fund}|收入/{year}年`]: '8.00' }],
        fails: [{ [`4|0|${fund}|收入/金额`]: '8.00', [`1|0|${fund}|收入/{year}年`]: '' }],
      },
    }),
  ),
  {
    id: 'T4-current',
    title: '财政拨款收支总表：三项拨款之和等于本年收入合计',
    severity: 'error',
    basis: formBasis(4),
    left: cell(4, 'current', T4_INCOME),
    op: '=',
    right: down(4, { keys: FISCAL_FUNDS }, T4_INCOME),
    message: '本年收入合计{left}，三项财政拨款之和{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(4, 'generalPublic', [T4_INCOME], ['8.00']),
          ...printed(4, 'governmentFund', [T4_INCOME], ['2.00']),
          ...printed(4, 'stateCapital', [T4_INCOME], []),
          ...printed(4, 'current', [T4_INCOME], ['10.00']),
        },
      ],
      fails: [
        {
          ...printed(4, 'generalPublic', [T4_INCOME], ['8.00']),
          ...printed(4, 'governmentFund', [T4_INCOME], ['2.00']),
          ...printed(4, 'stateCapital', [T4_INCOME], []),
          ...printed(4, 'current', [T4_INCOME], ['9.00']),
        },
      ],
    },
  },
  {
    id: 'T4-carryover',
    title: '财政拨款收支总表：三项结转之和等于上年财政拨款结转',
    severity: 'error',
    basis: formBasis(4),
    left: cell(4, 'carryover', T4_INCOME),
    op: '=',
    right: down(4, { keys: FISCAL_FUNDS.map((fund) => `carryover.${fund}`) }, T4_INCOME),
    message: '上年财政拨款结转{left}，三项结转之和{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(4, 'carryover.generalPublic', [T4_INCOME], ['8.00']),
          ...printed(4, 'carryover.governmentFund', [T4_INCOME], ['2.00']),
          ...printed(4, 'carryover.stateCapital', [T4_INCOME], []),
          ...printed(4, 'carryover', [T4_INCOME], ['10.00']),
        },
      ],
      fails: [
        {
          ...printed(4, 'carryover.generalPublic', [T4_INCOME], ['8.00']),
          ...printed(4, 'carryover.governmentFund', [T4_INCOME], ['2.00']),
          ...printed(4, 'carryover.stateCapital', [T4_INCOME], []),
          ...printed(4, 'carryover', [T4_INCOME], ['8.00']),
        },
      ],
    },
  },
  {
    id: 'T4-income',
    title: '财政拨款收支总表：本年收入加结转等于收入总计',
    severity: 'error',
    basis: formBasis(4),
    left: cell(4, 'total', T4_INCOME),
    op: '=',
    right: down(4, { keys: ['current', 'carryover'] }, T4_INCOME),
    message: '收入总计{left}，本年收入加上年财政拨款结转为{right}，相差{diff}。',
    examples: {
      passes: [{ '4|0|current|收入/金额': '8.00', '4|0|carryover|收入/金额': '2.00', '4|0|total|收入/金额': '10.00' }],
      fails: [{ '4|0|current|收入/金额': '8.00', '4|0|carryover|收入/金额': '2.00', '4|0|total|收入/金额': '8.00' }],
    },
  },
  {
    id: 'T4-rows',
    title: '财政拨款收支总表：每行小计等于三栏之和',
    severity: 'error',
    basis: formBasis(4),
    each: { table: 4, block: 1, rows: 'all', columns: [T4_TOTAL] },
    left: cell(4, '@', T4_TOTAL, 1),
    op: '=',
    right: across(4, '@', T4_FUNDS, 1),
    message: '{table}“{row}”：小计{left}，三栏之和{right}，相差{diff}。',
    examples: {
      passes: [printed(4, 'class:212', [T4_TOTAL, ...T4_FUNDS], ['10.00', '8.00', '2.00', ''], 1)],
      fails: [printed(4, 'class:212', [T4_TOTAL, ...T4_FUNDS], ['10.00', '8.00', '', ''], 1)],
    },
  },
  {
    id: 'T4-classes',
    title: '财政拨款收支总表：各类支出之和等于本年支出合计',
    severity: 'error',
    basis: formBasis(4),
    each: { table: 4, block: 1, rows: { keys: ['current'] }, columns: [T4_TOTAL, ...T4_FUNDS] },
    left: cell(4, 'current', '@', 1),
    op: '=',
    right: down(4, CLASSES, '@', 1),
    message: '{table}“{column}”栏：本年支出合计{left}，各类支出之和{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(4, 'class:212', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
          ...printed(4, 'current', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
        },
      ],
      fails: [
        {
          ...printed(4, 'class:212', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
          ...printed(4, 'current', [T4_TOTAL, ...T4_FUNDS], ['9.00', '6.00', '', ''], 1),
        },
      ],
    },
  },
  {
    id: 'T4-expenditure',
    title: '财政拨款收支总表：本年支出加年终结转等于支出总计',
    severity: 'error',
    basis: formBasis(4),
    each: { table: 4, block: 1, rows: { keys: ['total'] }, columns: [T4_TOTAL, ...T4_FUNDS] },
    left: cell(4, 'total', '@', 1),
    op: '=',
    right: down(4, { keys: ['current', 'yearEnd'] }, '@', 1),
    message: '{table}“{column}”栏：支出总计{left}，本年支出合计加年终结转为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(4, 'current', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
          ...printed(4, 'yearEnd', [T4_TOTAL, ...T4_FUNDS], ['1.00', '1.00', '', ''], 1),
          ...printed(4, 'total', [T4_TOTAL, ...T4_FUNDS], ['10.00', '10.00', '', ''], 1),
        },
      ],
      fails: [
        {
          ...printed(4, 'current', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
          ...printed(4, 'yearEnd', [T4_TOTAL, ...T4_FUNDS], ['1.00', '1.00', '', ''], 1),
          ...printed(4, 'total', [T4_TOTAL, ...T4_FUNDS], ['9.00', '9.00', '', ''], 1),
        },
      ],
    },
  },
];
