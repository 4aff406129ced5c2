/** Cross-checks of the tables by fund: general public (5, 6), government funds (7, 8), state capital (9). */
import {
  cell,
  formBasis,
  minus,
  printed,
  sum,
  T1_INCOME,
  T4_FUNDS,
  T4_INCOME,
  T7_INCOME,
  T8_NATURES,
  T9_INCOME,
  T9_NATURES,
  YEAR_BASIC,
  YEAR_NATURES,
  YEAR_OPERATING,
  YEAR_PERSONNEL,
  YEAR_PROJECT,
  YEAR_TOTAL,
  YEAR_USES,
} from './table-columns.ts';
import type { Amount, TableCheck } from './table-spec.ts';

const [GENERAL, FUNDS, CAPITAL] = T4_FUNDS;
const [FUND_TOTAL, FUND_BASIC, FUND_PROJECT] = T8_NATURES;
const [CAPITAL_TOTAL, CAPITAL_BASIC, CAPITAL_PROJECT] = T9_NATURES;

/** 年终结转 of one fund: where there is some, this year's money is not all spent and the two sides may differ. */
const yearEnd = (fund: string): Amount => cell(4, 'yearEnd', fund, 1);

const general: readonly TableCheck[] = [
  {
    id: 'T5-natures',
    title: '一般公共预算支出表：每行合计等于基本支出加项目支出',
    severity: 'error',
    basis: formBasis(5),
    each: { table: 5, rows: 'all', columns: [YEAR_TOTAL] },
    left: cell(5, '@', YEAR_TOTAL),
    op: '=',
    right: sum(cell(5, '@', YEAR_BASIC), cell(5, '@', YEAR_PROJECT)),
    message: '{table}“{row}”：合计{left}，基本支出加项目支出为{right}，相差{diff}。',
    examples: {
      passes: [printed(5, 'f:212', YEAR_NATURES, ['9.00', '4.00', '5.00'])],
      fails: [printed(5, 'f:212', YEAR_NATURES, ['9.00', '4.00'])],
    },
  },
  {
    id: 'T5-T4',
    title: '一般公共预算支出表：财政拨款支出减结转等于当年支出',
    severity: 'error',
    basis: formBasis(4, 5),
    onlyIfNil: yearEnd(GENERAL),
    left: cell(5, 'total', YEAR_TOTAL),
    op: '=',
    right: minus(cell(4, 'total', GENERAL, 1), cell(4, 'carryover.generalPublic', T4_INCOME)),
    message: '一般公共预算当年支出{left}，财政拨款收支总表的支出减上年结转为{right}，相差{diff}。',
    examples: {
      passes: [generalAgainstFour('7.00', '', '9.00', '2.00'), generalAgainstFour('8.00', '1.00', '9.00', '2.00')],
      fails: [generalAgainstFour('9.00', '', '9.00', '2.00')],
    },
  },
  {
    id: 'T5-T3-within',
    title: '一般公共预算支出不大于支出总表的同栏合计',
    severity: 'error',
    basis: formBasis(3, 5),
    each: { table: 5, rows: { keys: ['total'] }, columns: YEAR_NATURES },
    left: cell(5, 'total', '@'),
    op: '<=',
    right: cell(3, 'total', '@'),
    message: '{table}“{column}”栏：一般公共预算支出{left}，大于全部支出{right}，多{diff}。',
    examples: {
      passes: [
        {
          ...printed(5, 'total', YEAR_NATURES, ['7.00', '4.00', '3.00']),
          ...printed(3, 'total', YEAR_NATURES, ['9.00', '4.00', '5.00']),
        },
      ],
      fails: [
        {
          ...printed(5, 'total', YEAR_NATURES, ['7.00', '4.00', '3.00']),
          ...printed(3, 'total', YEAR_NATURES, ['9.00', '2.00', '7.00']),
        },
      ],
    },
  },
  {
    id: 'T6-T5',
    title: '基本支出经济科目表：合计等于一般公共预算基本支出',
    severity: 'error',
    basis: formBasis(5, 6),
    left: cell(6, 'total', YEAR_TOTAL),
    op: '=',
    right: cell(5, 'total', YEAR_BASIC),
    message: '基本支出分经济科目合计{left}，一般公共预算基本支出{right}，相差{diff}。',
    examples: {
      passes: [{ ...printed(6, 'total', YEAR_USES, ['4.00']), ...printed(5, 'total', YEAR_NATURES, ['7.00', '4.00']) }],
      fails: [{ ...printed(6, 'total', YEAR_USES, ['3.00']), ...printed(5, 'total', YEAR_NATURES, ['7.00', '4.00']) }],
    },
  },
  {
    id: 'T6-uses',
    title: '基本支出经济科目表：每行合计等于人员经费加公用经费',
    severity: 'error',
    basis: formBasis(6),
    each: { table: 6, rows: 'all', columns: [YEAR_TOTAL] },
    left: cell(6, '@', YEAR_TOTAL),
    op: '=',
    right: sum(cell(6, '@', YEAR_PERSONNEL), cell(6, '@', YEAR_OPERATING)),
    message: '{table}“{row}”：合计{left}，人员经费加公用经费为{right}，相差{diff}。',
    examples: {
      passes: [printed(6, 'e:303', YEAR_USES, ['4.00', '3.00', '1.00'])],
      fails: [printed(6, 'e:303', YEAR_USES, ['4.00', '3.00'])],
    },
  },
];

