/** Calls of the contract: totals, overview and the 13 tables. */
import type { Field } from '../../shape/shape.ts';
import type { TableModel } from '../../tables/model.ts';
import type { CellLines, Overview, TablesAnswer, Totals } from '../types.ts';
import { budgetId, read, text } from './declare.ts';

const tableNo = { kind: 'integer', label: '表号', min: 1, max: 13 } as const satisfies Field;

export const tableCalls = {
  'totals.get': read<Totals>()({ budgetId }),
  'overview.get': read<Overview>()({ budgetId }),
  'table.get': read<TableModel>()({ budgetId, no: tableNo }),
  /** All 13 tables at once, for exports and the CLI. */
  'table.all': read<TablesAnswer>()({ budgetId }),
  /** The lines a cell sums; `block`, `row` and `column` are those of its CellRef. At most 5,000 lines are returned; `count` is exact. */
  'table.cellLines': read<CellLines>()({
    budgetId,
    no: tableNo,
    block: { kind: 'integer', label: '表侧', min: 0, max: 1 },
    row: text('行', 60),
    column: { kind: 'integer', label: '列', min: 0, max: 60 },
  }),
} as const;
