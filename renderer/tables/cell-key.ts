/** Identity of a cell within one table, as text. */
import type { CellRef } from '../../shared/tables/model.ts';

export function cellKey(ref: Pick<CellRef, 'block' | 'row' | 'column'>): string {
  return `${ref.block}|${ref.row}|${ref.column}`;
}
