/** What is selected in a grid, and how the keyboard moves it. Plain values: the component only draws them. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** Where typing goes; always inside the range. */
  readonly active: Cell;
  /** The range's fixed corner and the corner that Shift+arrow moves; both equal `active` for a single cell. */
  readonly anchor: Cell;
  readonly lead: Cell;
  /** Column where a run of Tab presses began; Enter returns there, one row down. */
  readonly tabFrom: number | null;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows that one PageDown covers. */
  readonly page: number;
}

/** Tells whether a cell has content; Ctrl+arrow stops at the edges of content. */
export type Filled = (cell: Cell) => boolean;

/** Motions that Shift turns into an extension of the range. */
export type Leap =
  | {
      readonly kind: 'step' | 'edge';
      readonly rows: -1 | 0 | 1;
      readonly columns: -1 | 0 | 1;
      readonly extend: boolean;
    }
  | { readonly kind: 'page'; readonly rows: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd'; readonly extend: boolean };

/** Motions that go round a range where there is one. */
export interface Hop {
  readonly kind: 'tab' | 'enter';
  readonly back: boolean;
}

export type Motion = Leap | Hop;

/** A selection of exactly one cell. */
export function at(row: number, column: number): Selection {
  const cell = { row, column };
  return { active: cell, anchor: cell, lead: cell, tabFrom: null };
}

/** The rectangle between both corners, inclusive. */
export function rangeOf({ anchor, lead }: Selection): Range {
  return {
    top: Math.min(anchor.row, lead.row),
    bottom: Math.max(anchor.row, lead.row),
    left: Math.min(anchor.column, lead.column),
    right: Math.max(anchor.column, lead.column),
  };
}

/** Number of cells in a range. */
export function sizeOf(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Brings a selection back inside the grid after rows went away. */
export function clampTo(selection: Selection, shape: GridShape): Selection {
  const inside = (cell: Cell): Cell => ({
    row: clamp(cell.row, shape.rows),
    column: clamp(cell.column, shape.columns),
  });
  const range = rangeOf(selection);
  if (range.bottom < shape.rows && range.right < shape.columns) return selection;
  return {
    active: inside(selection.active),
    anchor: inside(selection.anchor),
    lead: inside(selection.lead),
    tabFrom: selection.tabFrom,
  };
}

/** The range from the active cell to `cell`. */
export function extendTo({ active, tabFrom }: Selection, cell: Cell, shape: GridShape): Selection {
  const lead = { row: clamp(cell.row, shape.rows), column: clamp(cell.column, shape.columns) };
  return { active, anchor: active, lead, tabFrom };
}

export const sameCell = (left: Cell, right: Cell): boolean => left.row === right.row && left.column === right.column;

/** The selection after a key press; never leaves the grid. */
export function move(selection: Selection, motion: Motion, shape: GridShape, filled: Filled): Selection {
  if (isHop(motion)) {
    const range = rangeOf(selection);
    return sizeOf(range) > 1 ? cycle(selection, motion, range) : hop(selection, motion, shape);
  }
  const { active, anchor, lead } = selection;
  const to = target(motion.extend && sameCell(active, anchor) ? lead : active, motion, shape, filled);
  return motion.extend ? extendTo(selection, to, shape) : at(to.row, to.column);
}

const isHop = (motion: Motion): motion is Hop => motion.kind === 'tab' || motion.kind === 'enter';

function target(from: Cell, motion: Leap, shape: GridShape, filled: Filled): Cell {
  switch (motion.kind) {
    case 'step':
      return {
        row: clamp(from.row + motion.rows, shape.rows),
        column: clamp(from.column + motion.columns, shape.columns),
      };
    case 'edge':
      return edge(from, motion.rows, motion.columns, shape, filled);
    case 'page':
      return { row: clamp(from.row + motion.rows * shape.page, shape.rows), column: from.column };
    case 'rowStart':
      return { row: from.row, column: 0 };
    case 'rowEnd':
      return { row: from.row, column: shape.columns - 1 };
    case 'gridStart':
      return { row: 0, column: 0 };
    case 'gridEnd':
      return { row: shape.rows - 1, column: shape.columns - 1 };
  }
}

/** Ctrl+arrow as in a spreadsheet: to the last filled cell of this run, else to the next filled cell, else to the border. */
function edge(from: Cell, rows: number, columns: number, shape: GridShape, filled: Filled): Cell {
  const inside = (cell: Cell) =>
    cell.row >= 0 && cell.row < shape.rows && cell.column >= 0 && cell.column < shape.columns;
  const next = (cell: Cell): Cell => ({ row: cell.row + rows, column: cell.column + columns });
  let here = from;
  const runs = filled(here) && inside(next(here)) && filled(next(here));
  while (inside(next(here))) {
    if (runs && !filled(next(here))) break;
    here = next(here);
    if (!runs && filled(here)) break;
  }
  return here;
}

/** Tab and Enter from a single cell: Tab walks the row and wraps; Enter goes down, back to where tabbing began. */
function hop(selection: Selection, motion: Hop, shape: GridShape): Selection {
  const { row, column } = selection.active;
  const step = motion.back ? -1 : 1;
  if (motion.kind === 'enter') return at(clamp(row + step, shape.rows), selection.tabFrom ?? column);
  const flat = row * shape.columns + column + step;
  const last = shape.rows * shape.columns - 1;
  const place = Math.max(0, Math.min(last, flat));
  const cell = at(Math.floor(place / shape.columns), place % shape.columns);
  return { ...cell, tabFrom: motion.back ? selection.tabFrom : (selection.tabFrom ?? column) };
}

/** Tab and Enter inside a range go round the range. */
function cycle(selection: Selection, motion: Hop, range: Range): Selection {
  const width = range.right - range.left + 1;
  const height = range.bottom - range.top + 1;
  const row = selection.active.row - range.top;
  const column = selection.active.column - range.left;
  const step = motion.back ? -1 : 1;
  const count = width * height;
  const flat = motion.kind === 'tab' ? row * width + column : column * height + row;
  const place = (flat + step + count) % count;
  const active =
    motion.kind === 'tab'
      ? { row: range.top + Math.floor(place / width), column: range.left + (place % width) }
      : { row: range.top + (place % height), column: range.left + Math.floor(place / height) };
  return { ...selection, active };
}
