/** The selection of a grid: kept inside its rows, moved by keys, shown by scrolling. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { GridColumn } from './column.ts';
import { type Geometry, pageRows, scrollFor } from './geometry.ts';
import { at, clampTo, type GridShape, type Motion, move, rangeOf, type Selection } from './selection.ts';
import type { GridSession } from './session.ts';

interface Left {
  readonly selection: Selection;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** Where the user was in each grid: he comes back there from another page. */
const left = new WeakMap<GridSession, Left>();
const START: Left = { selection: at(0, 0), scrollTop: 0, scrollLeft: 0 };

export function useSelection(
  session: GridSession,
  columns: readonly GridColumn[],
  scroller: RefObject<HTMLDivElement | null>,
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
  const stays = useRef(false);
  const select = (next: Selection, scroll?: 'stay') => {
    selected.current = next;
    stays.current = scroll === 'stay';
    keep(next);
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
  return { start, selection, kept, range: rangeOf(selection), shape, selected, select, goBy, target, stays };
}

/**
 * Keeps what moves in view: the selection's moving corner, or the active cell going round inside a range. Not while the
 * mouse draws the selection, and not for one that was made at a stroke.
 */
export function useScrollTo(
  { anchor, active, lead }: Selection,
  geometry: Geometry,
  columns: readonly GridColumn[],
  scroller: RefObject<HTMLDivElement | null>,
  stays: () => boolean,
): void {
  const { row, column } = active.row === anchor.row && active.column === anchor.column ? lead : active;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the selection moves, not when widths are dragged
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || stays()) return;
    const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element;
    const view = { scrollTop, scrollLeft, width, height };
    // Whole rows are seen where they begin.
    const whole =
      Math.min(anchor.column, lead.column) === 0 && Math.max(anchor.column, lead.column) === columns.length - 1;
    const to = scrollFor({ row, column }, geometry, whole || columns[column]?.frozen === true, view);
    if (to.top !== scrollTop || to.left !== scrollLeft) element.scrollTo(to);
  }, [row, column]);
}
