/** Cross-checks of 收入总表, within and against 收支总表. */
import { across, cell, formBasis, printed, T1_INCOME, T2_CARRYOVER, T2_FUNDS, T2_TOTAL } from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

const FUND_ROWS = ['generalPublic', 'governmentFund', 'stateCapital', 'fiscalAccount', 'ownFunds'] as const;

export const table2Checks: readonly TableCheck[] = [
  {
    id: 'T2-T1-current',
    title: '收入总表与收支总表：本年收入合计一致',
    severity: 'error',
    basis: formBasis(1, 2),
    left: cell(2, 'total', T2_TOTAL),
    op: '=',
    right: cell(1, 'current', T1_INCOME),
    message: '收入总表本年收入{left}，收支总表本年收入合计{right}，相差{diff}。',
    examples: {
      passes: [{ '2|0|total|本年收入/合计': '85.00', '1|0|current|收入/{year}年': '85.00' }],
      fails: [{ '2|0|total|本年收入/合计': '85.00', '1|0|current|收入/{year}年': '58.00' }],
    },
  },
  ...FUND_ROWS.map(
    (fund, index): TableCheck => ({
      id: `T2-T1-${fund}`,
      title: `收入总表与收支总表：${(T2_FUNDS[index] ?? '').split('/')[1]}收入一致`,
      severity: 'error',
      basis: formBasis(1, 2),
      left: cell(2, 'total', T2_FUNDS[index] ?? ''),
      op: '=',
      right: cell(1, fund, T1_INCOME),
      message: `${(T2_FUNDS[index] ?? '').split('/')[1]}收入：收入总表{left}，收支总表{right}，相差{diff}。`,
      examples: {
        passes: [{ [`2|0|total|${T2_FUNDS[index]}`]: '70.00', [`1|0|${fund}|${T1_INCOME}`]: '70.00' }],
        fails: [{ [`2|0|total|${T2_FUNDS[index]}`]: '70.00', [`1|0|${fund}|${T1_INCOME}`]: '' }],
      },
    }),
  ),
  {
    id: 'T2-T1-carryover',
    title: '收入总表与收支总表：上年结转一致',
    severity: 'error',
    basis: formBasis(1, 2),
    left: cell(2, 'total', T2_CARRYOVER),
    op: '=',
    right: cell(1, 'carryover', T1_INCOME),
    message: '上年结转：收入总表{left}，收支总表{right}，相差{diff}。',
    examples: {
      passes: [{ '2|0|total|上年结转': '20.00', '1|0|carryover|收入/{year}年': '20.00' }],
      fails: [{ '2|0|total|上年结转': '20.00', '1|0|carryover|收入/{year}年': '2.00' }],
    },
  },
  {
    id: 'T2-rows',
    title: '收入总表：每行合计等于五类资金之和（不含结转）',
    severity: 'error',
    basis: formBasis(2),
    each: { table: 2, rows: 'all', columns: [T2_TOTAL] },
    left: cell(2, '@', T2_TOTAL),
    op: '=',
    right: across(2, '@', T2_FUNDS),
    message: '{table}“{row}”：合计{left}，五类资金之和{right}，相差{diff}。',
    examples: {
      passes: [printed(2, 'f:212', [T2_TOTAL, ...T2_FUNDS], ['8.00', '5.00', '3.00'])],
      fails: [printed(2, 'f:212', [T2_TOTAL, ...T2_FUNDS], ['9.00', '5.00', '3.00'])],
    },
  },
];
