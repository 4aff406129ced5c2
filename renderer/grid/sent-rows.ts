/** What of a step goes to the core when it is sent: rows may have been stored, moved or removed since it was made. */
import type { Drafts } from './drafts.ts';
import type { RowStore } from './row-store.ts';
import type { Step } from './save-queue.ts';
import type { SaveRow } from './saving.ts';

export interface SentRows {
  /** Those of the step's rows that are saved, in the order of `save`. */
  readonly rows: Step['save'];
  readonly save: readonly SaveRow[];
  /** Ids of the rows that go. */
  readonly remove: readonly number[];
  /** Under what the rows of `save` lie ready in the core; null when they do not. */
  readonly prepared: number | null;
}

/** @param indexOf place of a row on screen */
export function sentRows(step: Step, drafts: Drafts, store: RowStore, indexOf: (key: string) => number): SentRows {
  // What has been removed since is neither saved nor removed once more.
  const rows = step.save.filter(({ key }) => !drafts.isGone(key));
  const remove = step.remove.flatMap((key) => store.get(drafts.idOf(key) ?? -1)?.id ?? []);
  const places = drafts.places(rows, indexOf);
  const save = rows.map(({ key, values, position = null }): SaveRow => {
    const stored = store.get(drafts.idOf(key) ?? -1);
    if (stored === undefined) return { id: null, revision: null, position: places.get(key) ?? null, values };
    return { id: stored.id, revision: stored.revision, position, values: { ...stored.values, ...values } };
  });
  return { rows, save, remove, prepared: step.prepared ?? null };
}
