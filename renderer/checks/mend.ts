/** Mending a finding by the fix its rule proposes. */
import type { Finding } from '../../shared/checks/finding.ts';
import { call, failureOf } from '../api.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

/** A fix is a call of the contract, proposed by the rule itself. */
export async function mend(fix: NonNullable<Finding['fix']>): Promise<void> {
  try {
    const send = call as (name: string, input: unknown) => Promise<unknown>;
    await send(fix.call, fix.input);
    notify(`${fix.label}：已完成，可撤销。`);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}
