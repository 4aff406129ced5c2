/** Findings about the figures of a consolidation, as marks in their cells. */
import { useMemo } from 'react';
import { marksByTable, NO_MARKS, type TableMarks } from '../checks/table-marks.ts';
import { useCall } from '../state/query.ts';
import type { TablesScope } from './scope.ts';

/** Marks of one table by `cellKey`; none where the scope is a single budget, whose checks are told elsewhere. */
export function useConsolidatedMarks({ budgetId, consolidated }: TablesScope, table: number): TableMarks {
  const asked = useCall('consolidation.get', consolidated ? { budgetId } : null);
  const findings = asked.kind === 'ready' ? asked.value.findings : null;
  const tables = useMemo(() => (findings === null ? null : marksByTable(findings)), [findings]);
  return tables?.get(table) ?? NO_MARKS;
}
