/** The findings about the budget on screen: fetched once, then only what changes of them. */
import type { ChecksProgress } from '../../shared/api/events.ts';
import type { Failure } from '../../shared/api/failure.ts';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { sortedAnew } from '../../shared/checks/in-order.ts';
import { call, failureOf } from '../api.ts';
import { checksTold } from '../state/events.ts';
import { createSignal } from '../state/signal.ts';

export interface FindingsView {
  readonly budgetId: number;
  /** Of the book: another opening knows nothing of this one's findings. */
  readonly opening: number;
  /** Null until the first answer. */
  readonly version: number | null;
  readonly findings: ReadonlyMap<string, KeptFinding>;
  /** The same, worst first. */
  readonly sorted: readonly KeptFinding[];
  readonly progress: ChecksProgress | null;
  readonly failure: Failure | null;
}

/** What is known; null before any budget has been asked about. */
export const findingsView = createSignal<FindingsView | null>(null);

let isAsking = false;
let askAgain = false;

/** Shows the findings of this budget from now on. */
export function showFindings(budgetId: number, opening: number): void {
  const known = findingsView.get();
  if (known?.budgetId === budgetId && known.opening === opening) return;
  findingsView.set({
    budgetId,
    opening,
    version: null,
    findings: new Map(),
    sorted: [],
    progress: null,
    failure: null,
  });
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
  const isShown = () => {
    const now = findingsView.get();
    return now?.budgetId === budgetId && now.opening === opening;
  };
  try {
    let { version } = before;
    // Copied once, and only where something has changed.
    let findings: Map<string, KeptFinding> | null = null;
    const changedKeys = new Set<string>();
    for (;;) {
      const told = await call('check.changes', { budgetId, seen: version });
      if (!isShown()) {
        askAgain = true;
        return;
      }
      const { whole, changed, gone, progress } = told;
      if (whole) findings = new Map();
      else if (changed.length + gone.length > 0) findings ??= new Map(before.findings);
      for (const key of gone) findings?.delete(key);
      for (const finding of changed) {
        findings?.set(finding.key, finding);
        changedKeys.add(finding.key);
      }
      version = told.version;
      if (told.more) continue;
      findingsView.set({
        budgetId,
        opening,
        version,
        findings: findings ?? before.findings,
        sorted: findings === null ? before.sorted : sortedAnew(before.sorted, findings, changedKeys),
        progress,
        failure: null,
      });
      return;
    }
  } catch (error) {
    if (isShown()) findingsView.set({ ...before, failure: failureOf(error) });
  }
}
