/** The kinds of sheets that are written for filling in and read back: which records, and in which columns. */

import { entities } from '../entities/index.ts';
import type { LinePage } from './defaults.ts';
import { SHEET_ENTITIES, type SheetEntity, sheetFields } from './fields.ts';
import type { Values } from './values.ts';

export const SHEET_KINDS = [
  { value: 'income', label: '收入' },
  { value: 'spending', label: '支出' },
  { value: 'project', label: '项目' },
  { value: 'procurement', label: '政府采购' },
  { value: 'goals', label: '绩效目标和指标' },
  { value: 'asset', label: '国有资产' },
  { value: 'prior', label: '上年数' },
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number]['value'];

/** The kinds of records such sheets hold, for the contract. */
export const SHEET_PARTS = SHEET_ENTITIES.map((value) => ({ value, label: entities[value].label }));

export const AMOUNT_UNITS = [
  { value: 'yuan', label: '元' },
  { value: 'wan', label: '万元' },
] as const;

export interface SheetPart {
  readonly entity: SheetEntity;
  /** Name of the sheet in the workbook. */
  readonly name: string;
  /** Columns from left to right. */
  readonly fields: readonly string[];
}

export interface KindSpec {
  readonly page: LinePage;
  readonly parts: readonly SheetPart[];
}

const part = (entity: SheetEntity, name: string, fields?: readonly string[]): SheetPart => ({
  entity,
  name,
  fields: fields ?? Object.keys(sheetFields(entity)).filter((field) => field !== 'lineage'),
});

/** Lines have the columns of their pages: what comes in has no nature, what is spent has a side. */
const INCOME = ['fund', 'functional', 'amount', 'origin', 'revenue', 'note'];
const SPENDING = [
  ...['nature', 'functional', 'deptEconomic', 'projectId', 'amount', 'fund', 'origin', 'note'],
  ...['govEconomic', 'use', 'side'],
];

export const KIND_SPECS: Readonly<Record<SheetKind, KindSpec>> = {
  income: { page: 'income', parts: [part('line', '收入预算明细', INCOME)] },
  spending: { page: 'spending', parts: [part('line', '支出预算明细', SPENDING)] },
  project: { page: 'spending', parts: [part('project', '项目')] },
  procurement: { page: 'spending', parts: [part('procurement', '政府采购预算明细')] },
  goals: { page: 'spending', parts: [part('goalSheet', '绩效目标表'), part('indicator', '绩效指标')] },
  asset: { page: 'spending', parts: [part('asset', '国有资产占有使用情况')] },
  prior: { page: 'spending', parts: [part('prior', '上年数')] },
};

/** Whether a row of the book belongs to a kind: lines of income on the one page, all others on the other. */
export function belongs(kind: SheetKind, values: Values): boolean {
  if (kind === 'income') return values.side === 'income';
  return kind !== 'spending' || values.side !== 'income';
}

/** Heading of the column with the ids of rows that were exported; hidden, and read only from our own sheets. */
export const ID_HEADING = '编号（请勿改动）';

/** Where the header of our own sheets stands, from 0. */
export const OWN_HEAD_ROW = 2;
const OWN_MARK = 'yusuan ';

/** Whether a sheet is of our own making, by its top left cell; its ids are another question. */
export function isOwnSheet(topLeft: string | undefined): boolean {
  return topLeft?.startsWith(OWN_MARK) ?? false;
}

/** Text of the top left cell of our own sheets: whose ids the first column holds. */
export function sheetMark(entity: SheetEntity, budgetId: number, bookMark: string): string {
  return `${OWN_MARK}${entity} ${budgetId} ${bookMark}`;
}

/** Setting of the book that tells it, and its copies, from all others. */
export const BOOK_MARK_SETTING = 'intake.bookMark';
