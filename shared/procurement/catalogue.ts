/** Looking up a 品目 in the catalogues of rule sets. */
import { madeOnce } from '../shape/made-once.ts';
import type { CatalogueItem, ProcurementCategory, RuleSet } from './spec.ts';

/** A 品目 code is a letter and four levels of two digits; what is above ends in zeros. */
const LEVELS = [7, 5, 3] as const;
const LENGTH = 9;

/** An exception in words, with document and section. */
export interface SaidException {
  readonly text: string;
  readonly basis: string;
}

/** First letter of a 品目 code. */
const CLASSES: Readonly<Record<string, ProcurementCategory>> = { A: 'goods', B: 'works', C: 'services' };

/** What a 品目 code is bought as; null for any other text. */
export function categoryOfCode(code: unknown): ProcurementCategory | null {
  return typeof code === 'string' ? (CLASSES[code.charAt(0)] ?? null) : null;
}

/** Rule sets never change while they are in use, so each is indexed once. */
const indexOf = madeOnce(
  (set: RuleSet): ReadonlyMap<string, CatalogueItem> => new Map(set.catalogue.map((entry) => [entry.code, entry])),
);

/** A code and those above it, the nearest first. */
function upwards(code: string | null): readonly string[] {
  if (code === null || code.length !== LENGTH) return [];
  return [code, ...LEVELS.map((digits) => code.slice(0, digits).padEnd(LENGTH, '0'))];
}

/** What the sets say of exceptions for a 品目, each with its document. */
export function exceptionsFor(sets: readonly RuleSet[], code: string | null): readonly SaidException[] {
  const codes = upwards(code);
  return sets.flatMap(({ number, exceptions = [] }) =>
    exceptions
      .filter((each) => each.codes.some((covered) => codes.includes(covered)))
      .map(({ text, basis }) => ({ text, basis: `${number} ${basis}` })),
  );
}

/**
 * The entry that a 品目 falls under in the first of the sets of a kind that has one: itself, or the nearest above it (A05010000
 * covers A05010201).
 */
export function catalogueEntry(
  sets: readonly RuleSet[],
  list: RuleSet['list'],
  code: string | null,
): CatalogueItem | null {
  const codes = upwards(code);
  for (const set of sets) {
    if (set.list !== list) continue;
    const index = indexOf(set);
    for (const each of codes) {
      const entry = index.get(each);
      if (entry !== undefined) return entry;
    }
  }
  return null;
}
