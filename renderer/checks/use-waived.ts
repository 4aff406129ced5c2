/** The waived findings about single records, for pages that judge their rows themselves. */
import { useMemo } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { madeOnce } from './made-once.ts';
import { useFindings } from './use-findings.ts';

/** Waived findings by row id and rule. The same map as long as none of them has changed. */
export function useWaived(entity: EntityName): ReadonlyMap<number, ReadonlyMap<string, KeptFinding>> {
  const asked = useFindings();
  const waived = asked.kind === 'ready' ? waivedIn(asked.value) : NONE;
  const same = waived.map(({ key, message, waived: { reason } }) => `${key}|${message}|${reason}`).join('\n');
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

type WaivedFinding = KeptFinding & Required<Pick<KeptFinding, 'waived'>>;
const NONE: readonly WaivedFinding[] = [];

const waivedIn = madeOnce((findings: readonly KeptFinding[]): readonly WaivedFinding[] =>
  findings.filter((finding): finding is WaivedFinding => finding.waived !== undefined),
);
