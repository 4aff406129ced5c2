/** The different values of a column, for ticking. */
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { type Arrangement, withFilter } from './arrangement.ts';
import { isListed, rawOf, shownValue } from './cell-content.ts';
import { orderOf } from './order-of.ts';
import { passesOf } from './passes.ts';
import type { ListedValue } from './value-list.tsx';

/** More different texts than these are not worth a list. */
const MOST_TEXTS = 300;

/**
 * @param rows that the grid shows without any filter
 * @returns the values that the other columns' filters leave, in the column's order, empty cells last; null where nearly
 *   every row has its own
 */
export function listValues(
  rows: Iterable<{ readonly id: number; readonly values: Values }>,
  column: GridColumn,
  columns: readonly GridColumn[],
  arrangement: Arrangement,
  lookup: CellLookup,
): readonly ListedValue[] | null {
  const passes = passesOf(withFilter(arrangement, column.key, null).filters, columns, lookup);
  const counts = new Map<CellValue, number>();
  for (const { id, values } of rows) {
    if (!passes(id, values)) continue;
    const value = rawOf(column, id, values);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_TEXTS && !isListed(column)) return null;
  }
  const order = orderOf(column, lookup);
  const listed = [...counts].map(([value, found]) => ({
    value,
    label: value === null ? '（空白）' : shownValue(column, value, lookup),
    rows: found,
  }));
  return listed.sort((left, right) => compare(order(left.value), order(right.value)));
}

function compare(left: number | string | null, right: number | string | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'zh-CN', { numeric: true });
}
