/** Calls of the contract: totals, overview and the 13 tables. */

import type { ConsolidationState } from '../../consolidation/state-types.ts';
import type { Field } from '../../shape/shape.ts';
import type { TableModel } from '../../tables/model.ts';
import type { CellLines, Foreseen, Overview, TablesAnswer, Totals } from '../types.ts';
import { budgetId, id, read, scope, text } from './declare.ts';

const tableNo = { kind: 'integer', label: '表号', min: 1, max: 13 } as const satisfies Field;

export const tableCalls = {
  'totals.get': read<Totals>()(scope),
  /** What tables and totals will be once rows laid ready by `line.prepare` are taken; null when they lie there no more. */
  'table.foresee': read<Foreseen | null>()({
    prepared: id('备好的记录'),
    tables: { kind: 'list', label: '表号', of: tableNo },
  }),
  'overview.get': read<Overview>()({ budgetId }),
  'table.get': read<TableModel>()({ ...scope, no: tableNo }),
  /** All 13 tables at once, for exports and the CLI. */
  'table.all': read<TablesAnswer>()(scope),
  /** The lines a cell sums; `block`, `row` and `column` are those of its CellRef. At most 5,000 lines are returned; `count` is exact. */
  'table.cellLines': read<CellLines>()({
    ...scope,
    no: tableNo,
    block: { kind: 'integer', label: '表侧', min: 0, max: 1 },
    row: text('行', 60),
    column: { kind: 'integer', label: '列', min: 0, max: 60 },
  }),
  /** The units whose budgets are consolidated with a department's own, and what is to be said of the tables. */
  'consolidation.get': read<ConsolidationState>()({ budgetId }),
} as const;
