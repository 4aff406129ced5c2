/** Filling cells from a selection: repeated, or as a series. Headings of groups are passed over. */
import type { CellValue } from '../../shared/intake/values.ts';
import { editable, rowsIn } from './blocks.ts';
import type { GridColumn } from './column.ts';
import type { CellEdit } from './draft.ts';
import type { Range } from './selection.ts';
import { continued } from './series.ts';
import type { GridSession } from './session.ts';

/** The rows above or below a selection up to `row`; null inside of it. */
export function fillTarget(source: Range, row: number): Range | null {
  if (row > source.bottom) return { ...source, top: source.bottom + 1, bottom: row };
  return row < source.top ? { ...source, top: row, bottom: source.top - 1 } : null;
}

/** Fills the rows of `target`, which lies above or below `source`. `series` goes on where there is a step. */
export function fillInto(
  session: GridSession,
  columns: readonly GridColumn[],
  source: Range,
  target: Range,
  series: boolean,
): readonly CellEdit[] {
  const upwards = target.bottom < source.top;
  const inOrder = (places: readonly number[]) => (upwards ? places.toReversed() : places);
  const from = inOrder(rowsIn(session, source.top, source.bottom));
  const into = inOrder(rowsIn(session, target.top, target.bottom));
  if (from.length === 0) return [];
  return editable(columns, source).flatMap((column) => {
    const run = from.map((place): CellValue => session.rowAt(place).values[column.key] ?? null);
    const next = series ? continued(column.field, run, into.length) : null;
    return into.map((place, index) => ({
      key: session.keyAt(place),
      column,
      value: (next === null ? run[index % run.length] : next[index]) ?? null,
    }));
  });
}

/** Goes on in a selection from the rows at its top that have content; a whole one goes on from its first row. */
export function fillSeries(session: GridSession, columns: readonly GridColumn[], range: Range): readonly CellEdit[] {
  const keys = editable(columns, range).map(({ key }) => key);
  const filled = (place: number) => keys.some((key) => (session.rowAt(place).values[key] ?? null) !== null);
  const rows = rowsIn(session, range.top, range.bottom);
  const empty = rows.find((place) => !filled(place));
  const last = empty === undefined ? range.top : Math.max(range.top, empty - 1);
  if (last >= range.bottom) return [];
  return fillInto(session, columns, { ...range, bottom: last }, { ...range, top: last + 1 }, true);
}

/** How far down a double click on the corner fills: as long as the neighbouring column has content. */
export function fillDepth(session: GridSession, columns: readonly GridColumn[], range: Range): number {
  const beside = columns[range.left > 0 ? range.left - 1 : range.right + 1];
  if (beside === undefined) return range.bottom;
  let row = range.bottom;
  for (let next = row + 1; next < session.count - 1; next++) {
    const { values, heading } = session.rowAt(next);
    if (heading === undefined && (values[beside.key] ?? null) === null) break;
    row = next;
  }
  return row;
}
