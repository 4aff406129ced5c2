/** Mending findings as their rule proposes, and saying why others are left as they are. Each can be undone. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { findingsView } from './findings-store.ts';

/** One change, also for several findings. */
export async function mend(...findings: readonly KeptFinding[]): Promise<void> {
  const label = findings[0]?.fix?.label;
  if (label === undefined) return;
  await write(async (budgetId) => {
    const { state, mended } = await call('check.fix', { budgetId, keys: keysOf(findings) });
    takeState(state);
    return mended > 1 ? `${label}：已改正${mended}处，可撤销。` : `${label}：已完成，可撤销。`;
  });
}

/** Keeps the reason with each of the findings, in the place of an earlier one. @returns whether it is kept */
export function waive(findings: readonly KeptFinding[], reason: string): Promise<boolean> {
  return write(async (budgetId) => {
    const { state, waived } = await call('check.waive', { budgetId, keys: keysOf(findings), reason });
    takeState(state);
    return waived > 1 ? `已放行${waived}条并记下理由，可撤销。` : '已放行并记下理由，可撤销。';
  });
}

/** Takes waivers back, by id. */
export function unwaive(waivers: readonly number[]): Promise<boolean> {
  return write(async (budgetId) => {
    const { state } = await call('check.unwaive', { budgetId, waivers });
    takeState(state);
    return waivers.length > 1
      ? `已撤回${waivers.length}条放行说明，可撤销。`
      : '已撤回放行，这一条重新待处理，可撤销。';
  });
}

const keysOf = (findings: readonly KeptFinding[]) => findings.map(({ key }) => key);

/** Does it to the budget whose findings are shown, and says what was done. */
async function write(change: (budgetId: number) => Promise<string>): Promise<boolean> {
  const budgetId = findingsView.get()?.budgetId;
  if (budgetId === undefined) return false;
  try {
    notify(await change(budgetId));
    return true;
  } catch (error) {
    notifyFailure(failureOf(error));
    return false;
  }
}
