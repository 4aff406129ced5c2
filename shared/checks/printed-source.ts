/** Tables as a reader of the published pages sees them: 万元 with two decimals, and nothing more exact behind it. */
import { fen } from '../money/fen.ts';
import { FEN_PER_PRINTED_WAN, wanHundredths } from '../money/format.ts';
import type { TableCell } from '../tables/model.ts';
import { type CheckedTable, type TableSource, tableSource } from './table-source.ts';

/** Computed tables with every amount rounded as it is printed. Differences that rounding explains are then 尾差. */
export function printedSource(tables: readonly CheckedTable[], year: number): TableSource {
  const rounded = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(printedCell) })),
  }));
  return tableSource(rounded, year, () => FEN_PER_PRINTED_WAN);
}

function printedCell(cell: TableCell): TableCell {
  if (cell.kind === 'key' || cell.fen === null) return cell;
  return { ...cell, fen: fen(wanHundredths(cell.fen) * FEN_PER_PRINTED_WAN) };
}
