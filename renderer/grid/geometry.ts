/** Where the cells of a grid are, in pixels of its content. */

import type { GridColumn } from './column.ts';
import type { Cell } from './selection.ts';

export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 34;
/** Width of the row numbers at the left edge. */
export const NUMBER_WIDTH = 52;
export const MIN_COLUMN_WIDTH = 48;

export interface Geometry {
  /** Left edge of each column. */
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  /** Right edge of the columns that stay in place. */
  readonly frozenRight: number;
  readonly totalWidth: number;
  /** What the style sheet lays rows and heads out by. */
  readonly style: Readonly<Record<`--${string}`, string>>;
}

/** @param chosen widths the user has dragged, by column key */
export function layOut(columns: readonly GridColumn[], chosen: Readonly<Record<string, number>>): Geometry {
  const widths = columns.map((column) => Math.max(MIN_COLUMN_WIDTH, chosen[column.key] ?? column.width));
  const lefts: number[] = [];
  let left = NUMBER_WIDTH;
  for (const width of widths) {
    lefts.push(left);
    left += width;
  }
  const frozen = frozenCount(columns);
  const frozenRight = lefts[frozen] ?? left;
  const style = {
    '--frozen-width': px(frozenRight),
    '--frozen-columns': tracks([NUMBER_WIDTH, ...widths.slice(0, frozen)]),
    '--moving-columns': tracks(widths.slice(frozen)),
    ...Object.fromEntries(lefts.map((at, index) => [`--left-${index}`, px(at)])),
  };
  return { lefts, widths, frozenRight, totalWidth: left, style };
}

const px = (length: number) => `${length}px`;

/** Columns of these widths, for the style sheet. */
export const tracks = (widths: readonly number[]) => widths.map(px).join(' ');

/** How many columns stay in place: they are the first ones. */
export function frozenCount(columns: readonly GridColumn[]): number {
  const moving = columns.findIndex(({ frozen }) => frozen !== true);
  return moving < 0 ? columns.length : moving;
}

export interface Viewport {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly width: number;
  readonly height: number;
}

/** The scroll position that shows a cell with the least movement. */
export function scrollFor(
  cell: Cell,
  geometry: Geometry,
  frozen: boolean,
  view: Viewport,
): { readonly top: number; readonly left: number } {
  const top = cell.row * ROW_HEIGHT;
  const bottom = top + ROW_HEIGHT - (view.height - HEAD_HEIGHT);
  const scrollTop = Math.max(bottom, Math.min(view.scrollTop, top));
  if (frozen) return { top: scrollTop, left: view.scrollLeft };
  const left = geometry.lefts[cell.column] ?? 0;
  const right = left + (geometry.widths[cell.column] ?? 0);
  return {
    top: scrollTop,
    left: Math.max(0, Math.min(left - geometry.frozenRight, Math.max(view.scrollLeft, right - view.width))),
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The cell at a point of the grid's view, or the one closest to it; column -1 is the row's number.
 * @param rows on screen
 */
export function cellAt(
  { x, y }: Point,
  geometry: Geometry,
  columns: readonly GridColumn[],
  { scrollTop, scrollLeft }: Pick<Viewport, 'scrollTop' | 'scrollLeft'>,
  rows: number,
): Cell {
  const down = Math.floor((y - HEAD_HEIGHT + scrollTop) / ROW_HEIGHT);
  const row = Math.max(0, Math.min(rows - 1, down));
  if (x < NUMBER_WIDTH) return { row, column: -1 };
  const inPlace = x < geometry.frozenRight;
  const across = inPlace ? x : x + scrollLeft;
  const found = columns.findLastIndex(
    (column, index) => (!inPlace || column.frozen === true) && (geometry.lefts[index] ?? 0) <= across,
  );
  return { row, column: Math.max(0, found) };
}

/** How many whole rows a PageDown covers. */
export function pageRows(height: number): number {
  return Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
}
