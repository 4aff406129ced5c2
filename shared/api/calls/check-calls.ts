/** Calls of the contract: checks and procurement decisions. */
import type { Finding } from '../../checks/finding.ts';
import type { ProcurementExplained } from '../../procurement/explain.ts';
import { budgetId, read, text } from './declare.ts';

export const checkCalls = {
  'check.run': read<readonly Finding[]>()({ budgetId }),
  /** Which procurement rule sets apply to the budget and why, and what they say of each purchase. */
  'procurement.explain': read<ProcurementExplained>()({ budgetId }),
  /**
   * Adds the rule set file the user chooses (docs/procurement-rules.md) to the book; one of the same id is replaced.
   * A setting of the book, not journaled: ask `procurement.explain` and `check.run` anew afterwards.
   */
  'procurement.addRuleSet': read<{ readonly id: string; readonly number: string; readonly replaced: boolean }>()({}),
  /** Takes a rule set that was added out of the book; shipped ones stay. */
  'procurement.removeRuleSet': read<null>()({ id: text('规则', 60) }),
} as const;
