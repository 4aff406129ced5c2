/** Calls of the contract: checks. */
import type { KeptFinding } from '../../checks/finding.ts';
import type { FindingChanges } from '../../checks/live/finding-book.ts';
import type { ChecksProgress } from '../events.ts';
import type { BookState } from '../types.ts';
import { budgetId, read, text, write } from './declare.ts';

export const checkCalls = {
  /** All findings about a budget, worst first. Waits until everything is checked. */
  'check.run': read<readonly KeptFinding[]>()({ budgetId }),
  /**
   * What has changed of the findings since the version `seen` (null: everything there is), as far as the checks have
   * come; `checks.changed` tells when to ask again.
   */
  'check.changes': read<FindingChanges & { readonly progress: ChecksProgress }>()({
    budgetId,
    seen: { kind: 'integer', label: '已知版本', min: 0, max: Number.MAX_SAFE_INTEGER, optional: true },
  }),
  /** Mends what findings are about, each as its rule proposes, in one change. */
  'check.fix': write<{ readonly mended: number; readonly state: BookState }>()({
    budgetId,
    keys: { kind: 'list', label: '审核结果', of: text('审核结果', 2_000) },
  }),
} as const;
