/** A department's budget with those of the units below: who belongs to it, its tables, and what is to be said of them. */
import { listRows } from '../../db/read.ts';
import { consolidationFindings } from '../../shared/consolidation/findings.ts';
import { type Member, membersOf, unitsOutside } from '../../shared/consolidation/members.ts';
import type { ConsolidationState } from '../../shared/consolidation/state-types.ts';
import type { TableFacts } from '../../shared/facts/cube.ts';
import type { Context } from './context.ts';
import { ownersOf } from './owners.ts';

export interface Scope {
  readonly budgetId: number;
  /** True: together with the budgets of all units below. */
  readonly consolidated: boolean | null;
}

/** The units of a consolidation, the department itself first. @throws FailureError NOT_FOUND */
export function membersIn(budgetId: number, ctx: Context): readonly Member[] {
  const { budget } = ownersOf(budgetId, ctx);
  return membersOf(budget, listRows(ctx.book(), 'unit', null), listRows(ctx.book(), 'budget', null));
}

/** The budgets of a scope, the one asked about first. @throws FailureError NOT_FOUND */
export function budgetsIn({ budgetId, consolidated }: Scope, ctx: Context): readonly number[] {
  if (consolidated !== true) return [budgetId];
  return [budgetId, ...membersIn(budgetId, ctx).flatMap(({ budget, depth }) => (depth > 0 && budget ? budget.id : []))];
}

/** What the tables of a scope are drawn from. @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW */
export function factsIn(scope: Scope, ctx: Context): TableFacts {
  const [budgetId = scope.budgetId, ...others] = budgetsIn(scope, ctx);
  return scope.consolidated === true ? ctx.together(budgetId, others) : ctx.facts(budgetId);
}

/** @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW */
export function consolidationOf(budgetId: number, ctx: Context): ConsolidationState {
  const { budget } = ownersOf(budgetId, ctx);
  const members = membersIn(budgetId, ctx);
  const facts = factsIn({ budgetId, consolidated: true }, ctx);
  const outside = unitsOutside(budget, listRows(ctx.book(), 'unit', null), listRows(ctx.book(), 'budget', null));
  return {
    units: members.map(({ unit: { id, code, name }, depth, budget, stages }) => {
      const own = budget && { id: budget.id, status: budget.status, totals: ctx.facts(budget.id).totals() };
      return { id, code, name, depth, budget: own, stages };
    }),
    totals: facts.totals(),
    findings: consolidationFindings(members, budget, facts),
    outside: outside.map(({ id, code, name }) => ({ id, code, name })),
  };
}
