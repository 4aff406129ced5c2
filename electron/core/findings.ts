/** The findings about a budget, when nothing is left to check. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { inOrder } from '../../shared/checks/in-order.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import type { Context } from './context.ts';

/** Waits for the checks without keeping other calls from being answered. @throws FailureError NOT_FOUND. */
export async function findingsOf(budgetId: number, ctx: Context): Promise<readonly KeptFinding[]> {
  const checks = await ctx.checks().whole(budgetId);
  return [...checks.all()].sort(inOrder);
}

/** Those that are not waived, in no order: to be counted. @throws FailureError NOT_FOUND. */
export async function openFindingsOf(budgetId: number, ctx: Context): Promise<readonly KeptFinding[]> {
  return (await ctx.checks().whole(budgetId)).all().filter(isOpen);
}
