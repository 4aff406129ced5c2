/** Findings about figures of the printed tables, as marks in their cells. */
import { inOrder } from '../../shared/checks/in-order.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import type { CellMark } from '../grid/grid-row.tsx';
import { cellKey } from '../tables/cell-key.ts';
import type { Findings } from './findings-index.ts';
import { madeOnce } from './made-once.ts';
import { useFindingsView } from './use-findings.ts';

export type TableMarks = ReadonlyMap<string, CellMark>;
const NONE: TableMarks = new Map();

/** Marks of one table by `cellKey`, the worst of each cell. */
export function useTableMarks(table: number): TableMarks {
  const view = useFindingsView();
  return view === null || view.failure !== null ? NONE : (byTable(view.findings).get(table) ?? NONE);
}

const byTable = madeOnce((findings: Findings): ReadonlyMap<number, TableMarks> => {
  const tables = new Map<number, Map<string, CellMark>>();
  for (const finding of [...findings.beyondRows()].sort(inOrder)) {
    const { location, severity, message, basis } = finding;
    if (location.kind !== 'cell' || !isOpen(finding)) continue;
    const { cell } = location;
    const marks = tables.get(cell.table) ?? new Map<string, CellMark>();
    tables.set(cell.table, marks);
    if (!marks.has(cellKey(cell))) marks.set(cellKey(cell), { severity, message, basis });
  }
  return tables;
});
