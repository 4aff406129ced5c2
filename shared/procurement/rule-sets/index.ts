/** The rule sets that ship with the program; a bureau's own come from the book's settings. */
import type { RuleSet } from '../spec.ts';
import shanxi from './shanxi-2023-50.json' with { type: 'json' };
import sme from './sme-2020-46.json' with { type: 'json' };
import smeWorks from './sme-works-2025-38.json' with { type: 'json' };
import works from './works-tender-2018-16.json' with { type: 'json' };

// JSON modules widen literals to string; rule-sets.test.ts checks every file against the schema.
export const SHIPPED_RULE_SETS: readonly RuleSet[] = [
  shanxi,
  works,
  sme,
  smeWorks,
] as readonly unknown[] as readonly RuleSet[];
