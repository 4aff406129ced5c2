/** Positions of rows in stored order: whole numbers with room between them, as db/position.ts gives them out. */
import type { RowStore } from './row-store.ts';

/** Room left behind each row put last. */
const GAP = 1_024;

/** A stored row, and the side of it where other rows are to stand; null is the end of all rows. */
export type Neighbour = { readonly side: 'above' | 'below'; readonly id: number } | null;

/**
 * Positions for rows between two others, in order: spread evenly where there is room, else one behind the other from
 * `low` on, and the core makes room.
 * @param low position of the row above; null where none is
 * @param high position of the row below; null where none is
 */
export function placesBetween(low: number | null, high: number | null, count: number): readonly number[] {
  const from = low ?? -1;
  const room = high === null ? GAP : (high - from) / (count + 1);
  return Array.from({ length: count }, (_, index) => Math.floor(from + Math.max(1, room) * (index + 1)));
}

/**
 * Positions for rows that are to stand beside a stored row.
 * @param moving ids of rows that leave their places for these
 */
export function placesBeside(
  store: RowStore,
  neighbour: Neighbour,
  count: number,
  moving: ReadonlySet<number>,
): readonly number[] {
  const at =
    neighbour === null ? store.order.length : store.placeOf(neighbour.id) + (neighbour.side === 'below' ? 1 : 0);
  const low = store.nearest(at - 1, -1, moving);
  const high = store.nearest(at, 1, moving);
  return placesBetween(low?.position ?? null, high?.position ?? null, count);
}