const funds: readonly TableCheck[] = [
  {
    id: 'T7-T8',
    title: '政府性基金：当年收入等于当年支出',
    severity: 'error',
    basis: formBasis(7, 8),
    onlyIfNil: yearEnd(FUNDS),
    left: cell(7, 'total', T7_INCOME),
    op: '=',
    right: cell(8, 'total', FUND_TOTAL),
    message: '政府性基金当年收入{left}，当年支出{right}，相差{diff}。',
    examples: {
      passes: [fundsAgainst('5.00', '5.00', '')],
      fails: [fundsAgainst('5.00', '4.00', '')],
    },
  },
  {
    id: 'T7-T1',
    title: '政府性基金收入表与收支总表一致',
    severity: 'error',
    basis: formBasis(1, 7),
    left: cell(7, 'total', T7_INCOME),
    op: '=',
    right: cell(1, 'governmentFund', T1_INCOME),
    message: '政府性基金收入：收入表{left}，收支总表{right}，相差{diff}。',
    examples: {
      passes: [
        { ...printed(7, 'total', [T7_INCOME], ['5.00']), ...printed(1, 'governmentFund', [T1_INCOME], ['5.00']) },
      ],
      fails: [{ ...printed(7, 'total', [T7_INCOME], ['']), ...printed(1, 'governmentFund', [T1_INCOME], ['5.00']) }],
    },
  },
  {
    id: 'T8-natures',
    title: '政府性基金支出表：每行合计等于基本支出加项目支出',
    severity: 'error',
    basis: formBasis(8),
    each: { table: 8, rows: 'all', columns: [FUND_TOTAL] },
    left: cell(8, '@', FUND_TOTAL),
    op: '=',
    right: sum(cell(8, '@', FUND_BASIC), cell(8, '@', FUND_PROJECT)),
    message: '{table}“{row}”：合计{left}，基本支出加项目支出为{right}，相差{diff}。',
    examples: {
      passes: [printed(8, 'f:229', T8_NATURES, ['5.00', '', '5.00'])],
      fails: [printed(8, 'f:229', T8_NATURES, ['5.00', '', '4.00'])],
    },
  },
  {
    id: 'T8-T4',
    title: '政府性基金支出加结转等于财政拨款收支总表的基金支出',
    severity: 'error',
    basis: formBasis(4, 8),
    onlyIfNil: yearEnd(FUNDS),
    left: sum(cell(8, 'total', FUND_TOTAL), cell(4, 'carryover.governmentFund', T4_INCOME)),
    op: '=',
    right: cell(4, 'total', FUNDS, 1),
    message: '政府性基金当年支出加上年结转为{left}，财政拨款收支总表的基金支出{right}，相差{diff}。',
    examples: {
      passes: [fundsAgainstFour('5.00', '3.00', '8.00')],
      fails: [fundsAgainstFour('5.00', '3.00', '5.00')],
    },
  },
];

