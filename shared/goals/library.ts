/**
 * The indicator library, grown from the user's own books: what stood under each second level, how often, and with which
 * operator and unit. Names that many units use stand behind one's own, so that the first sheet is not written from nothing.
 */
import type { RowOfEntity } from '../entities/index.ts';
import { COMMON_INDICATORS } from './common-indicators.ts';
import { kindOf } from './forms.ts';

/** Indicators that agree in everything but their value, counted. */
export type CountedIndicator = Pick<
  RowOfEntity<'indicator'>,
  'level2' | 'level3' | 'operator' | 'measure' | 'nature' | 'direction'
> & { readonly uses: number };

export interface Suggestion {
  readonly level3: string;
  readonly operator: RowOfEntity<'indicator'>['operator'];
  readonly measure: string | null;
  readonly nature: RowOfEntity<'indicator'>['nature'];
  readonly direction: RowOfEntity<'indicator'>['direction'];
  /** How often it was used; 0 for one that only comes with the program. */
  readonly uses: number;
}

/** Suggestions by second level, most used first. */
export type Library = Readonly<Record<string, readonly Suggestion[]>>;

/** More under one second level are of no use to anyone. */
const MOST = 300;

/** @param counted in any order; of variants of one name the most used gives operator and unit */
export function libraryOf(counted: readonly CountedIndicator[]): Library {
  const byLevel = new Map<string, Map<string, Suggestion & { readonly most: number }>>();
  for (const { level2, uses, ...one } of [...counted, ...COMMON_INDICATORS]) {
    const names = byLevel.get(level2) ?? new Map<string, Suggestion & { readonly most: number }>();
    byLevel.set(level2, names);
    const name = one.level3.trim();
    const known = names.get(name);
    const said = known === undefined || uses > known.most ? { ...one, most: uses } : known;
    if (name !== '') names.set(name, { ...said, level3: name, uses: (known?.uses ?? 0) + uses });
  }
  return Object.fromEntries(
    [...byLevel].map(([level2, names]) => [
      level2,
      [...names.values()]
        .sort((left, right) => right.uses - left.uses)
        .slice(0, MOST)
        .map(({ most: _most, ...suggestion }) => suggestion),
    ]),
  );
}

/** What to offer under a second level: its own, and for costs what stood under other names of cost. */
export function suggestionsFor(library: Library, level2: string): readonly Suggestion[] {
  const own = library[level2] ?? [];
  if (kindOf(level2) !== 'cost') return own;
  const seen = new Set(own.map(({ level3 }) => level3));
  const others = Object.keys(library).filter((name) => name !== level2 && kindOf(name) === 'cost');
  return [...own, ...others.flatMap((name) => (library[name] ?? []).filter(({ level3 }) => !seen.has(level3)))];
}
