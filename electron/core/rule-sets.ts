/** The procurement rule sets a book knows, its own among them, and those that apply to one of its budgets. */
import type { Book } from '../../db/book.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { setsInForce } from '../../shared/procurement/decide.ts';
import { readRuleSet } from '../../shared/procurement/read.ts';
import { SHIPPED_RULE_SETS } from '../../shared/procurement/rule-sets/index.ts';
import type { RuleSet } from '../../shared/procurement/spec.ts';

const KEY = 'procurement.ruleSets';

/** A fiscal year's purchases follow what is in force on its first day. */
export function firstDayOf({ year }: RowOfEntity<'budget'>): string {
  return `${year}-01-01`;
}

/** What the book stores of its own rule sets: changes when they do. */
export function ownRuleSetsText(book: Book): string | null {
  return readSetting(book, KEY);
}

/** The book's own rule sets; what can no longer be read is left out rather than refusing the whole book. */
export function ownRuleSets(book: Book): readonly RuleSet[] {
  const text = ownRuleSetsText(book);
  if (text === null) return [];
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((raw) => {
    const read = readRuleSet(raw);
    return read.ok ? [read.set] : [];
  });
}

/** @throws FailureError when the book cannot be written */
export function keepRuleSets(book: Book, sets: readonly RuleSet[]): void {
  writeSetting(book, KEY, JSON.stringify(sets));
}

/** Shipped and own. */
export function allRuleSets(book: Book): readonly RuleSet[] {
  return [...SHIPPED_RULE_SETS, ...ownRuleSets(book)];
}

/** Those in force for a unit's region and a budget's year. */
export function ruleSetsFor(book: Book, unit: RowOfEntity<'unit'>, budget: RowOfEntity<'budget'>): readonly RuleSet[] {
  return setsInForce(allRuleSets(book), unit.region, firstDayOf(budget));
}
