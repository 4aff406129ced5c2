/** The 13-sheet workbook, beside bare exceljs writing the same cells. */
import exceljs from 'exceljs';
import { loadWorkbookWriter, renderWorkbook } from '../../electron/core/export/workbook.ts';
import type { TableModel } from '../../shared/tables/model.ts';
import type { Benchmark } from './harness.ts';
import { openLargeBook } from './large-book.ts';

export const workbook: Benchmark = {
  name: '13-sheet workbook',
  goal: { atMost: 1.3 },
  rounds: 9,
  prepare: async () => {
    const book = await openLargeBook(5_000);
    const { tables } = await book.call('table.all', { budgetId: book.budgetId });
    await book.close();
    await loadWorkbookWriter();
    const now = new Date();
    return {
      ours: () => renderWorkbook({ tables, unitName: '测速单位', year: 2027, now }),
      reference: () => bare(tables),
    };
  },
};

/** The same texts and numbers in as many sheets, with the number format and nothing else. */
async function bare(tables: readonly TableModel[]): Promise<void> {
  const file = new exceljs.Workbook();
  for (const table of tables) {
    const sheet = file.addWorksheet(`${table.no}`);
    for (const head of table.heads) sheet.getCell(head.row + 1, head.column + 1).value = head.text;
    table.rows.forEach((row, index) => {
      row.cells.forEach((cell, column) => {
        if (cell.text === '') return;
        const target = sheet.getCell(index + table.headRows + 1, column + 1);
        // not an amount: the reference writes whatever number the text holds
        target.value = cell.kind === 'amount' ? Number(cell.text) : cell.text;
        if (cell.kind === 'amount') target.numFmt = '#,##0.00';
      });
    });
  }
  await file.xlsx.writeBuffer();
}
