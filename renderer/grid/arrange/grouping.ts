/** Groups of rows: what a row belongs to, what the group is called, and in which order groups stand. */
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Grouping } from './arrangement.ts';
import { rawOf, shownValue } from './cell-content.ts';

/** The value that a row's group has in common: the column's value, or the beginning of its code. */
export function groupOf({ digits }: Grouping, column: GridColumn, id: number | null, values: Values): CellValue {
  const value = rawOf(column, id, values);
  return digits === null || typeof value !== 'string' ? value : value.slice(0, digits);
}

/**
 * The heading of a group.
 * @param sample the value of one of its rows, whose path names the classes above it
 */
export function groupLabel(
  { digits }: Grouping,
  column: GridColumn,
  value: CellValue,
  sample: CellValue,
  lookup: CellLookup,
): string {
  if (value === null) return '（空白）';
  const choice = column.field.kind === 'code' ? lookup.choiceOf(column.field, sample) : null;
  if (digits === null || choice === null || choice.code.length === digits) return shownValue(column, value, lookup);
  const name = choice.path.split(' / ')[digits === 3 ? 0 : 1];
  return name === undefined ? String(value) : `${value} ${name}`;
}
