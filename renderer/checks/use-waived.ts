/** The waived findings about single records, for pages that judge their rows themselves. */
import { useMemo } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import type { Findings } from './findings-index.ts';
import { useFindingsView } from './use-findings.ts';

/** Waived findings by row id and rule. The same map as long as none of them has changed. */
export function useWaived(entity: EntityName): ReadonlyMap<number, ReadonlyMap<string, KeptFinding>> {
  const view = useFindingsView();
  const waived = view === null ? NONE : waivedIn(view.findings);
  const same = waived.map(({ key, message, waived: why }) => `${key}|${message}|${why?.reason}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they say is all that counts
  return useMemo(() => {
    const rows = new Map<number, Map<string, KeptFinding>>();
    for (const finding of waived) {
      const { location, ruleId } = finding;
      if (location.kind !== 'row' || location.entity !== entity) continue;
      rows.set(location.id, (rows.get(location.id) ?? new Map<string, KeptFinding>()).set(ruleId, finding));
    }
    return rows;
  }, [entity, same]);
}

const NONE: readonly KeptFinding[] = [];

const waivedIn = madeOnce((findings: Findings): readonly KeptFinding[] => [...findings.waived()]);
