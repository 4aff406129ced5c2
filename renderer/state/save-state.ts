/** Whether everything is in the book: shown in the status bar at all times. */
import type { Failure } from '../../shared/api/failure.ts';
import { createSignal } from './signal.ts';

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const saveState = createSignal<SaveState>({ kind: 'untouched' });

let underWay = 0;

/** A save is on its way. */
export function savingBegan(): void {
  underWay += 1;
  saveState.set({ kind: 'saving' });
}

/** A save was answered; `failure` says why not. A failure stays shown until the next save succeeds. */
export function savingEnded(failure: Failure | null): void {
  underWay -= 1;
  if (failure !== null) saveState.set({ kind: 'failed', failure });
  else if (underWay === 0) saveState.set({ kind: 'saved', at: clock() });
}

/** The book has changed another way than from a grid: by a button, undo or an import. */
export function savedOtherwise(): void {
  if (underWay === 0 && saveState.get().kind !== 'failed') saveState.set({ kind: 'saved', at: clock() });
}

/** By the system's own rules for dates a save would take a millisecond longer. */
function clock(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
