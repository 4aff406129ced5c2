/** Lines that agree in every dimension form a group; tables sum groups, never single lines. */
import type { BasicUse } from '../entities/vocabulary.ts';
import type { UnitKind } from '../tables/model.ts';
import type { Filter } from '../tables/spec.ts';
import type { FactsContext, LineFact } from './fact.ts';

/** The dimensions of a group with defaults resolved (人员/公用, government economic class, unit kind). */
export interface Dimensions extends Omit<LineFact, 'id' | 'amount'> {
  readonly unitKind: UnitKind | null;
}

/** The text under which lines of equal dimensions meet. */
export function groupKey(line: LineFact): string {
  return `${line.unitId}|${line.side}|${line.origin}|${line.fund}|${line.functional}|${line.revenue}|${line.nature}|${line.deptEconomic}|${line.govEconomic}|${line.use}|${line.projectId}`;
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
