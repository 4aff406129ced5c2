/** A worksheet with a list to read and print: title, lines below it, heads that repeat, rows as high as their text. */
import type { Worksheet } from 'exceljs';
import { lineCount } from '../../../shared/tables/text-width.ts';
import { heightOf } from './sheet-layout.ts';
import { keyStyle, STYLES } from './sheet-styles.ts';
import { FOOTER, literal, MARGINS, put } from './table-sheet.ts';

export interface ListColumn {
  readonly head: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly align: 'left' | 'center';
}

/** Title, lines below it, heads, rows; A4 across, heads on every page. */
export function addList(
  sheet: Worksheet,
  title: string,
  lines: readonly string[],
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): void {
  const width = columns.length;
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
  });
  put(sheet, [1, 1, 1, width], title, STYLES.title);
  sheet.getRow(1).height = 32;
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  lines.forEach((line, at) => {
    put(sheet, [at + 2, 1, at + 2, width], line, STYLES.unitName);
    sheet.getRow(at + 2).height = heightOf(lineCount(line, all - 2));
  });
  const head = lines.length + 2;
  columns.forEach((column, index) => {
    put(sheet, [head, index + 1, head, index + 1], column.head, STYLES.head);
  });
  rows.forEach((texts, at) => {
    const row = sheet.getRow(head + 1 + at);
    texts.forEach((text, index) => {
      const cell = row.getCell(index + 1);
      cell.style = keyStyle(columns[index]?.align ?? 'left', 0, false);
      if (text !== '') cell.value = literal(text);
    });
    const tallest = texts.map((text, index) => lineCount(text, (columns[index]?.width ?? 10) - 2));
    row.height = heightOf(Math.max(1, ...tallest));
  });
  sheet.views = [{ state: 'frozen', ySplit: head }];
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: MARGINS,
    printTitlesRow: `${head}:${head}`,
  });
  sheet.headerFooter.oddFooter = FOOTER;
}
