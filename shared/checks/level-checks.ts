/** In every table with levels, each row equals the sum of the rows right below it, column by column. */
import {
  cell,
  down,
  formBasis,
  PROJECT_FISCAL,
  PROJECT_TOTAL,
  printed,
  T2_CARRYOVER,
  T2_FUNDS,
  T2_TOTAL,
  T7_INCOME,
  T8_NATURES,
  T9_INCOME,
  T9_NATURES,
  T11_FUNDS,
  T11_TOTAL,
  T12_FUNDS,
  YEAR_NATURES,
  YEAR_USES,
} from './table-columns.ts';
import type { TableCheck } from './table-spec.ts';

/** A revenue code with rows below it may have lines of its own, so that it may be more than those rows. */
const OWN_LINES = { op: '>=', title: '不小于', message: '小于' } as const;
const NO_OWN_LINES = { op: '=', title: '等于', message: '不等于' } as const;

interface Levels {
  readonly table: number;
  readonly block: 0 | 1;
  readonly name: string;
  readonly columns: readonly string[];
  /** An upper row and a row right below it, for the examples. */
  readonly upper: string;
  readonly lower: string;
}

const tree = (
  table: number,
  name: string,
  columns: readonly string[],
  prefix: 'f' | 'e' | 'r',
  block: 0 | 1 = 0,
): Levels => ({
  table,
  block,
  name,
  columns,
  upper: `${prefix}:212`,
  lower: `${prefix}:21205`,
});

const TABLES: readonly Levels[] = [
  tree(2, '收入总表', [T2_TOTAL, ...T2_FUNDS, T2_CARRYOVER], 'f'),
  tree(3, '支出总表', YEAR_NATURES, 'f'),
  tree(5, '一般公共预算支出表', YEAR_NATURES, 'f'),
  tree(6, '基本支出经济科目表', YEAR_USES, 'e'),
  tree(7, '政府性基金收入表', [T7_INCOME], 'r'),
  tree(8, '政府性基金支出表', T8_NATURES, 'f'),
  tree(9, '国有资本经营收支表（收入）', [T9_INCOME], 'r'),
  tree(9, '国有资本经营收支表（支出）', T9_NATURES, 'f', 1),
  { table: 11, block: 0, name: '机关运行经费表', columns: [T11_TOTAL, ...T11_FUNDS], upper: 'total', lower: 'unit:1' },
  {
    table: 12,
    block: 0,
    name: '项目支出表（本年）',
    columns: [PROJECT_TOTAL, ...T12_FUNDS],
    upper: 'unit:1',
    lower: 'project:1',
  },
  {
    table: 13,
    block: 0,
    name: '项目支出表（结转）',
    columns: [PROJECT_TOTAL, ...PROJECT_FISCAL],
    upper: 'unit:1',
    lower: 'project:1',
  },
];

export const levelChecks: readonly TableCheck[] = TABLES.map(({ table, block, name, columns, upper, lower }) => {
  const relation = upper.startsWith('r:') ? OWN_LINES : NO_OWN_LINES;
  const example = (above: string, below: string) => ({
    ...printed(table, upper, columns, [above], block),
    ...printed(table, lower, columns, [below], block),
  });
  return {
    id: `T${table}${block === 1 ? 'b' : ''}-levels`,
    title: `${name}：上级行${relation.title}下级各行之和`,
    severity: 'error',
    basis: formBasis(table),
    each: { table, block, rows: 'parents', columns },
    left: cell(table, '@', '@', block),
    op: relation.op,
    right: down(table, 'children', '@', block),
    message: `{table}“{row}”的“{column}”栏{left}，${relation.message}下级各行之和{right}，相差{diff}。`,
    examples: { passes: [example('9.00', '9.00')], fails: [example('6.00', '9.00')] },
  };
});
