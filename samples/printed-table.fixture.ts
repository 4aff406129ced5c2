/** Computed tables in the shape of the expected ones, for tests that compare the two. */
import type { TableModel } from '../shared/tables/model.ts';
import type { ExpectedTable } from './invented-2025/expected/tables.ts';

/** A computed table as printed text, in the shape of the expected tables. */
export function printed(table: TableModel): ExpectedTable {
  const rows = table.rows.map(({ cells: texts }, index) => {
    const keys: Record<string, string> = {};
    const cells: Record<string, string> = {};
    for (const [n, column] of table.columns.entries()) {
      (column.kind === 'key' ? keys : cells)[column.path] = texts[n]?.text ?? '';
    }
    return { row: index + 1, keys, cells };
  });
  return { no: table.no, rows };
}
