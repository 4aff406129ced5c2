/**
 * Column widths and row heights of a printed table, measured from its texts before anything is drawn: every row gets
 * an explicit height, because Excel, WPS and LibreOffice each guess another one for wrapped Chinese.
 * Widths are in half-width characters, heights in points.
 */
import type { HeadCell, TableModel } from '../../../shared/tables/model.ts';
import { BODY_SIZE, TITLE_SIZE } from './sheet-styles.ts';
import { lineCount, textWidth, widestRun } from './text-width.ts';

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

/** What a line of 10 pt text needs, and the space above and below it. */
const LINE_HEIGHT = 14.5;
const CELL_PADDING = 4.5;
const MIN_ROW = 19;
const TITLE_LINE = 26;
/** Room a cell keeps free at its sides, in characters; without it a number turns into ### in one program or another. */
const SIDE_ROOM = 2;
/** A number keeps a space's width more before its right border, by its format. */
const AMOUNT_ROOM = 3;
/** One step of indent is three spaces of the standard font (ECMA-376 18.8.1), and 宋体 has wide spaces. */
const INDENT_WIDTH = 3;
/** Printable size of the page: characters of the standard font across, points down. */
const PAGES = {
  A4: { portrait: { width: 88, height: 720 }, landscape: { width: 130, height: 480 } },
  A3: { portrait: { width: 130, height: 1065 }, landscape: { width: 190, height: 720 } },
} as const;
/** Tables may be this much wider than the page before names are wrapped: printing shrinks them a little to fit. */
const SOFT_WIDTH = 1.1;
const LEAST_AMOUNT = 11;
/** A name may be wrapped from this width on. */
const LEAST_NAME = 28;
/** The smallest scale at which a table is pressed onto one page instead of taking a second one. */
const SMALLEST_SCALE = 0.8;

/** Measures a table. `printed` gives the text a cell shows, numbers with their separators. */
export function layoutSheet(model: TableModel, printed: (row: number, column: number) => string): SheetLayout {
  const page = PAGES[model.page.paper][model.page.orientation];
  const columns = fitColumns(model, printed, page.width);
  const headHeights = heightsOfHeads(model, columns);
  const rowHeights = model.rows.map((row) => {
    const lines = row.cells.map((cell, column) =>
      cell.kind === 'key' ? lineCount(cell.text, room(columns[column], cell.indent)) : 1,
    );
    return heightOf(Math.max(1, ...lines));
  });
  const total = sum(columns);
  const titleLines = lineCount(model.title, (total * BODY_SIZE) / TITLE_SIZE - SIDE_ROOM);
  const titleHeight = titleLines * TITLE_LINE + 6;
  const unitColumns = columns.length - columnsFor(model.unitText, columns);
  const unitHeight = heightOf(lineCount(unitLine(model.unitName), room(sum(columns.slice(0, unitColumns)), 0)));
  const height = sum([MIN_ROW, titleHeight, unitHeight, ...headHeights, ...rowHeights]);
  const onePage = height * SMALLEST_SCALE <= page.height;
  return { columns, titleHeight, unitColumns, unitHeight, headHeights, rowHeights, onePage };
}

/** What stands above the heads on the left. */
export function unitLine(unitName: string): string {
  return `单位名称：${unitName}`;
}

/** How many columns at the right edge a text needs; at least one column is left to the rest. */
function columnsFor(text: string, columns: readonly number[]): number {
  let width = 0;
  let count = 0;
  for (const column of columns.toReversed()) {
    if (width >= textWidth(text) + SIDE_ROOM || count === columns.length - 1) break;
    width += column;
    count += 1;
  }
  return count;
}

/** Characters of plain text that certainly fit one line of a cell: the standard font is a point larger. */
function room(width: number | undefined, indent: number): number {
  return (width ?? 0) - 1 - indent * INDENT_WIDTH;
}

/** Height in points of a row with so many lines of text. */
export function heightOf(lines: number): number {
  return Math.max(MIN_ROW, lines * LINE_HEIGHT + CELL_PADDING);
}

/** What a column needs: `least` without cutting anything off, `head` for its heads on one line, `wanted` for all on one. */
interface Need {
  readonly least: number;
  readonly head: number;
  readonly wanted: number;
}

function fitColumns(model: TableModel, printed: (row: number, column: number) => string, pageWidth: number): number[] {
  const needs = model.columns.map((_, index) => needOf(model, index, printed));
  const widths = needs.map((need) => need.least);
  let spare = pageWidth * SOFT_WIDTH - sum(widths);
  // A head gets its whole line or stays on two even ones: in between, its last character stands alone.
  needs.forEach((need, index) => {
    const more = need.head - need.least;
    if (more <= 0 || more > spare) return;
    widths[index] = need.head;
    spare -= more;
  });
  const asked = needs.map((need, index) => need.wanted - (widths[index] ?? 0));
  const share = sum(asked) === 0 ? 0 : Math.max(0, Math.min(1, spare / sum(asked)));
  const grown = widths.map((width, index) => width + (asked[index] ?? 0) * share);
  // What is still free is spread in proportion, so that every table is as wide as its page.
  const scale = Math.max(1, pageWidth / sum(grown));
  return grown.map((width) => Math.ceil(width * scale * 10) / 10);
}

function needOf(model: TableModel, index: number, printed: (row: number, column: number) => string): Need {
  const heads = model.heads.filter((head) => head.column === index && head.columnSpan === 1).map((head) => head.text);
  const head = Math.max(0, ...heads.map(boldWidth)) + SIDE_ROOM;
  const halved = Math.max(0, ...heads.map(halfOf)) + SIDE_ROOM;
  const amount = model.columns[index]?.kind === 'amount';
  const texts = model.rows.map((row, r) => {
    const cell = row.cells[index];
    const text = printed(r, index);
    // Digits are as wide as half an ideograph only in Chinese fonts; a substitute's are wider.
    if (amount) return boldWidth(text) + AMOUNT_ROOM;
    const indent = cell?.kind === 'key' ? cell.indent * INDENT_WIDTH : 0;
    return (row.bold ? boldWidth(text) : textWidth(text)) + SIDE_ROOM + indent;
  });
  const widest = Math.max(halved, ...texts);
  // A number is never wrapped, so its column is never narrower than its widest number.
  const least = amount ? Math.max(widest, LEAST_AMOUNT) : Math.min(widest, LEAST_NAME);
  return { least: Math.max(halved, least), head: Math.max(head, least), wanted: Math.max(head, widest, least) };
}

/** Width with some room for bold strokes, which widen each character where a font has no bold cut of its own. */
function boldWidth(text: string): number {
  return Math.ceil(textWidth(text) * 1.06);
}

/** A head of more than six ideographs may take two lines. */
function halfOf(text: string): number {
  const width = boldWidth(text);
  return width <= 13 ? width : Math.max(Math.ceil(width / 4) * 2, widestRun(text));
}

function heightsOfHeads(model: TableModel, columns: readonly number[]): number[] {
  const heights = Array.from({ length: model.headRows }, () => heightOf(1) + 2);
  const byDepth = [...model.heads].sort((a, b) => a.rowSpan - b.rowSpan);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
