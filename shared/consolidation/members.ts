/** Whose budgets a department's consolidation is made of: its own and those of all units below it. */
import type { RowOfEntity } from '../entities/index.ts';
import { labelOf, STAGES } from '../entities/vocabulary.ts';

type Unit = RowOfEntity<'unit'>;
type Budget = RowOfEntity<'budget'>;

/** A unit of the department with its budget of the consolidated year and stage. */
export interface Member {
  readonly unit: Unit;
  /** 0 for the department itself, 1 for the units right below it. */
  readonly depth: number;
  /** Null where the unit has none of that year and stage. */
  readonly budget: Budget | null;
  /** The stages of that year it does have, in words. */
  readonly stages: readonly string[];
}

/** The units with their places below one of them, that one first, each unit before those below it, in book order. */
export function unitsFrom(
  unitId: number,
  units: readonly Unit[],
): readonly { readonly unit: Unit; readonly depth: number }[] {
  const found = new Map<number, { readonly unit: Unit; readonly depth: number }>();
  const visit = (unit: Unit, depth: number) => {
    // The book refuses circles; a unit is never counted twice even so.
    if (found.has(unit.id)) return;
    found.set(unit.id, { unit, depth });
    for (const each of units) if (each.superiorId === unit.id) visit(each, depth + 1);
  };
  const first = units.find(({ id }) => id === unitId);
  if (first !== undefined) visit(first, 0);
  return [...found.values()];
}

/** @param budget the department's own, which names year and stage */
export function membersOf(
  budget: Pick<Budget, 'unitId' | 'year' | 'stage'>,
  units: readonly Unit[],
  budgets: readonly Budget[],
): readonly Member[] {
  const { year, stage } = budget;
  return unitsFrom(budget.unitId, units).map(({ unit, depth }) => {
    const ofYear = budgets.filter((each) => each.unitId === unit.id && each.year === year);
    const stages = STAGES.filter(({ value }) => ofYear.some((each) => each.stage === value));
    return {
      unit,
      depth,
      budget: ofYear.find((each) => each.stage === stage) ?? null,
      stages: stages.map(({ value }) => labelOf(STAGES, value)),
    };
  });
}

/** Units of no one's department, or of another one, with a budget of that year and stage: they may have been meant to belong. */
export function unitsOutside(
  budget: Pick<Budget, 'unitId' | 'year' | 'stage'>,
  units: readonly Unit[],
  budgets: readonly Budget[],
): readonly Unit[] {
  const top = topOf(budget.unitId, units);
  return units.filter(
    ({ id }) =>
      topOf(id, units) !== top &&
      budgets.some((each) => each.unitId === id && each.year === budget.year && each.stage === budget.stage),
  );
}

/** The unit above all others that a unit is below of; itself where there is none. */
function topOf(unitId: number, units: readonly Unit[]): number {
  const above = new Map(units.map(({ id, superiorId }) => [id, superiorId]));
  const passed = new Set<number>();
  let top = unitId;
  for (let next = above.get(top) ?? null; next !== null && !passed.has(next); next = above.get(next) ?? null) {
    passed.add(next);
    top = next;
  }
  return top;
}
