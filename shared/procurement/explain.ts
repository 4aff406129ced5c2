/** What the screen of purchases shows beside them: which rule sets apply and why, and what they say of each purchase. */
import { type AssessInput, type Assessment, assess } from './assess.ts';
import { describe, judgeSets, setsInForce } from './decide.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import type { RuleSet, Topic } from './spec.ts';

/** A rule set and whether it applies to the unit, its region and the budget's year. */
export interface ExplainedSet {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly applies: boolean;
  /** Added to this book, not shipped with the program. */
  readonly own: boolean;
  /** Why, or why not, in a sentence. */
  readonly reason: string;
  /** Its rules for the unit's level, in the order they are tried. */
  readonly rules: readonly {
    readonly topic: Topic;
    readonly text: string;
    readonly basis: string;
    /** Conditions in words; all must hold. */
    readonly when: readonly string[];
  }[];
  readonly notes: readonly string[];
}

export interface ProcurementExplained {
  readonly sets: readonly ExplainedSet[];
  /** What applies to each purchase, in book order. */
  readonly items: readonly (Assessment & { readonly id: number })[];
}

/**
 * @param sets all rule sets the book knows
 * @param region the unit's 行政区划
 * @param day first day of the fiscal year, `YYYY-MM-DD`
 */
export function explainProcurement(
  sets: readonly RuleSet[],
  region: string | null,
  day: string,
  input: Omit<AssessInput, 'sets'>,
): ProcurementExplained {
  const shipped = new Set(SHIPPED_RULE_SETS.map(({ id }) => id));
  const assessed = assess({ ...input, sets: setsInForce(sets, region, day) });
  return {
    sets: judgeSets(sets, region, day).map(({ set, applies, reason }) => ({
      id: set.id,
      number: set.number,
      title: set.title,
      issuer: set.issuer,
      effectiveFrom: set.effectiveFrom,
      effectiveTo: set.effectiveTo,
      applies,
      own: !shipped.has(set.id),
      reason,
      rules: set.rules
        .filter(({ when }) => when.every((each) => each.fact !== 'level' || each.in.includes(input.level)))
        .map(({ topic, says, basis, when }) => ({ topic, text: says.text, basis, when: when.map(describe) })),
      notes: set.notes,
    })),
    items: [...assessed].map(([id, assessment]) => ({ id, ...assessment })),
  };
}
