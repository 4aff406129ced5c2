/** Findings about single records, as marks in the cells of grids and forms. Waived ones leave no mark. */
import { useMemo } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { RowMarks } from '../grid/grid-row.tsx';
import { madeOnce } from './made-once.ts';
import { cellOf, pageOf } from './places.ts';
import { useFindings } from './use-findings.ts';

export type Marks = ReadonlyMap<number, RowMarks>;
const NONE: Marks = new Map();

/** Marks by row id and the field whose cell shows them, the worst of each cell; what is about a whole row has none. */
export function useMarks(entity: EntityName): Marks {
  const asked = useFindings();
  const findings = asked.kind === 'ready' ? asked.value : null;
  return useMemo(() => (findings === null ? NONE : (marksIn(findings).get(entity) ?? NONE)), [findings, entity]);
}

/** @param findings worst first */
const marksIn = madeOnce((findings: readonly KeptFinding[]): ReadonlyMap<EntityName, Marks> => {
  const marks = new Map<EntityName, Map<number, Record<string, RowMarks[string]>>>();
  for (const finding of findings) {
    const { location, severity, message, basis } = finding;
    if (finding.waived !== undefined || location.kind !== 'row') continue;
    const cell = cellOf(location.entity, pageOf(finding), location.field);
    if (cell === null) continue;
    const rows = marks.get(location.entity) ?? new Map<number, Record<string, RowMarks[string]>>();
    marks.set(location.entity, rows);
    const row = rows.get(location.id) ?? {};
    row[cell] ??= { severity, message, basis };
    rows.set(location.id, row);
  }
  return marks;
});
