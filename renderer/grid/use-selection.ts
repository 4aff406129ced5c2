/** The selection of a grid: kept inside its rows, moved by keys, shown by scrolling. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { GridColumn } from './column.ts';
import { type Geometry, pageRows, scrollFor, type Viewport } from './geometry.ts';
import type { ScrollAhead } from './scroll-ahead.ts';
import {
  at,
  type Cell,
  clampTo,
  type GridShape,
  type Motion,
  move,
  rangeOf,
  type Selection,
  sameCell,
} from './selection.ts';
import type { GridSession } from './session.ts';

interface Left {
  readonly selection: Selection;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/**
 * What the view goes along with when the selection changes: the corner that moves, or the active cell going round inside a
 * range; the range, from its beginning on as far as there is room, for one that was laid down whole; or nothing, for one
 * made at a stroke.
 */
export type ViewFollows = 'corner' | 'range' | 'stay';

/** Where the user was in each grid: he comes back there from another page. */
const left = new WeakMap<GridSession, Left>();
const START: Left = { selection: at(0, 0), scrollTop: 0, scrollLeft: 0 };

export function useSelection(
  session: GridSession,
  columns: readonly GridColumn[],
  scroller: RefObject<HTMLDivElement | null>,
  onSelect: (next: Selection, view: ViewFollows) => void,
) {
  const shape: GridShape = {
    // Read at the moment of use: committing into the blank row adds one before the selection moves on.
    get rows() {
      return session.count;
    },
    columns: columns.length,
    get page() {
      return pageRows(scroller.current?.clientHeight ?? 0);
    },
  };
  const [start] = useState(() => left.get(session) ?? START);
  const [kept, keep] = useState<Selection>(() => start.selection);
  const selected = useRef(kept);
  const selection = clampTo(kept, shape);
  selected.current = selection;
  const view = useRef<ViewFollows>('corner');
  const select = (next: Selection, follows: ViewFollows = 'corner') => {
    selected.current = next;
    view.current = follows;
    keep(next);
    onSelect(next, follows);
  };
  const filled = (cell: { readonly row: number; readonly column: number }) => {
    const key = columns[cell.column]?.key ?? '';
    const row = session.rowAt(cell.row);
    return (row.typed[key] ?? row.values[key] ?? '') !== '';
  };
  const goBy = (motion: Motion) => select(move(selected.current, motion, shape, filled));
  const target = () => {
    const { row, column } = selected.current.active;
    const found = columns[column];
    return found === undefined ? null : { row: session.rowAt(row), column: found };
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    element?.scrollTo(start.scrollLeft, start.scrollTop);
    return () => {
      const { scrollTop = 0, scrollLeft = 0 } = element ?? {};
      left.set(session, { selection: selected.current, scrollTop, scrollLeft });
    };
  }, [session, scroller, start]);
  return { start, selection, kept, range: rangeOf(selection), shape, selected, select, goBy, target, view };
}

/** The cells that come into view one after the other, the one that matters most last. */
function followedCells({ anchor, active, lead }: Selection, follows: ViewFollows): readonly Cell[] {
  if (follows === 'range') return [lead, active];
  return sameCell(active, anchor) ? [lead] : [active];
}

/** Where the scroller stands once it has shown each of some cells. */
function scrollThrough(cells: readonly Cell[], geometry: Geometry, frozen: (cell: Cell) => boolean, view: Viewport) {
  let now = view;
  for (const cell of cells) {
    const { top, left } = scrollFor(cell, geometry, frozen(cell), now);
    now = { ...view, scrollTop: top, scrollLeft: left };
  }
  return now;
}

/** Tells for which cells of a selection the view does not move sideways: those that stay in place, and whole rows. */
function staysAcross({ anchor, lead }: Selection, columns: readonly GridColumn[]): (cell: Cell) => boolean {
  const whole =
    Math.min(anchor.column, lead.column) === 0 && Math.max(anchor.column, lead.column) === columns.length - 1;
  return ({ column }) => whole || columns[column]?.frozen === true;
}

interface Scrolled {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly geometry: Geometry;
  readonly columns: readonly GridColumn[];
  readonly ahead: ScrollAhead;
}

/** Draws the cells at once that a new selection will scroll to. */
export function scrollAhead(next: Selection, follows: ViewFollows, { geometry, columns, ahead }: Scrolled): void {
  if (ahead.size === null || follows === 'stay') return;
  const view = { scrollTop: ahead.down.offset, scrollLeft: ahead.across.offset, ...ahead.size };
  const to = scrollThrough(followedCells(next, follows), geometry, staysAcross(next, columns), view);
  ahead.down.goTo(to.scrollTop);
  ahead.across.goTo(to.scrollLeft);
}

/** Keeps what moves in view. */
export function useScrollTo(selection: Selection, follows: ViewFollows, scrolled: Scrolled): void {
  const { scroller, geometry, columns, ahead } = scrolled;
  const cells = followedCells(selection, follows);
  const where = cells.map(({ row, column }) => `${row} ${column}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the selection moves, not when widths are dragged
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || follows === 'stay') return;
    const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element;
    ahead.size = { width, height };
    const view = { scrollTop, scrollLeft, width, height };
    const to = scrollThrough(cells, geometry, staysAcross(selection, columns), view);
    if (to.scrollTop !== scrollTop || to.scrollLeft !== scrollLeft) element.scrollTo(to.scrollLeft, to.scrollTop);
  }, [where]);
  useLayoutEffect(() => ahead.settle(scroller.current));
}
