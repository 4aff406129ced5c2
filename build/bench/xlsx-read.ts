/** Every cell of 100,000 × 12 in a workbook read as text, beside exceljs's streaming reader over the same file. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { readTableFile } from '../../electron/core/import/table-file.ts';
import type { Benchmark } from './harness.ts';
import { temporaryFolder } from './large-book.ts';
import { writeLineWorkbook } from './line-workbook.ts';

export const ROWS = 100_000;

/** Rows as exceljs streams them, each with its values from 1. */
export async function* bareRows(path: string): AsyncGenerator<readonly unknown[]> {
  const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
    entries: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  });
  for await (const sheet of workbook) {
    // Values of a streamed row always come as a list.
    for await (const row of sheet) yield row.values as readonly unknown[];
  }
}

export const xlsxRead: Benchmark = {
  name: 'xlsx read 100,000 × 12',
  goal: { atMost: 0.5 },
  rounds: 3,
  prepare: async () => {
    const folder = temporaryFolder();
    const path = join(folder, '明细.xlsx');
    await writeLineWorkbook(path, ROWS);
    console.error(`  ${Math.round(readFileSync(path).length / 1e5) / 10} MB`);
    return {
      ours: async () => {
        const [sheet] = await readTableFile(path);
        assertRows(sheet?.rows.length);
      },
      reference: async () => {
        let rows = 0;
        for await (const values of bareRows(path)) if (values.length > 0) rows += 1;
        assertRows(rows);
      },
      done: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

function assertRows(rows: number | undefined): void {
  if (rows !== ROWS + 1) throw new Error(`${rows} rows read`);
}
