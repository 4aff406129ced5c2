/** What a cell holds, for everything that looks at many cells: sorting, filters, groups, sums, finding. */
import { normalise } from '../../../shared/intake/match-choices.ts';
import { showCell } from '../../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';

/** The value that sorting, filters, groups and sums take; null is an empty cell. */
export function rawOf(column: GridColumn, id: number | null, values: Values): CellValue {
  if (column.value !== undefined) return column.value(id, values);
  if (column.computed === undefined) return values[column.key] ?? null;
  const text = column.computed(id, values);
  return text === '' ? null : text;
}

/** A value of a column in the words of the screen. */
export function shownValue(column: GridColumn, value: CellValue, lookup: CellLookup): string {
  if (column.computed !== undefined && typeof value === 'string') return value;
  return showCell(column.field, value, lookup);
}

/** Text as it is compared: full-width signs plain, letters small. */
export const comparable = normalise;

/** True for columns whose values repeat, so that a list of them helps. */
export function isListed({ field, computed }: GridColumn): boolean {
  if (computed !== undefined) return field.kind === 'text';
  return field.kind === 'enum' || field.kind === 'code' || field.kind === 'ref' || field.kind === 'boolean';
}

/** True for columns that are filtered by a range. */
export function isRanged({ field, computed, value }: GridColumn): boolean {
  if (computed !== undefined && value === undefined) return false;
  return field.kind === 'fen' || field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'date';
}
