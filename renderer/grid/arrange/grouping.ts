/** Groups of rows: what a row belongs to, what the group is called, and in which order groups stand. */
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Grouping } from './arrangement.ts';
import { rawOf, shownValue } from './cell-content.ts';

export interface GroupChoice {
  readonly grouping: Grouping;
  readonly label: string;
}

/** 类, 款, 项 by the digits of a code; 部门 and 政府经济分类 have 类 and 款 only. */
const LEVELS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' };

/** The ways a column can be grouped; none for columns whose values do not repeat. */
export function groupChoices(column: GridColumn): readonly GroupChoice[] {
  const { field, key, computed } = column;
  const label = column.title ?? field.label;
  const whole = { grouping: { column: key, digits: null }, label };
  if (field.kind === 'code') {
    const most = Math.max(...field.digits);
    const above = [3, 5].filter((digits) => digits < most);
    const named = above.map((digits) => ({
      grouping: { column: key, digits },
      label: `${label}（${LEVELS[digits]}）`,
    }));
    return [...named, { ...whole, label: `${label}（${LEVELS[most] ?? '明细'}）` }];
  }
  if (field.kind === 'enum' || field.kind === 'ref' || field.kind === 'boolean') return [whole];
  return computed !== undefined && field.kind === 'text' ? [whole] : [];
}

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
