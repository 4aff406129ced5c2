/** Blocks that need no preview: small, without a header, and every cell readable where it will stand. */

import type { EntityName } from '../../shared/entities/index.ts';
import type { ColumnUse, Uses } from '../../shared/intake/header.ts';
import { parseCell } from '../../shared/intake/parse-cell.ts';
import { outline } from '../../shared/intake/plan.ts';
import { isBlank } from '../../shared/intake/text.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from '../grid/column.ts';

/** About what a small screen shows: more is better looked over before it counts. */
const MOST_ROWS = 25;

/** What the columns of a block hold when it is laid over a grid from `left` on. */
export function positionsFrom(columns: readonly GridColumn[], left: number, width: number): Uses {
  return columns
    .slice(left, left + width)
    .map((column): ColumnUse | null => (column.computed === undefined ? { field: column.key } : null));
}

/** True for a block that can be laid over the grid as it is. */
export function isPlainBlock(
  entity: EntityName,
  block: readonly (readonly string[])[],
  columns: readonly GridColumn[],
  left: number,
  lookup: CellLookup,
): boolean {
  const width = Math.max(...block.map((row) => row.length));
  if (block.length === 1 && width === 1) return true;
  if (block.length > MOST_ROWS || left + width > columns.length) return false;
  const { header, kinds } = outline(entity, block, positionsFrom(columns, left, width));
  if (header.rows.length > 0 || kinds.some((kind) => kind !== 'record')) return false;
  return block.every((row) =>
    row.every((text, across) => {
      const column = columns[left + across];
      if (column === undefined || column.computed !== undefined || isBlank(text)) return true;
      return parseCell(column.field, text, lookup).ok;
    }),
  );
}
