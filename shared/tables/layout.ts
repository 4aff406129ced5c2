/** From a table's column tree to its head cells and leaf columns; the same for every renderer. */
import type { HeadCell, TableColumn } from './model.ts';
import type { ColumnSpec, Filter, Show, TableSpec } from './spec.ts';

/** A leaf column with what fills it: a key text (`show`) or a sum over `sum`. */
export interface Leaf extends TableColumn {
  readonly show: Show | null;
  readonly sum: Filter | null;
}

export interface TableLayout {
  readonly title: string;
  readonly heads: readonly HeadCell[];
  readonly headRows: number;
  readonly leaves: readonly Leaf[];
}

const AMOUNT_WIDTH = 16;
const KEY_WIDTH = 30;

const depthOf = (column: ColumnSpec): number => 1 + Math.max(0, ...(column.under ?? []).map(depthOf));

/** Lays out the heads of a table for a fiscal year; `{year}` in labels is filled. */
export function layoutTable(spec: TableSpec, year: number): TableLayout {
  const fill = (text: string) => text.replace('{year}', String(year));
  const headRows = Math.max(...spec.blocks.flatMap((block) => block.columns.map(depthOf)));
  const heads: HeadCell[] = [];
  const leaves: Leaf[] = [];

  const place = (column: ColumnSpec, block: number, row: number, path: readonly string[]): number => {
    const label = fill(column.label);
    const here = [...path, label];
    const start = leaves.length;
    if (column.under === undefined) {
      const amount = column.show === undefined;
      leaves.push({
        path: here.join('/'),
        block,
        kind: amount ? 'amount' : 'key',
        align: amount ? 'right' : 'left',
        width: column.width ?? (amount ? AMOUNT_WIDTH : KEY_WIDTH),
        show: column.show ?? null,
        sum: amount ? (column.sum ?? {}) : null,
      });
      heads.push({ text: label, row, column: start, rowSpan: headRows - row, columnSpan: 1 });
      return 1;
    }
    const slot = heads.push({ text: label, row, column: start, rowSpan: 1, columnSpan: 1 }) - 1;
    const span = column.under.reduce((count, child) => count + place(child, block, row + 1, here), 0);
    heads[slot] = { text: label, row, column: start, rowSpan: 1, columnSpan: span };
    return span;
  };

  spec.blocks.forEach((block, index) => {
    for (const column of block.columns) place(column, index, 0, []);
  });
  return { title: fill(spec.title), heads, headRows, leaves };
}
