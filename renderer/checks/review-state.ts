/** What is looked at on 审核: grouping, filters and the chosen finding. Kept while the window is open, so that whoever jumps to a cell comes back to the same place. */
import type { Severity } from '../../shared/checks/finding.ts';
import type { PageId } from '../state/pages.ts';
import { createSignal } from '../state/signal.ts';

export const GROUPINGS = [
  { id: 'severity', label: '严重程度' },
  { id: 'table', label: '表' },
  { id: 'project', label: '项目' },
  { id: 'rule', label: '规则' },
] as const;
export type GroupingId = (typeof GROUPINGS)[number]['id'];

export type FindingState = 'open' | 'waived' | 'all';

export interface ReviewFilter {
  /** Words that must all occur. */
  readonly query: string;
  /** Null: all. */
  readonly severity: Severity | null;
  readonly state: FindingState;
  /** The page on which a finding is mended; null: all. */
  readonly kind: PageId | null;
}

export interface ReviewState extends ReviewFilter {
  readonly grouping: GroupingId;
  /** Key of a finding or a group. */
  readonly chosen: string | null;
  /** Groups that are folded up, by key. */
  readonly closed: ReadonlySet<string>;
}

export const NO_FILTER: ReviewFilter = { query: '', severity: null, state: 'open', kind: null };

/** Whether something but waivers is filtered out. */
export const isFiltered = ({ query, severity, kind }: ReviewFilter): boolean =>
  query.trim() !== '' || severity !== null || kind !== null;

export const reviewState = createSignal<ReviewState>({
  ...NO_FILTER,
  grouping: 'severity',
  chosen: null,
  closed: new Set(),
});

export function changeReview(change: Partial<ReviewState>): void {
  reviewState.set({ ...reviewState.get(), ...change });
}

/** The setting the grouping is remembered under. */
export const GROUPING_SETTING = 'review.grouping';

export function readGrouping(raw: unknown): GroupingId | null {
  return GROUPINGS.find(({ id }) => id === raw)?.id ?? null;
}
