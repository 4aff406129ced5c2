/**
 * Column widths and row heights of a printed table, measured from its texts before anything is drawn: every row gets
 * an explicit height, because Excel, WPS and LibreOffice each guess another one for wrapped Chinese.
 * Widths are in half-width characters, heights in points.
 */

import {
  columnNeeds,
  columnsAtRight,
  fitColumns,
  INDENT_WIDTH,
  type Printed,
  SIDE_ROOM,
  sum,
} from '../../../shared/tables/fit-columns.ts';
import type { HeadCell, TableModel } from '../../../shared/tables/model.ts';
import { unitLine } from '../../../shared/tables/printed.ts';
import { lineCount } from '../../../shared/tables/text-width.ts';
import { BODY_SIZE, TITLE_SIZE } from './sheet-styles.ts';

export interface SheetLayout {
  readonly columns: readonly number[];
  readonly titleHeight: number;
  /** Columns at the left that 单位名称 stands over; 单位：万元 has the others. */
  readonly unitColumns: number;
  readonly unitHeight: number;
  readonly headHeights: readonly number[];
  readonly rowHeights: readonly number[];
  /** True when the whole table fits one page at a scale that is still easy to read. */
  readonly onePage: boolean;
}

/** What a line of body text needs, and the space above and below it. */
const LINE_HEIGHT = 14.5;
const CELL_PADDING = 4.5;
const MIN_ROW = 19;
const TITLE_LINE = 26;
/** Printable size of the page: characters of the standard font across, points down. */
const PAGES = {
  A4: { portrait: { width: 88, height: 720 }, landscape: { width: 130, height: 480 } },
  A3: { portrait: { width: 130, height: 1065 }, landscape: { width: 190, height: 720 } },
} as const;
/** The smallest scale at which a table is pressed onto one page instead of taking a second one. */
const SMALLEST_SCALE = 0.8;

/** Measures a table. */
export function layoutSheet(model: TableModel, printed: Printed): SheetLayout {
  const page = PAGES[model.page.paper][model.page.orientation];
  const { columns, headHeights, rowHeights } = fitTable(model, printed, page.width);
  const titleLines = lineCount(model.title, (sum(columns) * BODY_SIZE) / TITLE_SIZE - SIDE_ROOM);
  const titleHeight = titleLines * TITLE_LINE + 6;
  const unitColumns = columns.length - columnsAtRight(model.unitText, columns);
  const unitHeight = heightOf(lineCount(unitLine(model.unitName), room(sum(columns.slice(0, unitColumns)), 0)));
  const height = sum([MIN_ROW, titleHeight, unitHeight, ...headHeights, ...rowHeights]);
  const onePage = height * SMALLEST_SCALE <= page.height;
  return { columns, titleHeight, unitColumns, unitHeight, headHeights, rowHeights, onePage };
}

/** Height in points of a row with so many lines of text. */
export function heightOf(lines: number): number {
  return Math.max(MIN_ROW, lines * LINE_HEIGHT + CELL_PADDING);
}

type Fitted = Pick<SheetLayout, 'columns' | 'headHeights' | 'rowHeights'>;

/** Long names ask for room that long heads ask for, too; the way that makes the table shorter is taken. */
function fitTable(model: TableModel, printed: Printed, pageWidth: number): Fitted {
  const needs = columnNeeds(model, printed);
  const heads = measured(model, fitColumns(needs, pageWidth, 'heads'));
  const names = fitColumns(needs, pageWidth, 'names');
  if (names.every((width, index) => width === heads.columns[index])) return heads;
  const other = measured(model, names);
  const height = ({ headHeights, rowHeights }: Fitted) => sum(headHeights) + sum(rowHeights);
  return height(other) < height(heads) ? other : heads;
}

function measured(model: TableModel, columns: readonly number[]): Fitted {
  const rowHeights = model.rows.map((row) => {
    const lines = row.cells.map((cell, column) =>
      cell.kind === 'key' ? lineCount(cell.text, room(columns[column], cell.indent)) : 1,
    );
    return heightOf(Math.max(1, ...lines));
  });
  return { columns, headHeights: heightsOfHeads(model, columns), rowHeights };
}

/** Characters of plain text that certainly fit one line of a cell: the standard font is a point larger. */
function room(width: number | undefined, indent: number): number {
  return (width ?? 0) - 1 - indent * INDENT_WIDTH;
}

function heightsOfHeads(model: TableModel, columns: readonly number[]): number[] {
  const heights = Array.from({ length: model.headRows }, () => heightOf(1) + 2);
  const byDepth = model.heads.toSorted((a, b) => a.rowSpan - b.rowSpan);
  for (const head of byDepth) {
    const missing = neededHeight(head, columns) - sum(heights.slice(head.row, head.row + head.rowSpan));
    if (missing <= 0) continue;
    for (let row = head.row; row < head.row + head.rowSpan; row += 1) {
      heights[row] = (heights[row] ?? 0) + missing / head.rowSpan;
    }
  }
  return heights;
}

function neededHeight(head: HeadCell, columns: readonly number[]): number {
  const width = sum(columns.slice(head.column, head.column + head.columnSpan));
  return heightOf(lineCount(head.text, width - SIDE_ROOM));
}
