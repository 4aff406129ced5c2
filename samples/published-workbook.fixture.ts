/** The published tables of the real document as a workbook, and ways to lay them out otherwise. */

import type { Area, GridBook, GridCell, GridRow, GridSheet, GridStyle } from '../shared/foreign/sheet.ts';
import { readJson } from './source.ts';

export interface PublishedTable {
  readonly no: number;
  readonly title: string;
  readonly form_label: string | null;
  readonly unit_name: string;
  readonly unit: string;
  readonly note: string | null;
  readonly columns: readonly string[];
  readonly key_columns: readonly string[];
  readonly column_numbers: readonly string[] | null;
  readonly rows: readonly {
    readonly row: number;
    readonly keys: Readonly<Record<string, string>>;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

/** As printed, with every slip. */
export const publishedTables = (): readonly PublishedTable[] =>
  readJson<{ readonly tables: readonly PublishedTable[] }>('lanxian-2025/expected-tables.json').tables;

const STYLES: readonly GridStyle[] = [
  { format: '', horizontal: null, indent: 0, bold: false },
  { format: '#,##0.00_ ', horizontal: 'right', indent: 0, bold: false },
  { format: '@', horizontal: 'left', indent: 0, bold: false },
];
const NUMBER = 1;

/** A sheet that is built cell by cell; everything from 0. */
export class Draft {
  name: string;
  hidden = false;
  readonly rows: (GridCell | undefined)[][] = [];
  merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, column: number, text: string, kind: GridCell['kind'] = 'text'): void {
    if (text === '') return;
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row];
    if (cells !== undefined) cells[column] = { kind, text, style: kind === 'number' ? NUMBER : 0 };
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  sheet(): GridSheet {
    return {
      name: this.name,
      hidden: this.hidden,
      rows: this.rows.map((cells, row): GridRow => ({ cells, height: null, hidden: this.hiddenRows.has(row) })),
      width: Math.max(0, ...this.rows.map((cells) => cells.length)),
      merges: this.merges,
      columns: [...this.hiddenColumns].map((column) => ({ from: column, to: column, width: null, hidden: true })),
    };
  }
}

export const bookOf = (drafts: readonly Draft[]): GridBook => ({
  name: '公开表.xlsx',
  styles: STYLES,
  sheets: drafts.map((draft) => draft.sheet()),
});

/** What can be otherwise about a sheet of one table. */
export interface Layout {
  /** Texts of the title, unit of money and unit name; absent = as published. */
  readonly title?: string | null;
  readonly money?: string | null;
  readonly sheetName?: string;
  readonly left?: number;
  /** Rows before the title. */
  readonly top?: number;
  /** How heads are called. */
  readonly head?: (text: string) => string;
  /** How a figure is written. */
  readonly figure?: (text: string) => { readonly text: string; readonly kind: GridCell['kind'] };
  /** What is written where there is no amount; absent = nothing. */
  readonly nil?: string;
  /** How a label is written. */
  readonly label?: (text: string) => string;
  readonly merged?: boolean;
  /** Draws below what is on the sheet already. */
  readonly onto?: Draft;
}

const asNumber = (text: string) => ({ text: text.replace(/\.?0+$/, ''), kind: 'number' as const });

/** Draws a published table on a sheet: form label, title, unit and money, heads, column numbers, rows, note. */
export function draw(table: PublishedTable, layout: Layout = {}): Draft {
  const { left = 0, head = (text) => text, figure = asNumber, label = (text) => text, merged = true } = layout;
  const { nil = '' } = layout;
  const draft = layout.onto ?? new Draft(layout.sheetName ?? `表${table.no}`);
  let row = layout.onto === undefined ? (layout.top ?? 0) : draft.rows.length + (layout.top ?? 2);
  const width = table.columns.length;
  const put = (column: number, text: string, kind?: GridCell['kind']) => draft.put(row, left + column, text, kind);
  if (table.form_label !== null) {
    put(0, table.form_label);
    row += 1;
  }
  const title = layout.title === undefined ? table.title : layout.title;
  if (title !== null) {
    put(0, title);
    if (merged) draft.merge(row, left, row, left + width - 1);
    row += 1;
  }
  put(0, `单位名称：${table.unit_name}`);
  const money = layout.money === undefined ? `单位：${table.unit}` : layout.money;
  if (money !== null) put(width - 1, money);
  row += 1;
  row = drawHeads(draft, table.columns, row, left, head, merged);
  if (table.column_numbers !== null) {
    table.columns.forEach((_, column) => {
      put(column, String(column + 1), 'number');
    });
    row += 1;
  }
  for (const { keys, cells } of table.rows) {
    table.columns.forEach((path, column) => {
      const text = keys[path] ?? cells[path] ?? '';
      if (text === '' && (nil === '' || path in keys)) return;
      if (path in keys) put(column, label(text));
      else if (text === '') put(column, nil);
      else put(column, figure(text).text, figure(text).kind);
    });
    row += 1;
  }
  if (table.note !== null) put(0, `注：${table.note}`);
  return draft;
}

function drawHeads(
  draft: Draft,
  columns: readonly string[],
  top: number,
  left: number,
  head: (text: string) => string,
  merged: boolean,
): number {
  const paths = columns.map((path) => path.split('/'));
  const depth = Math.max(...paths.map((path) => path.length));
  for (let level = 0; level < depth; level += 1) {
    let column = 0;
    while (column < paths.length) {
      const key = paths[column]?.slice(0, level + 1).join('/');
      let end = column;
      while (end + 1 < paths.length && paths[end + 1]?.slice(0, level + 1).join('/') === key) end += 1;
      const path = paths[column] ?? [];
      const text = path[level];
      if (text !== undefined) {
        draft.put(top + level, left + column, head(text));
        const leaf = path.length === level + 1;
        if (merged) draft.merge(top + level, left + column, leaf ? top + depth - 1 : top + level, left + end);
      }
      column = end + 1;
    }
  }
  return top + depth;
}
