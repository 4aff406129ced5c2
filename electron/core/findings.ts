/** The findings about a budget: gathered rows through `runChecks`, kept until the next change of the book. */
import type { Book } from '../../db/book.ts';
import { findRow, listIndicators, listRows } from '../../db/read.ts';
import { fail } from '../../shared/api/failure.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run.ts';
import type { Context } from './context.ts';
import { ownRuleSetsText, ruleSetsFor } from './rule-sets.ts';

interface Kept {
  readonly revision: number;
  /** The book's own procurement rule sets, which are no part of the revision. */
  readonly ruleSets: string | null;
  readonly findings: readonly Finding[];
}

const kept = new WeakMap<Book, Map<number, Kept>>();

/** Runs all checks on a budget. @throws FailureError NOT_FOUND. */
export function findingsOf(budgetId: number, ctx: Context): readonly Finding[] {
  const book = ctx.book();
  const { revision } = ctx.state();
  const byBudget = kept.get(book) ?? new Map<number, Kept>();
  kept.set(book, byBudget);
  const last = byBudget.get(budgetId);
  const ruleSets = ownRuleSetsText(book);
  if (last?.revision === revision && last.ruleSets === ruleSets) return last.findings;
  const findings = check(budgetId, ctx);
  byBudget.set(budgetId, { revision, ruleSets, findings });
  return findings;
}

function check(budgetId: number, ctx: Context): readonly Finding[] {
  const book = ctx.book();
  const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
  return runChecks({
    facts: ctx.facts(budgetId),
    budget,
    unit,
    lines: listRows(book, 'line', budgetId),
    projects: listRows(book, 'project', budgetId),
    procurement: listRows(book, 'procurement', budgetId),
    goalSheets: listRows(book, 'goalSheet', budgetId),
    indicators: listIndicators(book, budgetId),
    assets: listRows(book, 'asset', budgetId),
    prior: listRows(book, 'prior', budgetId),
    narrative: listRows(book, 'narrative', budgetId),
    ruleSets: ruleSetsFor(book, unit, budget),
  });
}
