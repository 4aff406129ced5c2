/** Which cells of a table differ between two computations of it. */
import type { TableModel } from '../../shared/tables/model.ts';
import { cellKey } from './cell-key.ts';

/** Amounts in 分 by cell. */
export function amountsOf(model: TableModel): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const row of model.rows) {
    row.cells.forEach((cell, column) => {
      const block = model.columns[column]?.block ?? 0;
      const key = row.keys[block];
      if (cell.kind === 'amount' && typeof key === 'string') {
        amounts.set(cellKey({ block, row: key, column }), cell.fen ?? 0);
      }
    });
  }
  return amounts;
}

/** Cells whose amount is another one now; a cell that is new counts when it is not nil. */
export function changedCells(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [key, amount] of after) if ((before.get(key) ?? 0) !== amount) changed.add(key);
  return changed;
}
