/** The first sheet: 目录, with a link to each table. */
import type { Workbook } from 'exceljs';
import type { TableModel } from '../../../shared/tables/model.ts';
import { unitLine } from '../../../shared/tables/printed.ts';
import { lineCount } from '../../../shared/tables/text-width.ts';
import { heightOf } from './sheet-layout.ts';
import { INDEX_SHEET, sheetName } from './sheet-name.ts';
import { STYLES } from './sheet-styles.ts';
import { FOOTER, literal, MARGINS, put } from './table-sheet.ts';

const HEADS = ['序号', '表名', '备注'];
const WIDTHS = [8, 70, 12];
const ROW_HEIGHT = 26;
/** Characters of one line over the first two columns. */
const UNIT_WIDTH = 76;

export interface IndexTexts {
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
  readonly unitText: string;
}

/** Adds the list of `tables` with internal links; tables without data are marked. */
export function addIndexSheet(workbook: Workbook, texts: IndexTexts, tables: readonly TableModel[]): void {
  const sheet = workbook.addWorksheet(INDEX_SHEET);
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, [1, 1, 1, 3], texts.title, STYLES.title);
  const unit = `${unitLine(texts.unitName)}　　预算年度：${texts.year}年`;
  put(sheet, [2, 1, 2, 2], unit, STYLES.unitName);
  put(sheet, [2, 3, 2, 3], texts.unitText, STYLES.unitText);
  HEADS.forEach((text, index) => {
    put(sheet, [3, index + 1, 3, index + 1], text, STYLES.indexHead);
  });
  tables.forEach((table, index) => {
    const row = sheet.getRow(index + 4);
    row.height = ROW_HEIGHT;
    put(sheet, [index + 4, 1, index + 4, 1], `表${table.no}`, STYLES.indexCell);
    put(sheet, [index + 4, 3, index + 4, 3], table.note === null ? '' : '无数据', STYLES.indexCell);
    const link = row.getCell(2);
    // `$A$1`, not `A1`: for the latter exceljs 4 writes a second, contradictory location and Excel finds neither.
    link.value = { text: literal(table.title), hyperlink: `#${sheetName(table)}!$A$1` };
    link.style = STYLES.link;
  });
  [44, Math.max(22, heightOf(lineCount(unit, UNIT_WIDTH))), ROW_HEIGHT].forEach((height, index) => {
    sheet.getRow(index + 1).height = height;
  });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
    printArea: `A$1:C$${tables.length + 3}`,
  });
  sheet.headerFooter.oddFooter = FOOTER;
}
