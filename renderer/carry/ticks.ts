/** Which items of a preview go along, when one is ticked or unticked. */
import type { CarryItem, CarryKind } from '../../shared/carry-forward/types.ts';

/** Choices that differ from the default, by item id. */
export type Ticks = ReadonlyMap<string, boolean>;

/** What goes along with its project by default. */
const WITH_PROJECT: readonly CarryKind[] = ['projectLines', 'goalSheet'];

export const isTicked = (item: CarryItem, ticks: Ticks): boolean => ticks.get(item.id) ?? item.chosen;

/**
 * Ticks an item and all it needs, a project also with its lines and goal sheet; or unticks it and all that needs it.
 * So what is ticked can always go along.
 */
export function ticked(items: readonly CarryItem[], ticks: Ticks, id: string, on: boolean): Ticks {
  const next = new Map(ticks);
  const set = (item: CarryItem) => {
    next.set(item.id, on);
    if (on) {
      const needed = items.find((each) => each.id === item.needs);
      if (needed !== undefined && !isTicked(needed, next)) set(needed);
    } else {
      for (const each of items) if (each.needs === item.id) set(each);
    }
  };
  const item = items.find((each) => each.id === id);
  if (item === undefined) return ticks;
  set(item);
  if (on && item.kind === 'project') {
    for (const each of items) if (each.needs === id && WITH_PROJECT.includes(each.kind)) set(each);
  }
  return next;
}
