/** Mending findings as their rule proposes. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { findingsView } from './findings-store.ts';

/** One change, also for several findings; it can be undone. */
export async function mend(...findings: readonly KeptFinding[]): Promise<void> {
  const budgetId = findingsView.get()?.budgetId;
  const label = findings[0]?.fix?.label;
  if (budgetId === undefined || label === undefined) return;
  try {
    const { state, mended } = await call('check.fix', { budgetId, keys: findings.map(({ key }) => key) });
    takeState(state);
    notify(mended > 1 ? `${label}：已改正${mended}处，可撤销。` : `${label}：已完成，可撤销。`);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}
