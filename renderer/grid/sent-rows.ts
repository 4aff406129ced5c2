/** What of a grid's rows goes to the core: when a step is made, and when it is sent. */
import type { Fields } from '../../shared/shape/shape.ts';
import { sendable } from './draft.ts';
import type { Drafts } from './drafts.ts';
import type { RowStore } from './row-store.ts';
import type { Step } from './save-queue.ts';
import type { ReadyRows, SaveRow } from './saving.ts';

/** Those rows that can be saved as they stand, for a step. */
export function sendableRows(keys: readonly string[], drafts: Drafts, fields: Fields): Step['save'] {
  return keys.flatMap((key) => {
    const draft = drafts.get(key);
    const values = draft === undefined ? null : sendable(draft, fields);
    return values === null ? [] : [{ key, values }];
  });
}

export interface SentRows {
  /** Those of the step's rows that are saved, in the order of `save`. */
  readonly rows: Step['save'];
  readonly save: readonly SaveRow[];
  /** Ids of the rows that go. */
  readonly remove: readonly number[];
  /** The rows of `save` as they lie ready in the core; null when they do not. */
  readonly ready: ReadyRows | null;
}

/**
 * A step when it is sent: rows may have been stored, moved or removed since it was made.
 * @param indexOf place of a row on screen
 */
export function sentRows(step: Step, drafts: Drafts, store: RowStore, indexOf: (key: string) => number): SentRows {
  const { ready } = step;
  if (ready !== undefined) return { rows: step.save, save: ready.rows, remove: [], ready };
  // What has been removed since is neither saved nor removed once more.
  const rows = step.save.filter(({ key }) => !drafts.isGone(key));
  const remove = step.remove.flatMap((key) => store.get(drafts.idOf(key) ?? -1)?.id ?? []);
  const places = drafts.places(rows, indexOf);
  const save = rows.map(({ key, values, position = null }): SaveRow => {
    const stored = store.get(drafts.idOf(key) ?? -1);
    if (stored === undefined) return { id: null, revision: null, position: places.get(key) ?? null, values };
    return { id: stored.id, revision: stored.revision, position, values: { ...stored.values, ...values } };
  });
  return { rows, save, remove, ready: null };
}
