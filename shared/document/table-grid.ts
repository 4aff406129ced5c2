/** The cells of printed tables on their grid: which place each has, and several tables laid on one grid. */
import type { PrintCell, PrintRow, PrintTable } from './model.ts';

/** A cell with its place; rows and columns count from 0. */
export interface Spot {
  readonly cell: PrintCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Finds the place of every cell, the way HTML does: a cell takes the first column that no cell above it covers. */
export function spotsOf(rows: readonly PrintRow[]): readonly Spot[] {
  /** For each column the first row in which it is free. */
  const free: number[] = [];
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell): Spot => {
      while ((free[column] ?? 0) > row) column += 1;
      const spot = { cell, row, column, rowSpan: cell.rowSpan ?? 1, colSpan: cell.colSpan ?? 1 };
      for (let at = column; at < column + spot.colSpan; at += 1) free[at] = row + spot.rowSpan;
      return spot;
    });
  });
}

/** The way back: rows of cells from spots that cover a grid without gaps. */
export function rowsOf(spots: readonly Spot[], count: number): readonly PrintRow[] {
  const rows: PrintCell[][] = Array.from({ length: count }, () => []);
  for (const { cell, row, rowSpan, colSpan } of spots.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const { rowSpan: _rows, colSpan: _columns, ...rest } = cell;
    rows[row]?.push({ ...rest, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) });
  }
  return rows.map((cells) => ({ cells }));
}

/** Edges closer than this share of the width are the same edge. */
const SAME_EDGE = 0.001;

/** Where the columns of a table end, as shares of its width; the last is 1. */
function edgesOf({ columns }: Pick<PrintTable, 'columns'>): readonly number[] {
  const whole = columns.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return columns.map((width) => {
    reached += width / whole;
    return reached;
  });
}

/** A grid on which tables of the same width stand below each other, and how each one's cells lie on it. */
export interface CommonGrid {
  /** Shares of the width. */
  readonly columns: readonly number[];
  /** The rows of the table with this index with the column spans they have on the grid. */
  fit(table: number, rows: readonly PrintRow[]): readonly PrintRow[];
}

/** Lays tables on one grid that has every edge of each. */
export function commonGrid(tables: readonly Pick<PrintTable, 'columns'>[]): CommonGrid {
  const own = tables.map(edgesOf);
  const edges = own
    .flat()
    .toSorted((a, b) => a - b)
    .filter((edge, at, all) => at === all.length - 1 || (all[at + 1] ?? 0) - edge > SAME_EDGE);
  const places = own.map((each) => [
    0,
    ...each.map((edge) => edges.findIndex((other) => other > edge - SAME_EDGE) + 1),
  ]);
  return {
    columns: edges.map((edge, at) => edge - (edges[at - 1] ?? 0)),
    fit: (table, rows) => {
      const place = (column: number) => places[table]?.[column] ?? column;
      const spots = spotsOf(rows).map((spot) => {
        const column = place(spot.column);
        return { ...spot, column, colSpan: place(spot.column + spot.colSpan) - column };
      });
      return rowsOf(spots, rows.length).map((row, at) => ({ ...rows[at], ...row }));
    },
  };
}
