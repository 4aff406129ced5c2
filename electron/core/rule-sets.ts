/** The procurement rule sets a book knows, and those that apply to one of its budgets. */
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { setsInForce } from '../../shared/procurement/decide.ts';
import { SHIPPED_RULE_SETS } from '../../shared/procurement/rule-sets/index.ts';
import type { RuleSet } from '../../shared/procurement/spec.ts';

/** A fiscal year's purchases follow what is in force on its first day. */
export function firstDayOf({ year }: RowOfEntity<'budget'>): string {
  return `${year}-01-01`;
}

export function ruleSetsFor(unit: RowOfEntity<'unit'>, budget: RowOfEntity<'budget'>): readonly RuleSet[] {
  return setsInForce(SHIPPED_RULE_SETS, unit.region, firstDayOf(budget));
}
