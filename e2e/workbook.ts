/** Reads an exported workbook back with the project's own reader, which shares no code with the writer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../electron/core/import/xlsx/read-workbook.ts';

/** The texts of the sheet of a published table. In: table number. */
export const tableTexts = (file: string, no: number) => sheetTexts(file, new RegExp(`^表${no}\\D`));

/** The texts of the first sheet with such a name, row by row, empty cells as ''. Rejects when it is not there. */
export async function sheetTexts(file: string, named: RegExp): Promise<readonly (readonly string[])[]> {
  const sheets = await readWorkbook(readFileSync(file), path.basename(file));
  const sheet = sheets.find(({ name }) => named.test(name));
  if (sheet === undefined) throw new Error(`no ${named} among ${sheets.map(({ name }) => name).join(', ')}`);
  const rows: (readonly string[])[] = [];
  for await (const row of sheet.rows()) rows.push(Array.from(row.cells, (cell) => cell?.text ?? ''));
  return rows;
}
