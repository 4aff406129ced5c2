/** Rows of cells from a file the user chose: a workbook's sheets, or delimited text as one sheet. */

import { basename } from 'node:path';
import { readChosen, refuserOf } from './chosen-file.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { decodeText, delimitedRows } from './text-file.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import type { SheetRow } from './xlsx/sheet-rows.ts';

export interface CellSheet {
  /** Empty for a text file. */
  readonly name: string;
  /** Cells as text, by row and column from 0; rows are where the file has them. */
  readonly rows: readonly (readonly string[])[];
}

const WANTED = { expected: '表格文件（.xlsx、.csv、.tsv、.txt）', mostBytes: IMPORT_LIMITS.fileBytes } as const;

/** Reads the visible sheets. @throws FailureError WRONG_FILE or FILE_LIMIT naming the file and what is wrong with it. */
export async function readTableFile(path: string): Promise<readonly CellSheet[]> {
  const wrong = refuserOf(path, WANTED);
  const bytes = await readChosen(path, WANTED);
  if (isZip(bytes) || isOle(bytes)) return workbookSheets(bytes, basename(path));
  const text = decodeText(bytes);
  if (text.includes('\u0000')) return wrong('内容不是文字');
  return [{ name: '', rows: delimitedRows(text) }];
}

async function workbookSheets(bytes: Uint8Array, name: string): Promise<readonly CellSheet[]> {
  const sheets: CellSheet[] = [];
  for (const sheet of await readWorkbook(bytes, name)) {
    if (sheet.hidden) continue;
    const rows: string[][] = [];
    for await (const batch of sheet.batches()) {
      for (const row of batch) {
        while (rows.length < row.number - 1) rows.push([]);
        rows.push(texts(row.cells));
      }
    }
    sheets.push({ name: sheet.name, rows });
  }
  return sheets;
}

function texts(cells: SheetRow['cells']): string[] {
  const row = new Array<string>(cells.length);
  for (let at = 0; at < cells.length; at += 1) row[at] = cells[at]?.text ?? '';
  return row;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The container of old .xls and of encrypted files; the workbook reader says what to do about them. */
function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}
