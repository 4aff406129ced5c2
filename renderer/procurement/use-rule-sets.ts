/** The rule sets the book knows, judged for the unit and year on screen. */
import { useMemo } from 'react';
import { firstDayOf, type JudgedSet, judgeSets } from '../../shared/procurement/in-force.ts';
import type { RuleSet } from '../../shared/procurement/spec.ts';
import { type Asked, useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';

export interface KnownRules {
  readonly judged: readonly (JudgedSet & { readonly own: boolean })[];
  /** Those that apply. */
  readonly inForce: readonly RuleSet[];
  /** Taken out lately. */
  readonly removed: readonly RuleSet[];
}

/** Asked once: edits of rows change no rule set. */
export function useRuleSets(): Asked<KnownRules> {
  const { unit, budget } = usePlace();
  const asked = useCall('procurement.ruleSets', {});
  const known = asked.kind === 'ready' ? asked.value : null;
  const day = firstDayOf(budget);
  const value = useMemo((): KnownRules | null => {
    if (known === null) return null;
    const own = new Set(known.own);
    const judged = judgeSets([...known.shipped, ...known.own], unit.region, day);
    return {
      judged: judged.map((each) => ({ ...each, own: own.has(each.set) })),
      inForce: judged.flatMap(({ set, applies }) => (applies ? [set] : [])),
      removed: known.removed,
    };
  }, [known, unit.region, day]);
  if (asked.kind !== 'ready' || value === null) return asked.kind === 'ready' ? { kind: 'loading' } : asked;
  return { kind: 'ready', value };
}
