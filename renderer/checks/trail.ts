/** The way from 审核 to where a finding is mended, on to the next one, and back to the same finding in the list. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { PageId } from '../state/pages.ts';
import { createSignal } from '../state/signal.ts';
import type { Place } from '../state/window-state.ts';
import { notify } from '../ui/toasts.tsx';
import { findingsView } from './findings-store.ts';
import { alsoAt, pageOf, placeOf } from './places.ts';
import { changeReview } from './review-state.ts';

export interface Trail {
  readonly budgetId: number;
  readonly opening: number;
  /** The finding that was gone to, as it was then. */
  readonly finding: KeptFinding;
  /** Keys in the order of the list it was chosen in. */
  readonly order: readonly string[];
}

/** Null as long as nobody has gone to a finding. */
export const trail = createSignal<Trail | null>(null);

/** Goes to the cell of a finding; `order`: the list it was chosen in. */
export function goToFinding(place: Place, finding: KeptFinding, order: readonly string[]): void {
  trail.set({ budgetId: place.budget.id, opening: place.book.opening, finding, order });
  changeReview({ chosen: finding.key });
  const { page, goTo } = placeOf(finding, { unitId: place.unit.id, budgetId: place.budget.id });
  place.show(page, goTo);
}

/** Goes to the next open finding (`by` 1) or the one before (-1), in the order of the list one came from. */
export function stepTrail(place: Place, by: 1 | -1): void {
  const view = findingsView.get();
  if (view === null || view.budgetId !== place.budget.id) return;
  const known = ofBook(trail.get(), place);
  const order = known?.order ?? view.findings.sorted().map(({ key }) => key);
  const from = known === null ? (by === 1 ? -1 : order.length) : order.indexOf(known.finding.key);
  const next = nextOpen(order, from, by, (key) => view.findings.get(key));
  if (next !== null) goToFinding(place, next, order);
  else if (view.findings.size === 0) notify('审核没有发现问题。');
  else notify(by === 1 ? '后面没有待处理的问题了，按 Alt+0 看全部。' : '前面没有待处理的问题了。');
}

/** @returns the first finding from there on that is still open; null when there is none */
export function nextOpen(
  order: readonly string[],
  from: number,
  by: 1 | -1,
  of: (key: string) => KeptFinding | undefined,
): KeptFinding | null {
  for (let at = from + by; at >= 0 && at < order.length; at += by) {
    const finding = of(order[at] ?? '');
    if (finding !== undefined && finding.waived === undefined) return finding;
  }
  return null;
}

/** Whether a page is one on which the finding is mended: its own, or where the lines behind a figure are. */
export function isOnTrail({ finding }: Trail, page: PageId): boolean {
  return page === pageOf(finding) || alsoAt(finding).includes(page);
}

/** Null for a trail through another book or budget. */
export function ofBook(known: Trail | null, { budget, book }: Place): Trail | null {
  return known?.budgetId === budget.id && known.opening === book.opening ? known : null;
}
