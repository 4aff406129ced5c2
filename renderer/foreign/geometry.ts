/** Where the rows, columns and merged cells of a sheet's picture stand, in pixels. */
import type { Area } from '../../shared/foreign/sheet.ts';
import type { ForeignCell, ForeignSheet } from '../../shared/foreign/state-types.ts';

const ROW = 24;
const COLUMN = 72;
/** A character of the standard font, and the room at the sides of a cell. */
const CHARACTER = 7.2;
const SIDES = 5;
/** CSS pixels in a point. */
const POINT = 96 / 72;

/** Sizes that are not as usual, by index. */
export interface Sizes {
  readonly usual: number;
  readonly others: ReadonlyMap<number, number>;
}

const within = (size: number, least: number, most: number): number => Math.round(Math.min(most, Math.max(least, size)));

export function rowSizes({ rows }: ForeignSheet): Sizes {
  const others = rows.flatMap(({ row, height }): readonly (readonly [number, number])[] =>
    height === null ? [] : [[row, within(height * POINT, 20, 240)]],
  );
  return { usual: ROW, others: new Map(others) };
}

export function columnSizes({ columns }: ForeignSheet): Sizes {
  const others = columns.flatMap(({ column, width }): readonly (readonly [number, number])[] =>
    width === null ? [] : [[column, within(width * CHARACTER + SIDES, 24, 480)]],
  );
  return { usual: COLUMN, others: new Map(others) };
}

export const sizeAt = ({ usual, others }: Sizes, index: number): number => others.get(index) ?? usual;

/** Size of what reaches from one index to another, both included. */
export function sizeOf(sizes: Sizes, from: number, to: number): number {
  let size = (to - from + 1) * sizes.usual;
  if (sizes.others.size > 0) {
    for (let index = from; index <= to; index += 1) size += sizeAt(sizes, index) - sizes.usual;
  }
  return size;
}

/** Merged areas that reach into a window of rows and columns, all bounds included. */
export function mergesWithin(merges: readonly Area[], view: Area): readonly Area[] {
  return merges.filter(
    ({ top, bottom, left, right }) =>
      top <= view.bottom && bottom >= view.top && left <= view.right && right >= view.left,
  );
}

/** Columns a text may run over to its right, as in a spreadsheet: blanks up to the next filled cell. */
const MOST_RUN = 12;

export function lastOfRun(
  cell: Pick<ForeignCell, 'column' | 'align'>,
  filled: ReadonlySet<number>,
  covered: (column: number) => boolean,
  columns: number,
): number {
  if (cell.align !== 'left') return cell.column;
  let last = cell.column;
  while (last + 1 < columns && last - cell.column < MOST_RUN && !filled.has(last + 1) && !covered(last + 1)) last += 1;
  return last;
}
