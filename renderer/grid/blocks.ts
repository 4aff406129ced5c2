/** Edits that touch a block of cells: clearing, filling down, pasting, copying. */

import { copyText } from '../../shared/intake/show-cell.ts';
import { formatTsv } from '../../shared/intake/tsv.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from './column.ts';
import { type Range, sizeOf } from './selection.ts';
import type { CellEdit, GridSession } from './session.ts';
import { BLANK } from './view.ts';

/** The columns of a range that can be typed into. */
function editable(columns: readonly GridColumn[], range: Range): readonly GridColumn[] {
  return columns.slice(range.left, range.right + 1).filter((column) => column.computed === undefined);
}

/** Empties the cells of a range. A field that must not be empty says so and keeps its stored value. */
export function clearRange(session: GridSession, columns: readonly GridColumn[], range: Range): readonly CellEdit[] {
  const edits: CellEdit[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const key = session.keyAt(row);
    if (key === BLANK) continue;
    for (const column of editable(columns, range)) edits.push({ key, column, text: '' });
  }
  return edits;
}

/** Copies the top row of a range into the rows below it; a single row takes the row above. */
export function fillDown(session: GridSession, columns: readonly GridColumn[], range: Range): readonly CellEdit[] {
  const single = range.top === range.bottom;
  const source = single ? range.top - 1 : range.top;
  if (source < 0) return [];
  const from = session.rowAt(source).values;
  const edits: CellEdit[] = [];
  for (let row = single ? range.top : range.top + 1; row <= range.bottom; row++) {
    for (const column of editable(columns, range)) {
      edits.push({ key: session.keyAt(row), column, value: from[column.key] ?? null });
    }
  }
  return edits;
}

/**
 * Lays a block over the grid from the range's top left corner. A single copied cell fills the whole range.
 * Rows beyond the last are new rows.
 */
export function pasteBlock(
  session: GridSession,
  columns: readonly GridColumn[],
  range: Range,
  block: readonly (readonly string[])[],
): { readonly edits: readonly CellEdit[]; readonly range: Range } {
  const width = Math.max(...block.map((row) => row.length));
  const fill = block.length === 1 && width === 1;
  const height = fill ? range.bottom - range.top + 1 : block.length;
  const right = fill ? range.right : Math.min(columns.length - 1, range.left + width - 1);
  const edits: CellEdit[] = [];
  for (let down = 0; down < height; down++) {
    const row = range.top + down;
    const key = row < session.count - 1 ? session.keyAt(row) : session.newRow(null);
    for (let across = 0; across <= right - range.left; across++) {
      const column = columns[range.left + across];
      const text = fill ? block[0]?.[0] : block[down]?.[across];
      if (column !== undefined && column.computed === undefined && text !== undefined)
        edits.push({ key, column, text });
    }
  }
  return { edits, range: { top: range.top, left: range.left, bottom: range.top + height - 1, right } };
}

/** The cells of a range as clipboard text; what could not be accepted is copied as it was typed. */
export function copyRange(
  session: GridSession,
  columns: readonly GridColumn[],
  range: Range,
  lookup: CellLookup,
): string {
  const rows: string[][] = [];
  for (let place = range.top; place <= range.bottom; place++) {
    const row = session.rowAt(place);
    if (row.key === BLANK && sizeOf(range) > 1) continue;
    rows.push(
      columns.slice(range.left, range.right + 1).map((column) => {
        if (column.computed !== undefined) return column.computed(row.id, row.values);
        return row.typed[column.key] ?? copyText(column.field, row.values[column.key] ?? null, lookup);
      }),
    );
  }
  return formatTsv(rows);
}
