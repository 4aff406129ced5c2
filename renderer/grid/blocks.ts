/** Edits that touch a block of cells: clearing, filling down, pasting, copying. */

import { copyText } from '../../shared/intake/show-cell.ts';
import { formatTsv } from '../../shared/intake/tsv.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from './column.ts';
import type { CellEdit } from './draft.ts';
import type { Range } from './selection.ts';
import type { GridSession } from './session.ts';
import { BLANK, isRow } from './view.ts';

/** The columns of a range that can be typed into. */
export function editable(columns: readonly GridColumn[], range: Range): readonly GridColumn[] {
  return columns.slice(range.left, range.right + 1).filter((column) => column.computed === undefined);
}

/** Places of a range that are rows; headings of groups are passed over, and so is the blank row. */
export function rowsIn(session: GridSession, top: number, bottom: number): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) => top + down).filter((place) =>
    isRow(session.keyAt(place)),
  );
}

/** Empties the cells of a range. A field that must not be empty says so and keeps its stored value. */
export function clearRange(session: GridSession, columns: readonly GridColumn[], range: Range): readonly CellEdit[] {
  return rowsIn(session, range.top, range.bottom).flatMap((place) =>
    editable(columns, range).map((column) => ({ key: session.keyAt(place), column, text: '' })),
  );
}

/** Copies the top row of a range into the rows below it; a single row takes the row above. */
export function fillDown(session: GridSession, columns: readonly GridColumn[], range: Range): readonly CellEdit[] {
  const keys = Array.from({ length: range.bottom - range.top + 1 }, (_, down) => session.keyAt(range.top + down));
  const rows = keys.filter((key) => key === BLANK || isRow(key));
  const source = rows.length === 1 ? session.view.rowAbove(range.top) : (rows[0] ?? null);
  if (source === null) return [];
  const from = session.rowAt(session.indexOf(source)).values;
  return rows
    .filter((key) => key !== source)
    .flatMap((key) => editable(columns, range).map((column) => ({ key, column, value: from[column.key] ?? null })));
}

/**
 * Lays a block over the grid from the range's top left corner, and again as often as it fits into a larger range exactly.
 * Headings of groups are passed over; rows beyond the last are new rows.
 */
export function pasteBlock(
  session: GridSession,
  columns: readonly GridColumn[],
  range: Range,
  block: readonly (readonly string[])[],
): { readonly edits: readonly CellEdit[]; readonly range: Range } {
  const width = Math.max(...block.map((row) => row.length));
  const wide = range.right - range.left + 1;
  const right = wide % width === 0 ? range.right : Math.min(columns.length - 1, range.left + width - 1);
  const height = heightOf(session, range);
  const keys =
    height > 0 && height % block.length === 0 ? keysFilled(session, range) : keysFrom(session, range.top, block.length);
  const edits = keys.flatMap((key, down) =>
    columns.slice(range.left, right + 1).flatMap((column, across): CellEdit[] => {
      const text = block[down % block.length]?.[across % width];
      return column.computed !== undefined || text === undefined ? [] : [{ key, column, text }];
    }),
  );
  const bottom = session.indexOf(keys.at(-1) ?? '');
  return { edits, range: { top: range.top, left: range.left, bottom: Math.max(range.top, bottom), right } };
}

/** Keys of the rows from a place on, as many as there are. */
export function rowsFrom(session: GridSession, top: number, count: number): readonly string[] {
  const keys: string[] = [];
  for (let place = top; place < session.count - 1 && keys.length < count; place++) {
    const key = session.keyAt(place);
    if (isRow(key)) keys.push(key);
  }
  return keys;
}

/** Rows from a place on; new ones where the grid ends. */
function keysFrom(session: GridSession, top: number, count: number): readonly string[] {
  const keys = rowsFrom(session, top, count);
  return [...keys, ...Array.from({ length: count - keys.length }, () => session.newRow(null))];
}

/** Rows of a range, the blank one included. */
function heightOf(session: GridSession, range: Range): number {
  return rowsIn(session, range.top, range.bottom).length + (session.keyAt(range.bottom) === BLANK ? 1 : 0);
}

/** The rows of a range; a new one for the blank row. */
function keysFilled(session: GridSession, range: Range): readonly string[] {
  const keys = rowsIn(session, range.top, range.bottom).map((place) => session.keyAt(place));
  return session.keyAt(range.bottom) === BLANK ? [...keys, session.newRow(null)] : keys;
}

/** The cells of a range as clipboard text; what could not be accepted is copied as it was typed. */
export function copyRange(
  session: GridSession,
  columns: readonly GridColumn[],
  range: Range,
  lookup: CellLookup,
): string {
  const rows: string[][] = [];
  for (const place of rowsIn(session, range.top, range.bottom)) {
    const row = session.rowAt(place);
    rows.push(
      columns.slice(range.left, range.right + 1).map((column) => {
        if (column.computed !== undefined) return column.computed(row.id, row.values);
        return row.typed[column.key] ?? copyText(column.field, row.values[column.key] ?? null, lookup);
      }),
    );
  }
  return formatTsv(rows);
}
