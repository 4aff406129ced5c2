/** Computed tables put on paper: what a published document of a budget would be read into. */
import type { TableModel } from '../../tables/model.ts';
import type { PrintedDocument, PrintedTable } from './printed-table.ts';

function printedTable(table: TableModel): PrintedTable {
  return {
    no: table.no,
    head: [table.title, ...table.heads.map(({ text }) => text)],
    unitName: table.unitName,
    amountUnit: 'wan',
    note: table.note,
    columns: table.columns.map(({ path, block }) => ({ path, block })),
    rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

export function printedDocument(
  tables: readonly TableModel[],
  year: number,
  unitNames: readonly string[] = [],
): PrintedDocument {
  return { year, unitName: tables[0]?.unitName ?? '', unitNames, tables: tables.map(printedTable) };
}
