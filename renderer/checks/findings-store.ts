/** The findings about the budget on screen: fetched once, then only what changes of them. */
import type { ChecksProgress } from '../../shared/api/events.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { call, failureOf } from '../api.ts';
import { checksTold } from '../state/events.ts';
import { createSignal } from '../state/signal.ts';
import { type Findings, FindingsIndex } from './findings-index.ts';

export interface FindingsView {
  readonly budgetId: number;
  /** Of the book: another opening knows nothing of this one's findings. */
  readonly opening: number;
  /** Null until the first answer. */
  readonly version: number | null;
  readonly findings: Findings;
  readonly progress: ChecksProgress | null;
  readonly failure: Failure | null;
}

/** What is known; null before any budget has been asked about. */
export const findingsView = createSignal<FindingsView | null>(null);

/** Of the budget shown; the view's findings are how it is after the last answer. */
let index = new FindingsIndex();
let isAsking = false;
let askAgain = false;

/** Shows the findings of this budget from now on. */
export function showFindings(budgetId: number, opening: number): void {
  const known = findingsView.get();
  if (known?.budgetId === budgetId && known.opening === opening) return;
  index = new FindingsIndex();
  findingsView.set({ budgetId, opening, version: null, findings: index.take([], []), progress: null, failure: null });
  void ask();
}

/** Asks again after a failure. */
export function retryFindings(): void {
  const known = findingsView.get();
  if (known !== null) findingsView.set({ ...known, failure: null });
  void ask();
}

checksTold.subscribe(() => {
  const [told, known] = [checksTold.get(), findingsView.get()];
  if (told?.budgetId === known?.budgetId) void ask();
});

/** One question at a time; what is told meanwhile is asked for afterwards. */
async function ask(): Promise<void> {
  if (isAsking) {
    askAgain = true;
    return;
  }
  isAsking = true;
  try {
    do {
      askAgain = false;
      await askOnce();
    } while (askAgain);
  } finally {
    isAsking = false;
  }
}

async function askOnce(): Promise<void> {
  const before = findingsView.get();
  if (before === null) return;
  const { budgetId, opening } = before;
  // Changes fit only what they were asked for.
  const isShown = () => findingsView.get()?.findings === before.findings;
  try {
    let { version, findings } = before;
    let into = index;
    for (;;) {
      const told = await call('check.changes', { budgetId, seen: version });
      if (!isShown()) {
        askAgain = true;
        return;
      }
      const { whole, changed, gone, progress } = told;
      if (whole) into = new FindingsIndex();
      // Each part is taken in when it comes: a hundred thousand findings at once would hold the window up.
      if (whole || changed.length + gone.length > 0) findings = into.take(changed, gone);
      version = told.version;
      if (told.more) continue;
      index = into;
      findingsView.set({ budgetId, opening, version, findings, progress, failure: null });
      return;
    }
  } catch (error) {
    if (isShown()) findingsView.set({ ...before, failure: failureOf(error) });
  }
}
