/** The findings of the budget on screen. A large book takes its time to check, so the first screen does not wait for it. */
import { useEffect } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import type { Asked } from '../state/query.ts';
import { createSignal, useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';
import type { AllCounts } from './counts.ts';
import { type Findings, FindingsIndex } from './findings-index.ts';
import { type FindingsView, findingsView, retryFindings, showFindings } from './findings-store.ts';

/** True once the first screen stands. */
const wanted = createSignal(false);
const FIRST_SCREEN_MS = 700;

/** Lets findings be asked for, shortly after a book has been opened. */
export function wantFindings(): void {
  setTimeout(() => wanted.set(true), FIRST_SCREEN_MS);
}

/** What is known about the budget on screen so far; null before it has been asked about. */
export function useFindingsView(): FindingsView | null {
  const { budget, book } = usePlace();
  const isWanted = useSignal(wanted);
  const view = useSignal(findingsView);
  useEffect(() => {
    if (isWanted) showFindings(budget.id, book.opening);
  }, [isWanted, budget.id, book.opening]);
  return view?.budgetId === budget.id && view.opening === book.opening ? view : null;
}

const countsOf = madeOnce((findings: Findings): AllCounts => findings.counts());
const sortedOf = madeOnce((findings: Findings) => findings.sorted());
const NOTHING = new FindingsIndex().take([], []);

/** All findings, worst first, the waived ones too. Those of a large book come in parts while it is being checked. */
export function useFindings(): Asked<readonly KeptFinding[]> {
  const view = useFindingsView();
  if (view === null || (view.version === null && view.failure === null)) return { kind: 'loading' };
  if (view.failure !== null) return { kind: 'failed', failure: view.failure, retry: retryFindings };
  return { kind: 'ready', value: sortedOf(view.findings) };
}

/** How many are open so far: in all, with those that are waived apart, and on each page. */
export function useFindingCounts(): AllCounts {
  return countsOf(useFindingsView()?.findings ?? NOTHING);
}
