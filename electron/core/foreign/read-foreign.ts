/** The file the user chose, as a neutral grid. */

import { basename } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import type { GridBook, GridCell, GridSheet } from '../../../shared/foreign/sheet.ts';
import { readChosen, refuserOf } from '../import/chosen-file.ts';
import { AUDIT_LIMITS, type GridLimits } from '../import/limits.ts';
import { decodeText, delimitedRows } from '../import/text-file.ts';
import { type OnSheet, readGrids } from '../import/xlsx/read-grids.ts';
import { WORKBOOK } from '../import/xlsx/read-workbook.ts';
import { PLAIN_STYLE } from '../import/xlsx/styles.ts';

export const FOREIGN_EXTENSIONS = ['xlsx', 'xlsm', 'csv'] as const;

/** @throws FailureError WRONG_FILE or FILE_LIMIT naming the file, what is wrong with it, and what to do about it. */
export async function readForeign(
  path: string,
  onSheet: OnSheet,
  limits: GridLimits = AUDIT_LIMITS,
): Promise<GridBook> {
  const name = basename(path);
  const wanted = { expected: WORKBOOK, mostBytes: limits.fileBytes };
  const wrong = refuserOf(path, wanted);
  const bytes = await readChosen(path, wanted);
  if (!/\.csv$/i.test(name)) return readGrids(bytes, name, limits, onSheet);
  const text = decodeText(bytes);
  if (text.includes('\u0000')) return wrong('内容不是文字');
  return { name, styles: [PLAIN_STYLE], sheets: [textSheet(delimitedRows(text), limits, name)] };
}

function textSheet(rows: readonly (readonly string[])[], limits: GridLimits, name: string): GridSheet {
  let cells = 0;
  let width = 0;
  const grid = rows.map((texts) => {
    const row: (GridCell | undefined)[] = [];
    texts.forEach((text, column) => {
      if (text.trim() === '') return;
      cells += 1;
      width = Math.max(width, column + 1);
      row[column] = { kind: 'text', text, style: 0 };
    });
    if (cells > limits.cells) fail('FILE_LIMIT', { name, reason: '有内容的单元格过多' });
    return { cells: row, height: null, hidden: false };
  });
  return { name: '', hidden: false, rows: grid, width, merges: [], columns: [] };
}
