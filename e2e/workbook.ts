/** Reads an exported workbook back with the project's own reader, which shares no code with the writer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../electron/core/import/xlsx/read-workbook.ts';

/** The texts of the sheet of a published table, row by row, empty cells as ''. In: table number. Rejects when it is not there. */
export async function tableTexts(file: string, no: number): Promise<readonly (readonly string[])[]> {
  const sheets = await readWorkbook(readFileSync(file), path.basename(file));
  const sheet = sheets.find(({ name }) => new RegExp(`^表${no}\\D`).test(name));
  if (sheet === undefined) throw new Error(`no table ${no} among ${sheets.map(({ name }) => name).join(', ')}`);
  const rows: (readonly string[])[] = [];
  for await (const row of sheet.rows()) rows.push(Array.from(row.cells, (cell) => cell?.text ?? ''));
  return rows;
}
