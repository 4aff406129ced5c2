/**
 * Counts the findings of many budgets, one after the other, for a list of them: the checks of each are run through and
 * let go, since fifty kept at once would fill the memory and push out those on screen.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { fail } from '../../../shared/api/failure.ts';
import { countFindings, type FindingCounts } from '../../../shared/checks/open-findings.ts';
import { BudgetChecks, type BudgetChecksParts } from './budget-checks.ts';

export interface FindingCounter {
  /** @throws FailureError NOT_FOUND, NO_BOOK when the book is closed meanwhile */
  counts(budgetId: number): Promise<FindingCounts>;
  /** The book has changed: what was counted before does not hold. */
  forget(): void;
}

/** @param sliceMs the longest stretch of work between two turns of the event loop */
export function createFindingCounter(
  parts: Pick<BudgetChecksParts, 'book' | 'cache'>,
  sliceMs: number,
): FindingCounter {
  const counted = new Map<number, FindingCounts>();
  let changes = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** Null when the book has changed on the way. */
  const countOnce = async (budgetId: number): Promise<FindingCounts | null> => {
    // Whoever asked may have waited in the queue for long.
    if (!parts.book.db.open) fail('NO_BOOK');
    const begun = changes;
    const checks = new BudgetChecks({ ...parts, budgetId, firstVersion: 0 });
    for (let more = true; more; ) {
      const until = performance.now() + sliceMs;
      while (more && performance.now() < until) more = checks.step();
      await turn();
      if (!parts.book.db.open) fail('NO_BOOK');
      if (begun !== changes) return null;
    }
    return countFindings(checks.live.all());
  };

  const count = async (budgetId: number): Promise<FindingCounts> => {
    for (;;) {
      const found = counted.get(budgetId) ?? (await countOnce(budgetId));
      if (found === null) continue;
      counted.set(budgetId, found);
      return found;
    }
  };

  return {
    counts: (budgetId) => {
      const next = last.then(() => count(budgetId));
      last = next.catch(() => undefined);
      return next;
    },
    forget: () => {
      changes += 1;
      counted.clear();
    },
  };
}
