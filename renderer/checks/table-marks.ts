/** Findings as marks in the cells of printed tables. */
import type { Finding } from '../../shared/checks/finding.ts';
import type { CellMark } from '../grid/grid-row.tsx';
import { cellKey } from '../tables/cell-key.ts';

/** By `cellKey`. */
export type TableMarks = ReadonlyMap<string, CellMark>;
export const NO_MARKS: TableMarks = new Map();

/** Marks by table number. @param findings the gravest first: of several in one cell that one shows */
export function marksByTable(findings: Iterable<Finding>): ReadonlyMap<number, TableMarks> {
  const tables = new Map<number, Map<string, CellMark>>();
  for (const { location, severity, message, basis } of findings) {
    if (location.kind !== 'cell') continue;
    const { cell } = location;
    const marks = tables.get(cell.table) ?? new Map<string, CellMark>();
    tables.set(cell.table, marks);
    if (!marks.has(cellKey(cell))) marks.set(cellKey(cell), { severity, message, basis });
  }
  return tables;
}
