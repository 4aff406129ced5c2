/** Lines that agree in every dimension form a group; tables sum groups, never single lines. */
import type { BasicUse } from '../entities/vocabulary.ts';
import type { UnitKind } from '../tables/model.ts';
import type { Filter } from '../tables/spec.ts';
import type { FactsContext, LineFact } from './fact.ts';

/** The dimensions of a group with defaults resolved (人员/公用, government economic class, unit kind). */
export interface Dimensions extends Omit<LineFact, 'id' | 'amount'> {
  readonly unitKind: UnitKind | null;
}

type Dimension = Exclude<keyof LineFact, 'id' | 'amount'>;

/** Those that vary most come last. */
const DIMENSIONS = Object.keys({
  unitId: true,
  side: true,
  origin: true,
  fund: true,
  nature: true,
  use: true,
  revenue: true,
  govEconomic: true,
  functional: true,
  deptEconomic: true,
  projectId: true,
} satisfies Record<Dimension, true>) as readonly Dimension[];

/** Where lines that agree in some of the dimensions meet. */
class Branch {
  /** Of the lines that meet here, by their next dimension. */
  readonly next = new Map<LineFact[Dimension], Branch>();
  /** The number of the group, where they agree in all of them; null until it is given one. */
  group: number | null = null;
}

/** Finds where lines of equal dimensions meet. A text of all dimensions would have to be made, and hashed, for each line. */
export class GroupTree {
  private readonly root = new Branch();

  /** Where a line meets those of its group. */
  placeOf(line: LineFact): Pick<Branch, 'group'> {
    let place = this.root;
    for (const dimension of DIMENSIONS) {
      const value = line[dimension];
      let next = place.next.get(value);
      if (next === undefined) {
        next = new Branch();
        place.next.set(value, next);
      }
      place = next;
    }
    return place;
  }
}

/** 人员经费 = 301 + 303, otherwise 公用经费, unless the line says so itself (design §2). */
export function defaultUse(deptEconomic: string | null): BasicUse | null {
  if (deptEconomic === null) return null;
  return deptEconomic.startsWith('301') || deptEconomic.startsWith('303') ? 'personnel' : 'operating';
}

/** Fills in what a line leaves to the rules. */
export function resolve(line: LineFact, context: FactsContext, unitKind: UnitKind | null): Dimensions {
  const basic = line.nature === 'basic';
  const { id: _id, amount: _amount, ...raw } = line;
  return {
    ...raw,
    unitKind,
    use: basic ? (line.use ?? defaultUse(line.deptEconomic)) : null,
    govEconomic:
      line.govEconomic ??
      (line.deptEconomic !== null && unitKind !== null ? context.codes.govEconomic(line.deptEconomic, unitKind) : null),
  };
}

const among = <T>(allowed: readonly T[] | undefined, value: T | null): boolean =>
  allowed === undefined || (value !== null && allowed.includes(value));

/** Groups of equal text here count under the same filters: it holds everything that `matches` looks at. */
export function filterKey({ side, origin, fund, nature, use, unitKind, deptEconomic }: Dimensions): string {
  return `${side}|${origin}|${fund}|${nature}|${use}|${unitKind}|${deptEconomic}`;
}

/** Whether a group counts under a filter. */
export function matches(filter: Filter, group: Dimensions): boolean {
  return (
    among(filter.side, group.side) &&
    among(filter.origin, group.origin) &&
    among(filter.fund, group.fund) &&
    among(filter.nature, group.nature) &&
    among(filter.use, group.use) &&
    among(filter.unitKind, group.unitKind) &&
    (filter.economic === undefined || filter.economic.some((prefix) => group.deptEconomic?.startsWith(prefix) === true))
  );
}
