/** Cells of the 13 tables by the names checks use, and short makers for the vocabulary. */
import type { Amount, CellOf, RowsOf } from './table-spec.ts';

export const T1_INCOME = '收入/{year}年';
export const T1_ALL = '支出/{year}年合计';
export const T1_CURRENT = '支出/当年预算安排';
export const T1_CARRYOVER = '支出/上年结转安排';
export const T1_SPENT = [T1_ALL, T1_CURRENT, T1_CARRYOVER] as const;

export const T2_TOTAL = '本年收入/合计';
export const T2_FUNDS = [
  '本年收入/一般公共预算',
  '本年收入/政府性基金',
  '本年收入/国有资本经营预算',
  '本年收入/财政专户管理资金',
  '本年收入/单位资金',
] as const;
export const T2_CARRYOVER = '上年结转';

/** Tables 3, 5, 6, 10. */
export const YEAR_TOTAL = '{year}年预算数/合计';
export const YEAR_BASIC = '{year}年预算数/基本支出';
export const YEAR_PROJECT = '{year}年预算数/项目支出';
export const YEAR_NATURES = [YEAR_TOTAL, YEAR_BASIC, YEAR_PROJECT] as const;
export const YEAR_PERSONNEL = '{year}年预算数/人员经费';
export const YEAR_OPERATING = '{year}年预算数/公用经费';
export const YEAR_USES = [YEAR_TOTAL, YEAR_PERSONNEL, YEAR_OPERATING] as const;

export const T4_INCOME = '收入/金额';
export const T4_TOTAL = '支出/金额/小计';
export const T4_FUNDS = ['支出/金额/一般公共预算', '支出/金额/政府性基金预算', '支出/金额/国有资本经营预算'] as const;

export const T7_INCOME = '政府性基金收入预算';
export const T8_NATURES = ['合计', '基本支出', '项目支出'] as const;
export const T9_INCOME = '国有资本经营预算收入/国有资本经营收入预算';
export const T9_NATURES = [
  '国有资本经营预算支出/合计',
  '国有资本经营预算支出/基本支出',
  '国有资本经营预算支出/项目支出',
] as const;

export const T10_FUNDS = [
  '{year}年预算数/一般公共预算',
  '{year}年预算数/政府性基金预算',
  '{year}年预算数/国有资本经营预算',
] as const;
export const T11_TOTAL = '{year}预算数/合计';
export const T11_FUNDS = [
  '{year}预算数/一般公共预算',
  '{year}预算数/政府性基金预算',
  '{year}预算数/国有资本经营预算',
] as const;

/** Tables 12 and 13; the last two in table 12 only. */
export const PROJECT_TOTAL = '合计';
export const PROJECT_FISCAL = [
  '{year}年财政拨款/一般公共预算',
  '{year}年财政拨款/政府性基金预算',
  '{year}年财政拨款/国有资本经营预算',
] as const;
export const T12_FUNDS = [...PROJECT_FISCAL, '财政专户管理资金', '单位资金'] as const;

/** `block` 1 is the right-hand side of tables 1, 4 and 9. */
export function cell(table: number, row: string, column: string, block: 0 | 1 = 0): { readonly cell: CellOf } {
  return { cell: { table, block, row, column } };
}

export function sum(...parts: readonly Amount[]): Amount {
  return { sum: parts };
}

/** The columns of one row added up. */
export function across(table: number, row: string, columns: readonly string[], block: 0 | 1 = 0): Amount {
  return { sum: columns.map((column) => cell(table, row, column, block)) };
}

/** The rows of one column added up. */
export function down(table: number, rows: RowsOf, column: string, block: 0 | 1 = 0): Amount {
  return { total: { table, block, rows, column } };
}

export function minus(left: Amount, right: Amount): Amount {
  return { minus: [left, right] };
}

/** Printed amounts of one row, for examples; columns without an amount print blank. */
export function printed(
  table: number,
  row: string,
  columns: readonly string[],
  amounts: readonly string[],
  block: 0 | 1 = 0,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map((column, index) => [`${table}|${block}|${row}|${column}`, amounts[index] ?? '']),
  );
}

/** 勾稽关系 of the published forms; design.md §5. */
export function formBasis(...tables: readonly number[]): string {
  return `预算公开表${tables.join('、')}的勾稽关系`;
}
