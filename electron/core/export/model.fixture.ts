/** Table models for tests, from columns `头/子头` and rows of printed texts. */
import { fen } from '../../../shared/money/fen.ts';
import type { HeadCell, TableColumn, TableModel, TableRow } from '../../../shared/tables/model.ts';

/** A column: its head path; amounts begin with `#`. */
export type ColumnText = string;

export interface ModelChanges extends Partial<Omit<TableModel, 'rows' | 'columns' | 'heads'>> {
  readonly indents?: readonly number[];
}

/** Rows hold key texts, or amounts as 分; null = a nil cell. The first row is bold. */
export function modelOf(
  columns: readonly ColumnText[],
  rows: readonly (readonly (string | number | null)[])[],
  { indents = [], ...changes }: ModelChanges = {},
): TableModel {
  const paths = columns.map((column) => column.replace('#', '').split('/'));
  const headRows = Math.max(...paths.map((path) => path.length));
  return {
    no: 5,
    title: '2027年测试表',
    shortTitle: '测试表',
    formLabel: '预算公开表5',
    unitName: '测试单位',
    unitText: '单位：万元',
    heads: headsOf(paths, headRows),
    headRows,
    columns: columns.map((column): TableColumn => {
      const amount = column.startsWith('#');
      return {
        path: column.replace('#', ''),
        block: 0,
        kind: amount ? 'amount' : 'key',
        align: amount ? 'right' : 'left',
        width: amount ? 16 : 30,
      };
    }),
    columnNumbers: false,
    rows: rows.map(
      (row, r): TableRow => ({
        keys: [`row:${r}`],
        bold: r === 0,
        cells: row.map((value) =>
          typeof value === 'string'
            ? { kind: 'key', text: value, indent: indents[r] ?? 0 }
            : { kind: 'amount', text: value === null ? '' : wan(value), fen: fen(value ?? 0) },
        ),
      }),
    ),
    note: null,
    page: { paper: 'A4', orientation: 'portrait' },
    ...changes,
  };
}

/** 万元 of whole hundredths; the fixture's amounts need no rounding. */
function wan(value: number): string {
  const digits = String(Math.abs(value / 10_000)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function headsOf(paths: readonly (readonly string[])[], headRows: number): HeadCell[] {
  const heads: HeadCell[] = [];
  paths.forEach((path, column) => {
    path.forEach((text, row) => {
      const key = path.slice(0, row + 1).join('/');
      if (column > 0 && paths[column - 1]?.slice(0, row + 1).join('/') === key) return;
      const columnSpan = paths.slice(column).findIndex((other) => other.slice(0, row + 1).join('/') !== key);
      const leaf = row === path.length - 1;
      heads.push({
        text,
        row,
        column,
        rowSpan: leaf ? headRows - row : 1,
        columnSpan: columnSpan === -1 ? paths.length - column : columnSpan,
      });
    });
  });
  return heads;
}
