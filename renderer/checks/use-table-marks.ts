/** What the checks of the budget say of figures of its printed tables. */
import { inOrder } from '../../shared/checks/in-order.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import type { Findings } from './findings-index.ts';
import { marksByTable, NO_MARKS, type TableMarks } from './table-marks.ts';
import { useFindingsView } from './use-findings.ts';

/** Marks of one table by `cellKey`, the worst of each cell. */
export function useTableMarks(table: number): TableMarks {
  const view = useFindingsView();
  return view === null || view.failure !== null ? NO_MARKS : (byTable(view.findings).get(table) ?? NO_MARKS);
}

const byTable = madeOnce((findings: Findings) => marksByTable([...findings.beyondRows()].filter(isOpen).sort(inOrder)));
