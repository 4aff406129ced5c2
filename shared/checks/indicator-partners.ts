/** Indicators of the two periods of a sheet belong together by second level and name, also where one name is cut short. */
import type { RowOfEntity } from '../entities/index.ts';
import { groupedBy } from '../shape/grouped-by.ts';

type Indicator = RowOfEntity<'indicator'>;

export interface Partners {
  /** By id: the whole name, where the other period has it and this one only its beginning. */
  readonly longer: ReadonlyMap<number, string>;
  /** Indicators whose sheet has both periods, but not this indicator in both. */
  readonly alone: ReadonlySet<number>;
}

/** Linear but for the sorting of each sheet's names. */
export function partnersOf(indicators: readonly Indicator[]): Partners {
  const longer = new Map<number, string>();
  const alone = new Set<number>();
  const periods = new Set(indicators.map(({ parentId, period }) => `${parentId} ${period}`));
  for (const group of groupedBy(indicators, ({ parentId, level2 }) => `${parentId} ${level2}`).values()) {
    const names = { implementation: sortedNames(group, 'implementation'), annual: sortedNames(group, 'annual') };
    for (const { id, parentId, period, level3 } of group) {
      const other = period === 'annual' ? 'implementation' : 'annual';
      if (!periods.has(`${parentId} ${other}`)) continue;
      const at = firstFrom(names[other], level3);
      const next = names[other][at];
      const before = names[other][at - 1];
      if (next === level3) continue;
      if (next?.startsWith(level3)) longer.set(id, next);
      else if (before === undefined || !level3.startsWith(before)) alone.add(id);
    }
  }
  return { longer, alone };
}

function sortedNames(group: readonly Indicator[], period: Indicator['period']): readonly string[] {
  return group.flatMap((one) => (one.period === period ? [one.level3] : [])).sort();
}

/** Index of the first name that is not before the given one; what begins with the given one follows there. */
function firstFrom(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
}
