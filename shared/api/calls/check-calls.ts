/** Calls of the contract: checks. */

import type { KeptFinding } from '../../checks/finding.ts';
import { LIST_FORMATS } from '../../checks/list-formats.ts';
import type { FindingChanges } from '../../checks/live/finding-book.ts';
import type { FindingCounts } from '../../checks/open-findings.ts';
import type { Readiness } from '../../checks/readiness.ts';
import type { RuleEntry } from '../../checks/registry.ts';
import type { RowOfEntity } from '../../entities/index.ts';
import { waiver } from '../../entities/waiver.ts';
import type { ChecksProgress } from '../events.ts';
import type { BookState, Written } from '../types.ts';
import { budgetId, id, read, text, write } from './declare.ts';

export const checkCalls = {
  /** All findings about a budget, worst first. Waits until everything is checked. */
  'check.run': read<readonly KeptFinding[]>()({ budgetId }),
  /** How many findings about a budget there are. Waits for the checks; the counts of many budgets are kept. */
  'check.counts': read<FindingCounts>()({ budgetId }),
  /**
   * What has changed of the findings since the version `seen` (null: everything there is), as far as the checks have
   * come. Many changes are told in parts: ask again while there is `more`, and when `checks.changed` tells.
   */
  'check.changes': read<FindingChanges & { readonly progress: ChecksProgress }>()({
    budgetId,
    seen: { kind: 'integer', label: '已知版本', min: 0, max: Number.MAX_SAFE_INTEGER, optional: true },
  }),
  /** Says why findings are left as they are. Errors cannot be waived; a waiver lapses when the facts change. */
  'check.waive': write<{ readonly waived: number; readonly state: BookState }>()({
    budgetId,
    keys: { kind: 'list', label: '审核结果', of: text('审核结果', 2_000) },
    reason: text('理由', waiver.fields.reason.maxLength),
  }),
  /** Takes waivers back, those of findings or lapsed ones, by id. */
  'check.unwaive': write<{ readonly state: BookState }>()({
    budgetId,
    waivers: { kind: 'list', label: '放行说明', of: id('放行说明') },
  }),
  /** Waivers that hold for nothing any more. */
  'check.lapsed': read<readonly RowOfEntity<'waiver'>[]>()({ budgetId }),
  /**
   * Mends what findings are about, each as its rule proposes, in one change. Several at once only by rules whose fix is
   * safe everywhere (`fix.all`).
   */
  'check.fix': write<{ readonly mended: number; readonly state: BookState }>()({
    budgetId,
    keys: { kind: 'list', label: '审核结果', of: text('审核结果', 2_000) },
  }),
  /** Every rule on budgets: what findings of it are called, look at, rest on, and whether they are mended at once. */
  'check.rules': read<readonly RuleEntry[]>()({}),
  /**
   * What is done and what is missing before hand-in, as far as the checks have come; ask again when `checks.changed`
   * or a change of the book is told.
   */
  'check.readiness': read<Readiness>()({ budgetId }),
  /**
   * Writes findings where the user chooses, in the order they are told; those that are waived come last, each with its
   * reason. `keys` empty = all. Waits until everything is checked.
   */
  'export.findings': read<Written>()({
    budgetId,
    keys: { kind: 'list', label: '审核结果', of: text('审核结果', 2_000) },
    format: { kind: 'enum', label: '格式', options: LIST_FORMATS },
    jobId: text('任务', 60),
  }),
} as const;
