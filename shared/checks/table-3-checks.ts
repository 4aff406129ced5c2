/** Cross-checks of 支出总表, within and against the tables before it. */
import {
  across,
  cell,
  formBasis,
  minus,
  printed,
  T1_ALL,
  T1_SPENT,
  T2_CARRYOVER,
  T2_TOTAL,
  YEAR_BASIC,
  YEAR_NATURES,
  YEAR_PROJECT,
  YEAR_TOTAL,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

export const table3Checks: readonly TableCheck[] = [
  {
    id: 'T3-T1-total',
    title: '支出总表与收支总表：本年支出合计一致',
    severity: 'error',
    basis: formBasis(1, 3),
    left: cell(3, 'total', YEAR_TOTAL),
    op: '=',
    right: minus(cell(1, 'total', T1_ALL, 1), cell(1, 'yearEnd', T1_ALL, 1)),
    message: '支出总表合计{left}，收支总表支出总计减年终结转为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          '3|0|total|{year}年预算数/合计': '90.00',
          ...printed(1, 'total', T1_SPENT, ['100.00', '100.00'], 1),
          ...printed(1, 'yearEnd', T1_SPENT, ['10.00', '10.00'], 1),
        },
      ],
      fails: [
        {
          '3|0|total|{year}年预算数/合计': '100.00',
          ...printed(1, 'total', T1_SPENT, ['100.00', '100.00'], 1),
          ...printed(1, 'yearEnd', T1_SPENT, ['10.00', '10.00'], 1),
        },
      ],
    },
  },
  {
    id: 'T3-T1-classes',
    title: '支出总表与收支总表：各类支出一致',
    severity: 'error',
    basis: formBasis(1, 3),
    each: { table: 3, rows: { tree: 'f', digits: 3 }, columns: [YEAR_TOTAL] },
    left: cell(3, '@', YEAR_TOTAL),
    op: '=',
    right: cell(1, 'class@', T1_ALL, 1),
    message: '{table}“{row}”：支出总表{left}，收支总表{right}，相差{diff}。',
    examples: {
      passes: [{ '3|0|f:212|{year}年预算数/合计': '9.00', ...printed(1, 'class:212', T1_SPENT, ['9.00', '9.00'], 1) }],
      fails: [{ '3|0|f:212|{year}年预算数/合计': '9.00', ...printed(1, 'class:212', T1_SPENT, ['6.00', '6.00'], 1) }],
    },
  },
  {
    id: 'T3-natures',
    title: '支出总表：每行合计等于基本支出加项目支出',
    severity: 'error',
    basis: formBasis(3),
    each: { table: 3, rows: 'all', columns: [YEAR_TOTAL] },
    left: cell(3, '@', YEAR_TOTAL),
    op: '=',
    right: across(3, '@', [YEAR_BASIC, YEAR_PROJECT]),
    message: '{table}“{row}”：合计{left}，基本支出加项目支出为{right}，相差{diff}。',
    examples: {
      passes: [printed(3, 'f:212', YEAR_NATURES, ['9.00', '4.00', '5.00'])],
      fails: [printed(3, 'f:212', YEAR_NATURES, ['9.00', '4.00', ''])],
    },
  },
  {
    id: 'T2-T3-items',
    title: '收入总表与支出总表：同一科目收支一致',
    severity: 'warning',
    basis: `${formBasis(2, 3)}（单位资金的收入科目可以不同）`,
    each: { table: 3, rows: { tree: 'f', digits: 7 }, columns: [YEAR_TOTAL] },
    onlyIfNil: cell(1, 'yearEnd', T1_ALL, 1),
    left: cell(3, '@', YEAR_TOTAL),
    op: '=',
    right: {
      sum: [
        { total: { table: 2, rows: 'same', column: T2_TOTAL, mayBeNone: true } },
        { total: { table: 2, rows: 'same', column: T2_CARRYOVER, mayBeNone: true } },
      ],
    },
    message: '{table}“{row}”：支出{left}，收入加结转为{right}，相差{diff}。',
    examples: {
      passes: [
        {
          ...printed(1, 'yearEnd', T1_SPENT, ['', ''], 1),
          '3|0|f:2120501|{year}年预算数/合计': '9.00',
          '2|0|f:2120501|本年收入/合计': '7.00',
          '2|0|f:2120501|上年结转': '2.00',
        },
        { ...printed(1, 'yearEnd', T1_SPENT, ['1.00', '1.00'], 1), '3|0|f:2120501|{year}年预算数/合计': '9.00' },
      ],
      fails: [{ ...printed(1, 'yearEnd', T1_SPENT, ['', ''], 1), '3|0|f:2120501|{year}年预算数/合计': '9.00' }],
    },
  },
];
