/** What the history panel does to the book. */
import type { HistoryChange, HistoryEntry } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

/** Brings one record to how it was before or after an entry, as a new change. Failures are told, not thrown. */
export async function restoreRecord(entry: HistoryEntry, change: HistoryChange, side: 'before' | 'after') {
  try {
    const { entity, rowId } = change;
    const revision = await revisionOf(change);
    const { state } = await call('history.restoreRow', { entity, rowId, entryId: entry.id, side, revision });
    takeState(state);
    notify(`已恢复${change.label}${named(change)}，可撤销。`);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}

/** The record's revision in the book; null when it is gone. */
async function revisionOf({ entity, rowId }: HistoryChange): Promise<number | null> {
  const { fields, columns } = await call(`${entity}.list`, { parentId: null });
  const at = columns[fields.indexOf('id')]?.indexOf(rowId) ?? -1;
  const revision = at < 0 ? null : columns[fields.indexOf('revision')]?.[at];
  return typeof revision === 'number' ? revision : null;
}

/** The steps between now and an entry: how many are undone, or redone, to get there. */
export async function stepsTo(entry: HistoryEntry): Promise<number> {
  let steps = 0;
  let before: number | null = null;
  for (;;) {
    const page: readonly HistoryEntry[] = await call('history.list', { before, limit: 500, entity: null, rowId: null });
    // Undone steps are the newest: on the way back to a done entry they do not count, on the way forth the others.
    if (entry.undone) steps += page.filter(({ id, undone }) => undone && id <= entry.id).length;
    else steps += page.filter(({ id, undone }) => !undone && id > entry.id).length;
    const last = page.at(-1);
    const passed = last === undefined || page.length < 500 || (entry.undone ? !last.undone : last.id <= entry.id);
    if (passed) return steps;
    before = last.id;
  }
}

/** The record's name in quotation marks, or nothing where none is known. */
export const named = ({ name }: HistoryChange): string => (name === '' ? '' : `“${name}”`);
