/** How a grid's rows are looked at: sorted, filtered, grouped. Nothing here ever changes the stored order. */
import type { CellValue } from '../../../shared/intake/values.ts';

/** Which rows a column lets through. */
export type Filter =
  /** Rows whose cell holds one of these values; null is an empty cell. */
  | { readonly kind: 'among'; readonly values: readonly CellValue[] }
  /** Rows whose cell shows this text; a number in a column of codes is the beginning of a code. */
  | { readonly kind: 'contains'; readonly text: string }
  /** Both ends inclusive, null is open: amounts in 分, other numbers and days as stored. */
  | { readonly kind: 'between'; readonly from: CellValue; readonly to: CellValue }
  | { readonly kind: 'filled'; readonly filled: boolean };

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface Grouping {
  readonly column: string;
  /** First digits of a code that make its group: 3 is the 类, 5 the 款; null groups by the whole value. */
  readonly digits: number | null;
}

export interface Arrangement {
  readonly sort: Sort | null;
  /** By column key. */
  readonly filters: Readonly<Record<string, Filter>>;
  readonly group: Grouping | null;
}

/** All rows as they are stored. */
export const STORED_ORDER: Arrangement = { sort: null, filters: {}, group: null };

function isFiltered({ filters }: Arrangement): boolean {
  return Object.keys(filters).length > 0;
}

export function isStoredOrder(arrangement: Arrangement): boolean {
  return arrangement.sort === null && arrangement.group === null && !isFiltered(arrangement);
}

/** The arrangement with a column's filter set, or taken away by null. */
export function withFilter(arrangement: Arrangement, column: string, filter: Filter | null): Arrangement {
  const { [column]: _before, ...filters } = arrangement.filters;
  return { ...arrangement, filters: filter === null ? filters : { ...filters, [column]: filter } };
}
