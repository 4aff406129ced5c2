/** Whether a row passes the filters of its grid. */
import type { CellLookup, CellValue, Values } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Filter } from './arrangement.ts';
import { comparable, rawOf, shownValue } from './cell-content.ts';
import { orderOf } from './order-of.ts';

/** Tells whether a row is shown. */
export type Passes = (id: number | null, values: Values) => boolean;

/** The filters as one question; a filter of a column that the grid does not have lets everything through. */
export function passesOf(
  filters: Readonly<Record<string, Filter>>,
  columns: readonly GridColumn[],
  lookup: CellLookup,
): Passes {
  const asked = columns.flatMap((column) => {
    const filter = filters[column.key];
    return filter === undefined ? [] : [{ column, passes: valuePasses(filter, column, lookup) }];
  });
  return (id, values) => asked.every(({ column, passes }) => passes(rawOf(column, id, values)));
}

function valuePasses(filter: Filter, column: GridColumn, lookup: CellLookup): (value: CellValue) => boolean {
  switch (filter.kind) {
    case 'among': {
      const wanted = new Set(filter.values);
      return (value) => wanted.has(value);
    }
    case 'contains':
      return contains(filter.text, column, lookup);
    case 'between': {
      const order = orderOf(column, lookup);
      const from = order(filter.from);
      const to = order(filter.to);
      return (value) => {
        const found = order(value);
        return found !== null && (from === null || found >= from) && (to === null || found <= to);
      };
    }
    case 'filled':
      return (value) => (value !== null) === filter.filled;
  }
}

/** Values repeat: each is put into words once. */
function contains(text: string, column: GridColumn, lookup: CellLookup): (value: CellValue) => boolean {
  const wanted = comparable(text);
  if (column.field.kind === 'code' && /^[0-9]+$/.test(wanted)) {
    return (value) => typeof value === 'string' && value.startsWith(wanted);
  }
  const known = new Map<CellValue, boolean>();
  return (value) => {
    const found = known.get(value) ?? comparable(shownValue(column, value, lookup)).includes(wanted);
    known.set(value, found);
    return found;
  };
}
