/** The procurement rule sets a book knows, its own among them, and those that apply to one of its budgets. */
import type { Book } from '../../db/book.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { firstDayOf, setsInForce } from '../../shared/procurement/in-force.ts';
import { readRuleSet } from '../../shared/procurement/read.ts';
import { SHIPPED_RULE_SETS } from '../../shared/procurement/rule-sets/index.ts';
import type { RuleSet } from '../../shared/procurement/spec.ts';

const KEY = 'procurement.ruleSets';
/** Taken out, kept to be brought back. */
const REMOVED = 'procurement.removedRuleSets';
const MOST_REMOVED = 5;

/** What the book stores of its own rule sets. */
function ownRuleSetsText(book: Book): string | null {
  return readSetting(book, KEY);
}

export function ownRuleSets(book: Book): readonly RuleSet[] {
  return readSets(ownRuleSetsText(book));
}

/** Those taken out, the last one first. */
export function removedRuleSets(book: Book): readonly RuleSet[] {
  return readSets(readSetting(book, REMOVED));
}

/** What can no longer be read is left out rather than refusing the whole book. */
function readSets(text: string | null): readonly RuleSet[] {
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

/** Adds a set, or puts it in the place of the one with its id. @throws FailureError when the book cannot be written */
export function keepRuleSet(book: Book, set: RuleSet): void {
  const others = (sets: readonly RuleSet[]) => sets.filter(({ id }) => id !== set.id);
  writeSetting(book, KEY, JSON.stringify([...others(ownRuleSets(book)), set]));
  writeSetting(book, REMOVED, JSON.stringify(others(removedRuleSets(book))));
}

/** Takes a set out; it can be brought back. @throws FailureError when the book cannot be written */
export function dropRuleSet(book: Book, set: RuleSet): void {
  const others = (sets: readonly RuleSet[]) => sets.filter(({ id }) => id !== set.id);
  writeSetting(book, REMOVED, JSON.stringify([set, ...others(removedRuleSets(book))].slice(0, MOST_REMOVED)));
  writeSetting(book, KEY, JSON.stringify(others(ownRuleSets(book))));
}

/** Shipped and own. */
export function allRuleSets(book: Book): readonly RuleSet[] {
  return [...SHIPPED_RULE_SETS, ...ownRuleSets(book)];
}

/** Those in force for a unit's region and a budget's year. */
export function ruleSetsFor(book: Book, unit: RowOfEntity<'unit'>, budget: RowOfEntity<'budget'>): readonly RuleSet[] {
  return setsInForce(allRuleSets(book), unit.region, firstDayOf(budget));
}
