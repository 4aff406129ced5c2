/** From an arrangement to the rows it shows, in steps: a pure function of the rows as they are now. */
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Arrangement, Grouping, Sort } from './arrangement.ts';
import { rawOf } from './cell-content.ts';
import { groupLabel, groupOf } from './grouping.ts';
import { ranksOf } from './order-of.ts';
import { passesOf } from './passes.ts';
import { sortInSteps } from './sort-in-steps.ts';
import { STEP, type Steps } from './steps.ts';

/** A row as it is seen: what is stored with what was typed laid over it. */
export interface SeenRow {
  readonly values: Values;
  /** Something typed in it waits to be mended: no filter hides it. */
  readonly waits: boolean;
}

export interface Section {
  readonly key: string;
  /** Null for the one section of rows that are only sorted. */
  readonly label: string | null;
  readonly ids: number[];
}

/** What an arrangement made of the rows at one moment. Rows that came since are in neither part. */
export interface Arranged {
  /** Ids that the filters hide. */
  readonly hidden: ReadonlySet<number>;
  /** All other rows in the order shown; null for the stored order. */
  readonly sections: readonly Section[] | null;
}

interface ShownRow {
  readonly id: number;
  readonly values: Values;
}

/**
 * @param ids of all rows, in stored order
 * @param seen a row, or null for one that the grid does not show at all
 */
export function* arrangeRows(
  ids: readonly number[],
  seen: (id: number) => SeenRow | null,
  { sort, filters, group }: Arrangement,
  columns: readonly GridColumn[],
  lookup: CellLookup,
): Steps<Arranged> {
  const passes = passesOf(filters, columns, lookup);
  const hidden = new Set<number>();
  const shown: ShownRow[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % STEP === 0) yield index / ids.length / 5;
    const row = seen(id);
    if (row === null) continue;
    if (row.waits || passes(id, row.values)) shown.push({ id, values: row.values });
    else hidden.add(id);
  }
  const groupColumn = columns.find(({ key }) => key === group?.column);
  const sorted = yield* sortedRows(shown, sort, columns, lookup);
  if (group === null || groupColumn === undefined) {
    return { hidden, sections: sort === null ? null : [{ key: '', label: null, ids: sorted.map(({ id }) => id) }] };
  }
  return { hidden, sections: yield* sectionsOf(sorted, group, groupColumn, lookup) };
}

function* sortedRows(
  rows: readonly ShownRow[],
  sort: Sort | null,
  columns: readonly GridColumn[],
  lookup: CellLookup,
): Steps<readonly ShownRow[]> {
  const column = columns.find(({ key }) => key === sort?.column);
  if (sort === null || column === undefined) return rows;
  const values: CellValue[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STEP === 0) yield 0.2 + index / rows.length / 5;
    values.push(rawOf(column, row.id, row.values));
  }
  const ranks = yield* ranksOf(column, values, lookup);
  const order = yield* sortInSteps(rows.length, rankOrder(ranks, sort.descending));
  const sorted: ShownRow[] = [];
  for (const [index, place] of order.entries()) {
    if (index % STEP === 0) yield 0.6 + index / rows.length / 10;
    const row = rows[place];
    if (row !== undefined) sorted.push(row);
  }
  return sorted;
}

/** Empty cells stand last either way, as in a spreadsheet. */
function rankOrder(ranks: Float64Array, descending: boolean): (left: number, right: number) => number {
  const sign = descending ? -1 : 1;
  return (left, right) => {
    const a = ranks[left] ?? Number.NaN;
    const b = ranks[right] ?? Number.NaN;
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
    return Number.isNaN(b) ? -1 : sign * (a - b);
  };
}

function* sectionsOf(
  rows: readonly ShownRow[],
  group: Grouping,
  column: GridColumn,
  lookup: CellLookup,
): Steps<readonly Section[]> {
  const found = new Map<CellValue, { readonly sample: CellValue; readonly ids: number[] }>();
  for (const [index, { id, values }] of rows.entries()) {
    if (index % STEP === 0) yield 0.7 + (0.2 * index) / rows.length;
    const value = groupOf(group, column, id, values);
    const section = found.get(value);
    if (section === undefined) found.set(value, { sample: rawOf(column, id, values), ids: [id] });
    else section.ids.push(id);
  }
  const keys = [...found.keys()];
  const ranks = yield* ranksOf(column, keys, lookup);
  const order = yield* sortInSteps(keys.length, rankOrder(ranks, false));
  return Array.from(order).flatMap((place) => {
    const value = keys[place] ?? null;
    const section = found.get(value);
    if (section === undefined) return [];
    return {
      key: value === null ? '' : `=${value}`,
      label: groupLabel(group, column, value, section.sample, lookup),
      ids: section.ids,
    };
  });
}
