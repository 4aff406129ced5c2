/**
 * Which rows are drawn. When the view leaps, as by a page or to a pasted block, those in view come first: the elements of
 * the others keep what they show until the view rests, and only then take the rows above and below it.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** First and last row in view. */
export interface RowsInView {
  readonly first: number;
  readonly last: number;
}

/** What was drawn, and for which view. */
export interface Drawn extends RowsInView {
  readonly rows: readonly number[];
  /** Whether only the rows in view are new. */
  readonly leapt: boolean;
}

const NOTHING: Drawn = { first: 0, last: -1, rows: [], leapt: false };
const REST_MS = 150;

/**
 * The rows to draw, from top to bottom.
 * @param near those in view with some above and below
 * @param slots how many elements there are; row `n` is drawn by the `n % slots`-th
 * @param rested whether the view has stood where it is for a while
 */
export function drawnRows(
  before: Drawn,
  { first, last }: RowsInView,
  near: readonly number[],
  slots: number,
  rested: boolean,
): Drawn {
  const stays = first === before.first && last === before.last;
  const shared = Math.min(last, before.last) - Math.max(first, before.first) + 1;
  const leapt = stays ? before.leapt && !rested : shared * 2 < last - first + 1;
  if (!leapt) return { first, last, rows: near, leapt };
  const inView = near.filter((row) => row >= first && row <= last);
  const bySlot = new Map([...before.rows, ...inView].map((row) => [row % slots, row]));
  return { first, last, rows: [...bySlot.values()].sort((a, b) => a - b), leapt };
}

/** The rows to draw now; draws again when the view has come to rest. Only rows below `count` are there. */
export function useDrawnRows(
  view: RowsInView,
  near: readonly number[],
  slots: number,
  count: number,
): readonly number[] {
  const before = useRef(NOTHING);
  const [rested, setRested] = useState<RowsInView | null>(null);
  const { first, last } = view;
  const drawn = drawnRows(before.current, view, near, slots, rested?.first === first && rested.last === last);
  useLayoutEffect(() => {
    before.current = drawn;
  });
  useEffect(() => {
    if (!drawn.leapt) return;
    const waiting = setTimeout(() => setRested({ first, last }), REST_MS);
    return () => clearTimeout(waiting);
  }, [drawn.leapt, first, last]);
  return drawn.rows.filter((row) => row < count);
}
