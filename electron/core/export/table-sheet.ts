/** Draws one computed table onto a worksheet. The same function draws all of them; it knows no table's number. */
import type { Style, Workbook, Worksheet } from 'exceljs';
import { sheetNumber } from '../../../shared/money/sheet-number.ts';
import type { TableModel } from '../../../shared/tables/model.ts';
import { printedCell, unitLine } from '../../../shared/tables/printed.ts';
import { layoutSheet, type SheetLayout } from './sheet-layout.ts';
import { sheetName } from './sheet-name.ts';
import { amountStyle, keyStyle, STYLES } from './sheet-styles.ts';

const PAPER = { A4: 9, A3: 8 } as const;
export const MARGINS = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.75, header: 0.3, footer: 0.35 };
export const FOOTER = '&C&"宋体,常规"&9第 &P 页 共 &N 页';
/** Rows above the heads: form label, title, unit name with unit of money. */
const TOP_ROWS = 3;
const TOP_ROW_HEIGHT = 19;

/** Adds the worksheet of `model`. */
export function addTableSheet(workbook: Workbook, model: TableModel): void {
  const layout = layoutSheet(model, (row, column) => printedCell(model.rows[row]?.cells[column]));
  const sheet = workbook.addWorksheet(sheetName(model), {
    views: [{ state: 'frozen', ySplit: bodyTop(model) - 1, xSplit: leadingKeys(model) }],
  });
  layout.columns.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  drawTop(sheet, model, layout);
  drawHeads(sheet, model, layout);
  drawRows(sheet, model, layout);
  setUpPage(sheet, model, layout);
}

/** Worksheet row, from 1, of the table's first data row. */
function bodyTop(model: TableModel): number {
  return TOP_ROWS + model.headRows + (model.columnNumbers ? 1 : 0) + 1;
}

/** Label columns that stay in view while scrolling sideways; a two-sided table has labels in its middle too. */
function leadingKeys(model: TableModel): number {
  if (model.columns.some((column) => column.block > 0)) return 0;
  const first = model.columns.findIndex((column) => column.kind === 'amount');
  return Math.max(0, first);
}

function drawTop(sheet: Worksheet, model: TableModel, layout: SheetLayout): void {
  const last = model.columns.length;
  const left = layout.unitColumns;
  put(sheet, [1, 1, 1, last], model.formLabel, STYLES.formLabel);
  put(sheet, [2, 1, 2, last], model.title, STYLES.title);
  put(sheet, [3, 1, 3, left], unitLine(model.unitName), STYLES.unitName);
  put(sheet, [3, left + 1, 3, last], model.unitText, STYLES.unitText);
  sheet.getRow(1).height = TOP_ROW_HEIGHT;
  sheet.getRow(2).height = layout.titleHeight;
  sheet.getRow(3).height = layout.unitHeight;
}

function drawHeads(sheet: Worksheet, model: TableModel, layout: SheetLayout): void {
  for (const head of model.heads) {
    const top = TOP_ROWS + head.row + 1;
    const left = head.column + 1;
    put(sheet, [top, left, top + head.rowSpan - 1, left + head.columnSpan - 1], head.text, STYLES.head);
  }
  layout.headHeights.forEach((height, index) => {
    sheet.getRow(TOP_ROWS + index + 1).height = height;
  });
  if (!model.columnNumbers) return;
  const row = sheet.getRow(bodyTop(model) - 1);
  row.height = TOP_ROW_HEIGHT;
  model.columns.forEach((_, index) => {
    const cell = row.getCell(index + 1);
    cell.value = index + 1;
    cell.style = STYLES.columnNumber;
  });
}

function drawRows(sheet: Worksheet, model: TableModel, layout: SheetLayout): void {
  const top = bodyTop(model);
  model.rows.forEach((source, index) => {
    const row = sheet.getRow(top + index);
    row.height = layout.rowHeights[index] ?? TOP_ROW_HEIGHT;
    source.cells.forEach((content, column) => {
      const cell = row.getCell(column + 1);
      if (content.kind === 'amount') {
        cell.style = amountStyle(source.bold);
        if (content.text !== '' && content.fen !== null) cell.value = sheetNumber(content.fen);
      } else {
        cell.style = keyStyle(model.columns[column]?.align ?? 'left', content.indent, source.bold);
        if (content.text !== '') cell.value = literal(content.text);
      }
    });
  });
  if (model.note === null) return;
  const row = top + model.rows.length;
  put(sheet, [row, 1, row, model.columns.length], model.note, STYLES.note);
  sheet.getRow(row).height = TOP_ROW_HEIGHT;
}

/**
 * Text as the workbook stores it. A string cell is never calculated, whatever it begins with; but `_x000A_` inside a
 * string stands for a character in this format, so text that happens to look like that is written with its escape.
 */
export function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function setUpPage(sheet: Worksheet, model: TableModel, layout: SheetLayout): void {
  const bottom = bodyTop(model) - 1 + model.rows.length + (model.note === null ? 0 : 1);
  const right = sheet.getColumn(model.columns.length).letter;
  Object.assign(sheet.pageSetup, {
    paperSize: PAPER[model.page.paper],
    orientation: model.page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: layout.onePage ? 1 : 0,
    horizontalCentered: true,
    margins: MARGINS,
    // exceljs puts a `$` before the column and none before the row.
    printArea: `A$1:${right}$${bottom}`,
    printTitlesRow: `1:${bodyTop(model) - 1}`,
  });
  sheet.headerFooter.oddFooter = FOOTER;
}

type Corners = readonly [top: number, left: number, bottom: number, right: number];

/** Writes text over a block of cells; the style is set first because merging copies it to every cell of the block. */
export function put(sheet: Worksheet, [top, left, bottom, right]: Corners, text: string, style: Partial<Style>): void {
  const cell = sheet.getCell(top, left);
  if (text !== '') cell.value = literal(text);
  cell.style = style;
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
}
