/** The rules on single purchases, asked of one purchase that may still be typed: the same words, basis and fix. */
import type { RowOfEntity } from '../entities/index.ts';
import { type Finding, SEVERITY_ORDER } from './finding.ts';
import { type Fix, fixOf } from './live/fix-draft.ts';
import { ruleRunner } from './live/rule-runner.ts';
import { procurementDetailRules } from './procurement-detail-rules.ts';
import { procurementPathRules } from './procurement-path-rules.ts';
import { procurementRules } from './procurement-rules.ts';
import { asRuleRow, type PurchaseParts, purchaseSet } from './records.ts';
import { vehicleRules } from './vehicle-rules.ts';

type Item = RowOfEntity<'procurement'>;

export interface ItemFinding extends Pick<Finding, 'ruleId' | 'severity' | 'message' | 'basis'> {
  readonly field: string | null;
  /** Fields to set, where that mends it. */
  readonly fix: { readonly label: string; readonly values: Partial<Item> } | null;
}

const RULES = [...procurementRules, ...procurementPathRules, ...procurementDetailRules, ...vehicleRules].filter(
  ({ each }) => each === 'procurement',
);
/** Purchases have no field of a code list of the budget. */
const NO_CODES = { name: () => null };
/** Rules on single purchases compare with nothing else. */
const NO_SUMS = () => () => 0;

/** @returns what the rules find, worst first. Takes the same time however many purchases there are. */
export function checkItem(item: Item, parts: PurchaseParts): readonly ItemFinding[] {
  const set = purchaseSet(parts);
  const row = asRuleRow(item);
  return RULES.flatMap((rule): ItemFinding[] => {
    const runner = ruleRunner(rule, set, NO_SUMS, NO_CODES);
    const sides = runner.broken(row);
    if (sides === null) return [];
    const fix = fixOf(runner, row);
    return [
      {
        ruleId: rule.id,
        severity: rule.severity,
        ...runner.say(row, sides, 1),
        field: rule.field,
        fix:
          rule.fix === undefined || fix === null ? null : { label: rule.fix.label, values: changes(item, fix.draft) },
      },
    ];
  }).sort((left, right) => SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity]);
}

/** A fix saves the whole record; here only what it changes. */
function changes(item: Item, draft: Fix['draft']): Partial<Item> {
  const before: Readonly<Record<string, unknown>> = { ...item };
  const meta = ['id', 'revision', 'position'];
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => !meta.includes(field) && before[field] !== value),
  );
}
