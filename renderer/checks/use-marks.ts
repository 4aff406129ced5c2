/** Findings about single rows, as marks in the grid's cells. */
import { useMemo } from 'react';
import type { EntityName } from '../../shared/entities/index.ts';
import type { RowMarks } from '../grid/grid-row.tsx';
import { useFindings } from './use-findings.ts';

const NONE: ReadonlyMap<number, RowMarks> = new Map();

/** Marks by row id and field; findings without a field stand at the row's first cell on its own page. */
export function useMarks(entity: EntityName): ReadonlyMap<number, RowMarks> {
  const asked = useFindings();
  const findings = asked.kind === 'ready' ? asked.value : null;
  return useMemo(() => {
    if (findings === null) return NONE;
    const marks = new Map<number, Record<string, RowMarks[string]>>();
    for (const { location, severity, message } of findings) {
      if (location.kind !== 'row' || location.entity !== entity || location.field === null) continue;
      const row = marks.get(location.id) ?? {};
      row[location.field] ??= { severity, message };
      marks.set(location.id, row);
    }
    return marks;
  }, [findings, entity]);
}
