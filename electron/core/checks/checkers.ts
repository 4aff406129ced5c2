/**
 * Runs the checks of the budgets that are looked at, between the calls of the window: a few milliseconds at a time,
 * so that a call never waits for a book to be gone through.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { Book, Touched } from '../../../db/book.ts';
import type { ChecksProgress } from '../../../shared/api/events.ts';
import type { LiveChecks } from '../../../shared/checks/live/live-checks.ts';
import { countFindings, type FindingCounts } from '../../../shared/checks/open-findings.ts';
import type { FactsCache } from '../facts-cache.ts';
import { BudgetChecks } from './budget-checks.ts';
import { createFindingCounter } from './counter.ts';

/** Longest stretch of work between two turns of the event loop. */
const SLICE_MS = 4;
/** The window draws what has changed before anything is checked: on two cores both at once take twice as long. */
const REST_MS = 100;
/** How soon somebody who waits for the checks is noticed meanwhile. */
const LOOK_MS = 8;
/** How often a long run says how far it is. */
const TELL_MS = 250;
/** Budgets whose checks are kept: the one on screen and a few it is compared with. */
const KEPT = 3;

/** More changes of findings than one run of checks ever sees. */
const VERSIONS = 1_000_000_000;

export interface Checkers {
  /** Checks as far as they have come; begins them if need be. @throws FailureError NOT_FOUND */
  soFar(budgetId: number): LiveChecks;
  /** Checks with nothing left to do. @throws FailureError NOT_FOUND */
  whole(budgetId: number): Promise<LiveChecks>;
  progress(budgetId: number): ChecksProgress;
  /** How many findings there are, of many budgets in turn without keeping the checks of each. @throws FailureError NOT_FOUND */
  counts(budgetId: number): Promise<FindingCounts>;
  /** Hears what a commit touched. */
  follow(touched: Touched): void;
  /** The book's own rule sets have changed, which are no rows: begins anew what is known. */
  renew(): void;
  /** The book may have changed in any way: everything is begun anew when it is asked for. */
  forget(): void;
}

export interface CheckersParts {
  readonly book: Book;
  readonly cache: () => FactsCache;
  readonly tell: (progress: ChecksProgress) => void;
}

/** Starts with nothing checked. */
export function createCheckers({ book, cache, tell }: CheckersParts): Checkers {
  const known = new Map<number, BudgetChecks>();
  let firstVersion = 0;
  const counter = createFindingCounter({ book, cache }, SLICE_MS);
  let running: Promise<void> | null = null;
  /** What is being worked through now. */
  let atWork: BudgetChecks | null = null;
  /** Versions last told of, by budget. */
  const told = new Map<number, number>();

  let restsUntil = 0;
  const rest = () => {
    restsUntil = performance.now() + REST_MS;
  };
  /** The next stretch of work. */
  const next = async (): Promise<void> => {
    // The answer to the call at hand goes first.
    await turn();
    while (performance.now() < restsUntil) await sleep(LOOK_MS);
  };

  const progressOf = (checks: BudgetChecks, finished: boolean): ChecksProgress => ({
    budgetId: checks.budgetId,
    version: checks.live.version,
    done: finished ? checks.total : checks.done,
    total: checks.total,
    finished,
  });

  const sayIfNew = (checks: BudgetChecks, finished: boolean) => {
    if (finished && told.get(checks.budgetId) === checks.live.version) return;
    if (finished) told.set(checks.budgetId, checks.live.version);
    tell(progressOf(checks, finished));
  };

  /** Works through one budget; others wait. @returns false when it was dropped on the way */
  const finish = async (checks: BudgetChecks): Promise<void> => {
    let tellAt = performance.now() + TELL_MS;
    for (;;) {
      const until = performance.now() + SLICE_MS;
      let more = true;
      // The clock is looked at after every step: a call waits for a slice and one step, the longest of which counts.
      while (more && performance.now() < until) more = checks.step();
      if (!more || known.get(checks.budgetId) !== checks) break;
      if (performance.now() > tellAt) {
        sayIfNew(checks, false);
        tellAt = performance.now() + TELL_MS;
      }
      await next();
      if (!book.db.open || known.get(checks.budgetId) !== checks) return;
    }
    if (checks.live.isOutdated) known.set(checks.budgetId, begin(checks.budgetId));
    else if (known.get(checks.budgetId) === checks) sayIfNew(checks, true);
  };

  const run = async (): Promise<void> => {
    for (;;) {
      await next();
      if (!book.db.open) return;
      const checks = [...known.values()].reverse().find((each) => waiting.has(each));
      if (checks === undefined) return;
      waiting.delete(checks);
      atWork = checks;
      try {
        await finish(checks);
      } catch (error) {
        known.delete(checks.budgetId);
        throw error;
      } finally {
        atWork = null;
      }
    }
  };

  const waiting = new Set<BudgetChecks>();
  const wake = (checks: BudgetChecks) => {
    waiting.add(checks);
    running ??= run().finally(() => {
      running = null;
    });
    // Whoever waits for the checks hears of a failure; nobody else has to.
    running.catch(() => undefined);
  };

  const begin = (budgetId: number): BudgetChecks => {
    firstVersion += VERSIONS;
    rest();
    const checks = new BudgetChecks({ book, budgetId, cache, firstVersion });
    wake(checks);
    return checks;
  };

  const of = (budgetId: number): BudgetChecks => {
    const checks = known.get(budgetId) ?? begin(budgetId);
    // The one asked for last is kept longest.
    known.delete(budgetId);
    known.set(budgetId, checks);
    for (const other of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(other);
    }
    return checks;
  };

  const whole = async (budgetId: number): Promise<LiveChecks> => {
    for (;;) {
      const checks = of(budgetId);
      if (running === null) return checks.live;
      restsUntil = 0;
      await running;
    }
  };

  return {
    soFar: (budgetId) => of(budgetId).live,
    whole,
    progress: (budgetId) => {
      const checks = of(budgetId);
      const finished = atWork !== checks && !waiting.has(checks);
      // Whoever hears that it goes on hears of its end, too, though nothing new may be found.
      if (!finished) told.delete(budgetId);
      return progressOf(checks, finished);
    },
    counts: async (budgetId) => {
      if (!known.has(budgetId)) return counter.counts(budgetId);
      return countFindings((await whole(budgetId)).all());
    },
    follow: (touched) => {
      counter.forget();
      rest();
      for (const [budgetId, checks] of known) {
        if (checks.follow(touched)) wake(checks);
        else known.delete(budgetId);
      }
    },
    renew: () => {
      counter.forget();
      for (const budgetId of [...known.keys()]) known.set(budgetId, begin(budgetId));
    },
    forget: () => {
      counter.forget();
      known.clear();
    },
  };
}
