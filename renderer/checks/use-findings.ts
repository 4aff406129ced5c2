/** The findings of the budget on screen. A large book takes its time to check, so the first screen does not wait for it. */
import type { Finding } from '../../shared/checks/finding.ts';
import { type Asked, useCall } from '../state/query.ts';
import { createSignal, useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';

/** True once the first screen stands. */
const wanted = createSignal(false);
const FIRST_SCREEN_MS = 700;

/** Lets findings be asked for, shortly after a book has been opened. */
export function wantFindings(): void {
  setTimeout(() => wanted.set(true), FIRST_SCREEN_MS);
}

export function useFindings(): Asked<readonly Finding[]> {
  const { budget } = usePlace();
  return useCall('check.run', useSignal(wanted) ? { budgetId: budget.id } : null);
}
