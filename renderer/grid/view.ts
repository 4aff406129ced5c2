/** The order of rows on screen: stored rows in book order, unsaved new rows where they were inserted, then a blank one. */

import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Draft } from './draft.ts';
import type { RowStore } from './row-store.ts';

/** Key of the blank row that stands last. */
export const BLANK = 'blank';

/** Key of a stored row. */
export const keyOf = (id: number): string => `r${id}`;

/** Id in the key of a stored row; null for other keys. */
export function idIn(key: string): number | null {
  return key.startsWith('r') ? Number.parseInt(key.slice(1), 10) : null;
}

/** The stored row that a key names. */
export function storedRow(store: RowStore, key: string): SavedRow | undefined {
  const id = idIn(key);
  return id === null ? undefined : store.get(id);
}

/**
 * Keys of all rows from top to bottom.
 * @param current the key a row goes by now (a new row is renamed once it is stored)
 */
export function buildView(
  store: RowStore,
  include: (values: Values) => boolean,
  drafts: Iterable<Draft>,
  current: (key: string) => string,
): string[] {
  const below = new Map<string | null, string[]>();
  for (const draft of drafts) {
    if (draft.id !== null) continue;
    const anchor = draft.after === null ? null : current(draft.after);
    const under = below.get(anchor);
    if (under === undefined) below.set(anchor, [draft.key]);
    else under.push(draft.key);
  }
  const view: string[] = [];
  const put = (key: string): void => {
    view.push(key);
    const under = below.get(key);
    if (under === undefined) return;
    below.delete(key);
    for (const each of under) put(each);
  };
  for (const id of store.order) {
    const row = store.get(id);
    if (row !== undefined && include(row.values)) put(keyOf(id));
  }
  const last = below.get(null) ?? [];
  below.delete(null);
  for (const key of last) put(key);
  // Rows whose neighbour has gone are kept: what was typed is never dropped.
  const seen = new Set(view);
  for (const keys of [...below.values()]) view.push(...keys.filter((key) => !seen.has(key)));
  view.push(BLANK);
  return view;
}
