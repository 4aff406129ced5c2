/**
 * A computed table as a section to print. The table's own declaration gives heads, order and paper; here only its
 * size on the page is decided: as few pages as can be read easily, then as large as they allow.
 */
import { columnNeeds, columnsAtRight, fitColumns, SIDE_ROOM, sum } from '../tables/fit-columns.ts';
import type { TableModel } from '../tables/model.ts';
import { chineseOrdinal } from '../tables/numerals.ts';
import { printedCell, unitLine } from '../tables/printed.ts';
import { lineCount } from '../tables/text-width.ts';
import type { PrintCell, PrintRow, PrintTable, Section } from './model.ts';
import { MM_PER_POINT, pageSize } from './page.ts';

const LINE_HEIGHT = 1.3;
/** Above and below the text of a cell. */
const CELL_PADDING = 1.2;
/** Form label and title above a table, in mm. */
const TOP = 18;

/** Sizes of text and least heights of rows, most comfortable first. */
const SIZES: readonly { readonly fontSize: number; readonly rowHeight: number }[] = [
  { fontSize: 10.5, rowHeight: 7.5 },
  { fontSize: 10.5, rowHeight: 6.6 },
  { fontSize: 10, rowHeight: 6.2 },
  { fontSize: 9.5, rowHeight: 5.8 },
  { fontSize: 9, rowHeight: 5.5 },
];
const SMALLEST = 7;

const halfWidth = (fontSize: number) => (fontSize / 2) * MM_PER_POINT;
const heightOf = (lineTotal: number, fontSize: number, least: number) =>
  Math.max(least, lineTotal * fontSize * LINE_HEIGHT * MM_PER_POINT + CELL_PADDING);

interface Fitted {
  readonly fontSize: number;
  readonly rowHeight: number;
  readonly columns: readonly number[];
  readonly pages: number;
}

function fitAt(
  model: TableModel,
  { fontSize, rowHeight }: { readonly fontSize: number; readonly rowHeight: number },
): Fitted {
  const { inner } = pageSize({ ...model.page, margins: 'table' });
  const room = inner.width / halfWidth(fontSize);
  const needs = columnNeeds(model, (row, column) => printedCell(model.rows[row]?.cells[column]));
  const columns = fitColumns(needs, room, 'heads');
  const shrunk = Math.min(1, room / sum(columns));
  const size = Math.max(SMALLEST, Math.floor(fontSize * shrunk * 10) / 10);
  const rows = model.rows.map((row) => {
    const counts = row.cells.map((cell, column) =>
      cell.kind === 'key' ? lineCount(cell.text, (columns[column] ?? 0) - SIDE_ROOM - cell.indent * 2) : 1,
    );
    return heightOf(Math.max(1, ...counts), size, rowHeight);
  });
  const heads = model.headRows * heightOf(2, size, rowHeight) + 2 * rowHeight;
  const pages = Math.ceil((sum(rows) + (model.note === null ? 0 : rowHeight) + TOP) / (inner.height - heads));
  return { fontSize: size, rowHeight, columns, pages };
}

function bestFit(model: TableModel): Fitted {
  const fits = SIZES.map((size) => fitAt(model, size));
  const fewest = Math.min(...fits.map(({ pages }) => pages));
  const best = fits.find(({ pages }) => pages === fewest) ?? fits[0];
  if (best === undefined) throw new RangeError('no sizes');
  return best;
}

function headRows(model: TableModel, columns: readonly number[]): readonly PrintRow[] {
  const right = columnsAtRight(model.unitText, columns);
  const caption: PrintRow = {
    cells: [
      { text: unitLine(model.unitName), style: 'caption', colSpan: columns.length - right },
      { text: model.unitText, style: 'caption', align: 'right', colSpan: right },
    ],
  };
  const heads = Array.from({ length: model.headRows }, (_, row) => ({
    cells: model.heads
      .filter((head) => head.row === row)
      .toSorted((left, other) => left.column - other.column)
      .map(({ text, rowSpan, columnSpan }): PrintCell => ({ text, style: 'head', rowSpan, colSpan: columnSpan })),
  }));
  const numbers = model.columns.map((_, index): PrintCell => ({ text: String(index + 1), style: 'label' }));
  return [caption, ...heads, ...(model.columnNumbers ? [{ cells: numbers }] : [])];
}

function bodyRow(model: TableModel, row: TableModel['rows'][number]): PrintRow {
  const cells = row.cells.map((cell, column): PrintCell => {
    const text = printedCell(cell);
    if (cell.kind === 'amount') return { text, style: 'amount', bold: row.bold };
    return { text, style: 'text', align: model.columns[column]?.align ?? 'left', bold: row.bold, indent: cell.indent };
  });
  return { cells, keepTogether: true };
}

/** The table itself. */
function printTable(model: TableModel): PrintTable {
  const { columns, fontSize, rowHeight } = bestFit(model);
  return {
    columns,
    headRows: headRows(model, columns),
    rows: model.rows.map((row) => bodyRow(model, row)),
    fontSize,
    rowHeight,
  };
}

/** A table on pages of its own, with its form label, title and note. Its anchor is `table` with its number. */
export function tableSection(model: TableModel): Section {
  const anchor = `table${model.no}`;
  return {
    id: anchor,
    ...model.page,
    margins: 'table',
    header: null,
    pageNumbers: true,
    blocks: [
      { kind: 'paragraph', style: 'form', runs: [{ text: model.formLabel }] },
      {
        kind: 'heading',
        level: 2,
        text: model.title,
        anchor,
        contents: `表${chineseOrdinal(model.no)}　${model.title}`,
        style: 'table',
      },
      { kind: 'table', table: printTable(model) },
      ...(model.note === null
        ? []
        : [{ kind: 'paragraph' as const, style: 'note' as const, runs: [{ text: model.note }] }]),
    ],
  };
}