const capital: readonly TableCheck[] = [
  {
    id: 'T9-balance',
    title: '国有资本经营预算：当年收入等于当年支出',
    severity: 'error',
    basis: formBasis(9),
    onlyIfNil: yearEnd(CAPITAL),
    left: cell(9, 'total', T9_INCOME),
    op: '=',
    right: cell(9, 'total', CAPITAL_TOTAL, 1),
    message: '国有资本经营预算当年收入{left}，当年支出{right}，相差{diff}。',
    examples: {
      passes: [capitalSides('5.00', '5.00')],
      fails: [capitalSides('5.00', '')],
    },
  },
  {
    id: 'T9-T1',
    title: '国有资本经营收支表与收支总表：收入一致',
    severity: 'error',
    basis: formBasis(1, 9),
    left: cell(9, 'total', T9_INCOME),
    op: '=',
    right: cell(1, 'stateCapital', T1_INCOME),
    message: '国有资本经营预算收入：收支表{left}，收支总表{right}，相差{diff}。',
    examples: {
      passes: [{ ...printed(9, 'total', [T9_INCOME], ['5.00']), ...printed(1, 'stateCapital', [T1_INCOME], ['5.00']) }],
      fails: [{ ...printed(9, 'total', [T9_INCOME], ['5.00']), ...printed(1, 'stateCapital', [T1_INCOME], ['']) }],
    },
  },
  {
    id: 'T9-natures',
    title: '国有资本经营收支表：每行合计等于基本支出加项目支出',
    severity: 'error',
    basis: formBasis(9),
    each: { table: 9, block: 1, rows: 'all', columns: [CAPITAL_TOTAL] },
    left: cell(9, '@', CAPITAL_TOTAL, 1),
    op: '=',
    right: sum(cell(9, '@', CAPITAL_BASIC, 1), cell(9, '@', CAPITAL_PROJECT, 1)),
    message: '{table}“{row}”：合计{left}，基本支出加项目支出为{right}，相差{diff}。',
    examples: {
      passes: [printed(9, 'f:223', T9_NATURES, ['5.00', '', '5.00'], 1)],
      fails: [printed(9, 'f:223', T9_NATURES, ['5.00', '', ''], 1)],
    },
  },
];

function generalAgainstFour(
  current: string,
  atYearEnd: string,
  all: string,
  carried: string,
): Readonly<Record<string, string>> {
  return {
    ...printed(5, 'total', [YEAR_TOTAL], [current]),
    ...printed(4, 'yearEnd', [GENERAL], [atYearEnd], 1),
    ...printed(4, 'total', [GENERAL], [all], 1),
    ...printed(4, 'carryover.generalPublic', [T4_INCOME], [carried]),
  };
}

function fundsAgainst(income: string, spent: string, atYearEnd: string): Readonly<Record<string, string>> {
  return {
    ...printed(7, 'total', [T7_INCOME], [income]),
    ...printed(8, 'total', T8_NATURES, [spent]),
    ...printed(4, 'yearEnd', [FUNDS], [atYearEnd], 1),
  };
}

function fundsAgainstFour(current: string, carried: string, all: string): Readonly<Record<string, string>> {
  return {
    ...printed(8, 'total', T8_NATURES, [current]),
    ...printed(4, 'carryover.governmentFund', [T4_INCOME], [carried]),
    ...printed(4, 'yearEnd', [FUNDS], [''], 1),
    ...printed(4, 'total', [FUNDS], [all], 1),
  };
}

function capitalSides(income: string, spent: string): Readonly<Record<string, string>> {
  return {
    ...printed(9, 'total', [T9_INCOME], [income]),
    ...printed(9, 'total', T9_NATURES, [spent, '', spent], 1),
    ...printed(4, 'yearEnd', [CAPITAL], [''], 1),
  };
}

export const tables5To9Checks: readonly TableCheck[] = [...general, ...funds, ...capital];
