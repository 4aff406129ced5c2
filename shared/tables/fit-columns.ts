/**
 * Column widths of a printed table, in half-width characters of the standard font: wide enough for every number,
 * and as wide as the page as long as nothing asks for more.
 */
import type { TableModel } from './model.ts';
import { textWidth, widestRun } from './text-width.ts';

/** Text that a cell shows in print: numbers with their separators. */
export type Printed = (row: number, column: number) => string;

/** Room a cell keeps free at its sides; without it a number turns into ### in one program or another. */
export const SIDE_ROOM = 2;
/** A number keeps a space's width more before its right border, by its format. */
const AMOUNT_ROOM = 3;
/** One step of indent is three spaces of the standard font (ECMA-376 18.8.1), and 宋体 has wide spaces. */
export const INDENT_WIDTH = 3;
/** Tables may be this much wider than the page before anything is wrapped: printing shrinks them a little to fit. */
const SOFT_WIDTH = 1.1;
const LEAST_AMOUNT = 11;
/** A name may be wrapped from this width on. */
const LEAST_NAME = 28;

/** What a column needs: `least` without cutting anything off, `head` for its heads and `body` for its cells on one line. */
export interface ColumnNeed {
  readonly least: number;
  readonly head: number;
  readonly body: number;
}

/** Measures the columns of a table. */
export function columnNeeds(model: TableModel, printed: Printed): ColumnNeed[] {
  return model.columns.map(({ kind }, index) => {
    const heads = model.heads.filter((head) => head.column === index && head.columnSpan === 1).map((head) => head.text);
    const head = Math.max(0, ...heads.map(boldWidth)) + SIDE_ROOM;
    const halved = Math.max(0, ...heads.map(halfOf)) + SIDE_ROOM;
    const texts = model.rows.map((row, r) => {
      const cell = row.cells[index];
      const text = printed(r, index);
      // Digits are as wide as half an ideograph only in Chinese fonts; a substitute's are wider.
      if (kind === 'amount') return boldWidth(text) + AMOUNT_ROOM;
      const indent = cell?.kind === 'key' ? cell.indent * INDENT_WIDTH : 0;
      return (row.bold ? boldWidth(text) : textWidth(text)) + SIDE_ROOM + indent;
    });
    const widest = Math.max(halved, ...texts);
    // A number is never wrapped, so its column is never narrower than its widest number.
    const own = kind === 'amount' ? Math.max(widest, LEAST_AMOUNT) : Math.min(widest, LEAST_NAME);
    const least = Math.max(halved, own);
    return { least, head: Math.max(head, least), body: Math.max(widest, least) };
  });
}

/**
 * Widths for these needs on a page so wide.
 * @param first whose lines are kept whole first when there is not room for all of them
 */
export function fitColumns(needs: readonly ColumnNeed[], pageWidth: number, first: 'heads' | 'names'): number[] {
  const widths = needs.map((need) => need.least);
  const spare = () => pageWidth * SOFT_WIDTH - sum(widths);
  const giveHeads = () => {
    // A head gets its whole line or stays on two even ones: in between, its last character stands alone.
    needs.forEach((need, index) => {
      if (need.head - (widths[index] ?? 0) <= spare()) widths[index] = Math.max(widths[index] ?? 0, need.head);
    });
  };
  const giveNames = () => {
    const asked = needs.map((need, index) => Math.max(0, need.body - (widths[index] ?? 0)));
    const share = sum(asked) === 0 ? 0 : Math.max(0, Math.min(1, spare() / sum(asked)));
    asked.forEach((more, index) => {
      widths[index] = (widths[index] ?? 0) + more * share;
    });
  };
  for (const give of first === 'heads' ? [giveHeads, giveNames] : [giveNames, giveHeads]) give();
  // What is still free is spread in proportion, so that every table is as wide as its page.
  const scale = Math.max(1, pageWidth / sum(widths));
  return widths.map((width) => Math.ceil(width * scale * 10) / 10);
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

/** @returns the numbers added up */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** How many columns at the right edge a text needs; at least one column is left to the rest. */
export function columnsAtRight(text: string, columns: readonly number[]): number {
  let width = 0;
  let count = 0;
  for (const column of columns.toReversed()) {
    if (width >= textWidth(text) + SIDE_ROOM || count === columns.length - 1) break;
    width += column;
    count += 1;
  }
  return count;
}
