/** The order of a column's values: amounts by size, codes by number, choices as listed, texts by pinyin. */
import type { CellLookup, CellValue } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { sortInSteps } from './sort-in-steps.ts';
import { STEP, type Steps } from './steps.ts';

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/** A value as a number or text that compares as the value does; null for an empty cell. */
export function orderOf({ field }: GridColumn, lookup: CellLookup): (value: CellValue) => number | string | null {
  switch (field.kind) {
    case 'enum':
    case 'ref': {
      const places = new Map(lookup.choices(field).map((choice, place) => [choice.value, place]));
      return (value) => (value === null ? null : (places.get(value) ?? places.size));
    }
    case 'decimal':
      // not an amount: a quantity or an area
      return (value) => (value === null ? null : Number(value));
    case 'boolean':
      return (value) => (value === null ? null : value === true ? 1 : 0);
    default:
      return (value) => (typeof value === 'boolean' ? String(value) : value);
  }
}

/**
 * A number for each value, in the order of the column; NaN for an empty cell.
 * @param values as `rawOf` answers them
 */
export function* ranksOf(column: GridColumn, values: readonly CellValue[], lookup: CellLookup): Steps<Float64Array> {
  const order = orderOf(column, lookup);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const distinct: string[] = [];
  const textOf = new Map<string, number>();
  /** By value the number of its text, from 1; 0 for values that are none. */
  const numbers = new Uint32Array(values.length);
  for (const [index, value] of values.entries()) {
    if (index % STEP === 0) yield index / values.length / 4;
    const found = order(value);
    if (typeof found === 'number') ranks[index] = found;
    else if (found !== null) {
      const known = textOf.get(found) ?? distinct.push(found);
      textOf.set(found, known);
      numbers[index] = known;
    }
  }
  if (distinct.length === 0) return ranks;
  const plain = column.field.kind === 'code' || column.field.kind === 'date';
  const compare = plain ? byCodeUnits : byPinyin.compare;
  const sorted = yield* sortInSteps(distinct.length, (left, right) =>
    compare(distinct[left] ?? '', distinct[right] ?? ''),
  );
  const rankOf = new Uint32Array(distinct.length);
  for (let rank = 0; rank < sorted.length; rank++) rankOf[sorted[rank] ?? 0] = rank;
  for (let index = 0; index < values.length; index++) {
    const known = numbers[index] ?? 0;
    if (known > 0) ranks[index] = rankOf[known - 1] ?? 0;
  }
  return ranks;
}

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
