/**
 * A table cut between two of its lines. A label that stands beside several rows is repeated on the next page with
 * （续）, heads come again, and running text goes on where it stopped: each of its characters stands on one page.
 */
import type { PrintCell, PrintRow, PrintTable } from './model.ts';
import { rowsOf, type Spot, spotsOf } from './table-grid.ts';

/** Stands behind a label that is repeated at the top of a page. */
export const CONTINUED = '\n(续)';

/** How texts stand in their cells. Widths and heights in mm. */
export interface Ruler {
  /** Offsets at which the lines of a text begin: the first is 0, there is always one. */
  lines(text: string, width: number, fontSize: number): readonly number[];
  /** Height of a cell with so many lines, padding and border included. */
  height(lines: number, fontSize: number): number;
}

/** Rows with this many lines and more may be cut between them. */
const LONG_ROW = 8;

/** A table made ready for cutting. Its rows consist of strips: one for a row that stays whole, else one for each line. */
export interface Cuttable {
  readonly table: PrintTable;
  readonly width: number;
  readonly ruler: Ruler;
  readonly spots: readonly Spot[];
  /** First strip of each body row, and behind the last one the number of strips. */
  readonly starts: readonly number[];
}

/** A part of a table as it stands on one page. */
export interface Slice {
  /** In mm. */
  readonly height: number;
  /** The heads and the rows, each with its height. */
  rows(): readonly PrintRow[];
}

/** Measures a table of a width in mm. Cells of the head rows may reach down into the rows. */
export function cuttable(table: PrintTable, width: number, ruler: Ruler): Cuttable {
  const heads = table.headRows.length;
  const spots = spotsOf([...table.headRows, ...table.rows]);
  const longest = table.rows.map(() => 1);
  const own = { table, width, ruler, spots };
  for (const spot of spots) {
    const row = spot.row - heads;
    if (row < 0 || spot.rowSpan > 1 || isLabel(spot.cell)) continue;
    longest[row] = Math.max(longest[row] ?? 1, linesOf(own, spot, spot.cell.text).length);
  }
  const starts = [0];
  longest.forEach((lines, row) => {
    const whole = lines < LONG_ROW || table.rows[row]?.keepTogether === true;
    starts.push((starts[row] ?? 0) + (whole ? 1 : lines));
  });
  return { ...own, starts };
}

/** Number of strips. */
export const stripsOf = ({ starts }: Cuttable): number => starts.at(-1) ?? 0;

/** Labels and heads say what stands beside or below them; all other cells hold what was filled in. */
const isLabel = ({ style }: PrintCell) => style === 'label' || style === 'head';

function linesOf({ table, width, ruler }: Omit<Cuttable, 'starts'>, spot: Spot, text: string): readonly number[] {
  const whole = table.columns.reduce((sum, column) => sum + column, 0);
  const share = table.columns.slice(spot.column, spot.column + spot.colSpan).reduce((sum, column) => sum + column, 0);
  return ruler.lines(text, (width * share) / whole, table.fontSize);
}

/** The strips of a row that a slice has; `from` 0 and `to` the row's count is the whole row. */
interface KeptRow {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly strips: number;
}

/** Cuts the strips from `from` to before `to` out of a table, with its heads. */
export function slice(source: Cuttable, from: number, to: number): Slice {
  const kept = keptRows(source, from, to);
  const heads = source.table.headRows.length;
  const pieces = source.spots.flatMap((spot) => pieceOf(source, spot, kept) ?? []);
  const count = heads + kept.length;
  const heights = heightsOf(source, pieces, count);
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    rows: () => rowsOf(pieces, count).map((row, at) => ({ ...row, height: heights[at] ?? 0 })),
  };
}

function keptRows({ starts }: Cuttable, from: number, to: number): readonly KeptRow[] {
  return starts.slice(0, -1).flatMap((start, row): KeptRow[] => {
    const strips = (starts[row + 1] ?? start) - start;
    if (start >= to || start + strips <= from) return [];
    return [{ row, from: Math.max(from - start, 0), to: Math.min(to - start, strips), strips }];
  });
}

/** What of a cell stands in a slice, and how many lines it takes there; null where nothing does. */
function pieceOf(source: Cuttable, spot: Spot, kept: readonly KeptRow[]): Piece | null {
  const heads = source.table.headRows.length;
  const covered = kept.filter(({ row }) => row + heads >= spot.row && row + heads < spot.row + spot.rowSpan);
  const [first] = covered;
  const headSpan = Math.max(0, Math.min(heads, spot.row + spot.rowSpan) - spot.row);
  if (first === undefined && headSpan === 0) return null;
  const row = headSpan > 0 || first === undefined ? spot.row : heads + kept.indexOf(first);
  const place = { row, column: spot.column, colSpan: spot.colSpan, rowSpan: headSpan + covered.length };
  const text = textIn(source, spot, first);
  const cell = { ...spot.cell, text };
  const piece = { ...place, cell };
  return { ...piece, lines: linesOf(source, piece, text).length };
}

interface Piece extends Spot {
  readonly lines: number;
}

function textIn(source: Cuttable, spot: Spot, first: KeptRow | undefined): string {
  const { text } = spot.cell;
  if (first === undefined) return text;
  const begin = spot.row - source.table.headRows.length;
  const continues = first.row > Math.max(begin, 0) || first.from > 0;
  const isLong = spot.rowSpan === 1 && !isLabel(spot.cell);
  if (isLong && (first.from > 0 || first.to < first.strips)) {
    const lines = linesOf(source, spot, text);
    const piece = text.slice(lines[first.from] ?? text.length, lines[first.to] ?? text.length);
    return first.to < first.strips ? piece.replace(/\n$/, '') : piece;
  }
  if (!continues || text === '') return text;
  return isLabel(spot.cell) ? `${text}${CONTINUED}` : '';
}

/** Each row as high as its cells need; what a cell over several rows needs beyond them is divided among them. */
function heightsOf({ table, ruler }: Cuttable, pieces: readonly Piece[], count: number): readonly number[] {
  const heights = Array.from({ length: count }, () => table.rowHeight);
  for (const piece of pieces.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const rows = heights.slice(piece.row, piece.row + piece.rowSpan);
    const missing = ruler.height(piece.lines, table.fontSize) - rows.reduce((sum, height) => sum + height, 0);
    if (missing <= 0) continue;
    for (let row = piece.row; row < piece.row + piece.rowSpan; row += 1) {
      heights[row] = (heights[row] ?? 0) + missing / piece.rowSpan;
    }
  }
  return heights;
}
