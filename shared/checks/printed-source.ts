/** Tables as a reader of the published pages sees them: 万元 with two decimals, and nothing more exact behind it. */
import { fen } from '../money/fen.ts';
import { wanHundredths } from '../money/format.ts';
import type { TableCell } from '../tables/model.ts';
import { type CheckedTable, type TableSource, tableSource } from './table-source.ts';

/** 分 in the last digit that is printed. */
const PRINTED_STEP = 10_000;

/** Computed tables with every amount rounded as it is printed. Differences that rounding explains are then 尾差. */
export function printedSource(tables: readonly CheckedTable[], year: number): TableSource {
  const rounded = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(printedCell) })),
  }));
  return tableSource(rounded, year, () => PRINTED_STEP);
}

function printedCell(cell: TableCell): TableCell {
  if (cell.kind === 'key' || cell.fen === null) return cell;
  return { ...cell, fen: fen(wanHundredths(cell.fen) * PRINTED_STEP) };
}
