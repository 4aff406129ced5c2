/** Cross-checks of the tables of single funds with those of all funds: 8 and 9 with 3 and 12, 11 with 8 and 9. */
import {
  cell,
  down,
  formBasis,
  PROJECT_FISCAL,
  printed,
  sum,
  T1_INCOME,
  T7_INCOME,
  T8_NATURES,
  T9_INCOME,
  T9_NATURES,
  T11_FUNDS,
  T12_FUNDS,
  YEAR_NATURES,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

const FUND_ROWS = ['generalPublic', 'governmentFund', 'stateCapital', 'fiscalAccount', 'ownFunds'] as const;
const UNITS = { startsWith: 'unit:' } as const;
const [, FUNDS_12, CAPITAL_12] = PROJECT_FISCAL;
const [, FUNDS_11, CAPITAL_11] = T11_FUNDS;
const [, FUND_BASIC, FUND_PROJECT] = T8_NATURES;
const [, CAPITAL_BASIC, CAPITAL_PROJECT] = T9_NATURES;
const NAMES = ['合计', '基本支出', '项目支出'] as const;

/** The funds with an expenditure table of their own: where its figures stand. */
const FUNDS = [
  { table: 8, block: 0, name: '政府性基金', basic: FUND_BASIC, project: FUND_PROJECT, of12: FUNDS_12, of11: FUNDS_11 },
  {
    table: 9,
    block: 1,
    name: '国有资本经营预算',
    basic: CAPITAL_BASIC,
    project: CAPITAL_PROJECT,
    of12: CAPITAL_12,
    of11: CAPITAL_11,
  },
] as const;

const ofFunds: readonly TableCheck[] = FUNDS.flatMap(
  ({ table, block, name, basic, project, of12, of11 }): TableCheck[] => [
    {
      id: `T12-T${table}`,
      title: `项目支出表（本年）的${name}等于表${table}的项目支出`,
      severity: 'error',
      basis: formBasis(table, 12),
      left: down(12, UNITS, of12),
      op: '=',
      right: cell(table, 'total', project, block),
      message: `${name}项目支出：项目支出表{left}，表${table}为{right}，相差{diff}。`,
      examples: {
        passes: [
          { ...printed(12, 'unit:1', [of12], ['5.00']), ...printed(table, 'total', [project], ['5.00'], block) },
        ],
        fails: [{ ...printed(12, 'unit:1', [of12], ['5.00']), ...printed(table, 'total', [project], [''], block) }],
      },
    },
    {
      id: `T11-T${table}`,
      title: `${name}安排的机关运行经费不大于表${table}的基本支出`,
      severity: 'error',
      basis: formBasis(table, 11),
      left: cell(11, 'total', of11),
      op: '<=',
      right: cell(table, 'total', basic, block),
      message: `${name}安排的机关运行经费{left}，大于表${table}的基本支出{right}，多{diff}。`,
      examples: {
        passes: [{ ...printed(11, 'total', [of11], ['1.00']), ...printed(table, 'total', [basic], ['1.00'], block) }],
        fails: [{ ...printed(11, 'total', [of11], ['1.00']), ...printed(table, 'total', [basic], [''], block) }],
      },
    },
  ],
);

const within: readonly TableCheck[] = YEAR_NATURES.map((column, at) => {
  const [funds, capital] = [T8_NATURES[at] ?? '', T9_NATURES[at] ?? ''];
  const example = (all: string) => ({
    ...printed(5, 'total', [column], ['4.00']),
    ...printed(8, 'total', [funds], ['2.00']),
    ...printed(9, 'total', [capital], ['1.00'], 1),
    ...printed(3, 'total', [column], [all]),
  });
  return {
    id: `T3-funds-${at + 1}`,
    title: `三项财政拨款的当年支出之和不大于支出总表：${NAMES[at]}`,
    severity: 'error',
    basis: formBasis(3, 5, 8, 9),
    left: sum(cell(8, 'total', funds), cell(9, 'total', capital, 1), cell(5, 'total', column)),
    op: '<=',
    right: cell(3, 'total', column),
    message: `${NAMES[at]}：表5、表8、表9之和{left}，大于支出总表{right}，多{diff}。`,
    examples: { passes: [example('7.00')], fails: [example('6.00')] },
  };
});

/** What a fund's projects spend this year is part of what it brings this year. */
const withinIncome: readonly TableCheck[] = FUND_ROWS.map((fund, at) => {
  const column = T12_FUNDS[at] ?? '';
  const name = column.slice(column.indexOf('/') + 1);
  const example = (spent: string) => ({
    ...printed(12, 'unit:1', [column], [spent]),
    ...printed(1, fund, [T1_INCOME], ['5.00']),
  });
  return {
    id: `T12-T1-${fund}`,
    title: `项目支出表（本年）的各项资金不大于收支总表的本年收入：${name}`,
    severity: 'error',
    basis: formBasis(1, 12),
    left: down(12, UNITS, column),
    op: '<=',
    right: cell(1, fund, T1_INCOME),
    message: `${name}：本年项目支出{left}，大于收支总表的本年收入{right}，多{diff}。`,
    examples: { passes: [example('5.00')], fails: [example('6.00')] },
  };
});

/**
 * A revenue code may have income of its own besides that of the codes below it, but seldom has. For printed tables: a
 * book knows its lines.
 */
export const revenueLevelChecks: readonly TableCheck[] = [
  { table: 7, column: T7_INCOME, name: '政府性基金收入表' },
  { table: 9, column: T9_INCOME, name: '国有资本经营收支表（收入）' },
].map(({ table, column, name }) => {
  const example = (above: string, below: string) => ({
    ...printed(table, 'r:10301', [column], [above]),
    ...printed(table, 'r:1030148', [column], [below]),
  });
  return {
    id: `T${table}-own-income`,
    title: `${name}：上级科目没有明细以外的收入`,
    severity: 'advice',
    basis: formBasis(table),
    each: { table, rows: 'parents', columns: [column] },
    left: cell(table, '@', '@'),
    op: '<=',
    right: down(table, 'children', '@'),
    message: '{table}“{row}”{left}，大于下级各行之和{right}，多{diff}；如上级科目本身另有收入，属正常。',
    examples: { passes: [example('9.00', '9.00')], fails: [example('9.00', '6.00')] },
  };
});

export const fundTableChecks: readonly TableCheck[] = [...ofFunds, ...within, ...withinIncome];
