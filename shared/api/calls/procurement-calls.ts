/**
 * Calls of the contract: procurement rule sets. They are settings of the book, not journaled: after a change ask
 * `procurement.ruleSets` and `check.run` anew.
 */
import type { RuleSet } from '../../procurement/spec.ts';
import type { Written } from '../types.ts';
import { read, text } from './declare.ts';

const id = text('规则', 60);

export interface RuleSetsKnown {
  readonly shipped: readonly RuleSet[];
  /** Added to the book. */
  readonly own: readonly RuleSet[];
  /** Taken out lately, the last one first. */
  readonly removed: readonly RuleSet[];
}

export const procurementCalls = {
  'procurement.ruleSets': read<RuleSetsKnown>()({}),
  /** Adds the rule set file the user chooses (docs/procurement-rules.md); one of the same id is replaced. */
  'procurement.addRuleSet': read<{ readonly id: string; readonly number: string; readonly replaced: boolean }>()({}),
  /** Writes a rule set where the user chooses, to start one's own from. */
  'procurement.exportRuleSet': read<Written>()({ id, jobId: text('任务', 60) }),
  /** Takes a rule set that was added out of the book; shipped ones stay. */
  'procurement.removeRuleSet': read<null>()({ id }),
  /** Brings back one that was taken out. */
  'procurement.restoreRuleSet': read<null>()({ id }),
} as const;
