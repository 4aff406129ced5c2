/** Draws divided tables onto a worksheet. */
import type { Style, Worksheet } from 'exceljs';
import { alignmentOf, type PrintCell, type PrintTable } from '../../../../shared/document/model.ts';
import { spotsOf } from '../../../../shared/document/table-grid.ts';
import { STYLES } from '../sheet-styles.ts';
import { FOOTER, literal, put } from '../table-sheet.ts';
import { FORM_MARGINS, type WorksheetPages, type WorksheetTables } from './worksheet-pages.ts';

/** Excel's highest row, in points. A higher one becomes several, its cells merged over them. */
const HIGHEST_ROW = 400;
/** Excel rounds heights to this. */
const HEIGHT_STEP = 0.75;
const A4 = 9;

export interface PagedWorksheet extends WorksheetTables {
  /** As `worksheetPages` divides them. */
  readonly divided: WorksheetPages;
  /** Name of the worksheet where the place of an anchor is. */
  readonly sheetOf: (anchor: string) => string;
}

/** Fills an empty worksheet: title, running rows, pages with breaks between them. */
export function drawPagedWorksheet(worksheet: Worksheet, order: PagedWorksheet): void {
  const { title, orientation, running, divided } = order;
  const top = 1 + running.reduce((sum, { rows }) => sum + rows.length, 0);
  worksheet.views = [{ state: 'frozen', ySplit: top, xSplit: 0 }];
  divided.columns.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  put(worksheet, [1, 1, 1, divided.columns.length], title, STYLES.title);
  worksheet.getRow(1).height = divided.titleHeight;
  let next = 2;
  for (const [at, page] of divided.pages.entries()) {
    // On later pages Excel prints the running rows again by itself.
    const rows = at === 0 ? [...page.headRows, ...page.rows] : page.rows;
    next = drawRows(worksheet, { ...page, rows }, { top: next, sheetOf: order.sheetOf });
    if (at < divided.pages.length - 1) worksheet.getRow(next - 1).addPageBreak();
  }
  Object.assign(worksheet.pageSetup, {
    paperSize: A4,
    orientation,
    horizontalCentered: true,
    margins: FORM_MARGINS,
    printTitlesRow: `1:${top}`,
  });
  worksheet.headerFooter.oddFooter = FOOTER;
}

interface Place extends Pick<PagedWorksheet, 'sheetOf'> {
  readonly top: number;
}

/** Draws rows from row `top` on. Out: the row below them. */
function drawRows(worksheet: Worksheet, { rows, fontSize }: PrintTable, { top, sheetOf }: Place): number {
  const starts = [top];
  for (const [at, { height = 0 }] of rows.entries()) {
    const parts = Math.max(1, Math.ceil(height / HIGHEST_ROW));
    const begin = starts[at] ?? top;
    for (let part = 0; part < parts; part += 1) {
      worksheet.getRow(begin + part).height = Math.ceil(height / parts / HEIGHT_STEP) * HEIGHT_STEP;
    }
    starts.push(begin + parts);
  }
  for (const { cell, row, column, rowSpan, colSpan } of spotsOf(rows)) {
    const first = starts[row] ?? top;
    const last = (starts[row + rowSpan] ?? first + 1) - 1;
    const value = valueOfCell(cell, sheetOf);
    put(
      worksheet,
      [first, column + 1, last, column + colSpan],
      typeof value === 'string' ? value : '',
      styleOf(cell, fontSize),
    );
    if (typeof value !== 'string') worksheet.getCell(first, column + 1).value = value;
  }
  return starts.at(-1) ?? top;
}

function valueOfCell({ style, text, link }: PrintCell, sheetOf: Place['sheetOf']) {
  // `$A$1`, not `A1`: for the latter exceljs 4 writes a second, contradictory location and Excel finds neither.
  if (link !== undefined && text !== '') return { text: literal(text), hyperlink: `#${sheetOf(link)}!$A$1` };
  return style === 'amount' ? (amountOf(text) ?? text) : text;
}

/** Excel keeps 15 digits of a number; a longer amount stays text. */
const EXACT_DIGITS = 15;

function amountOf(text: string): number | null {
  const plain = text.replaceAll(',', '');
  if (!/^-?[0-9]+\.[0-9]{2}$/.test(plain) || plain.length > EXACT_DIGITS) return null;
  // exact: at most 15 digits, two of them decimals: the number prints as the text it is read from
  return Number(plain);
}

const CHINESE = 134;
const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
const LINK = { underline: true, color: { argb: 'FF0563C1' } } as const;

const styles = new Map<string, Partial<Style>>();

/** Style of a cell; cells that look alike share one. */
function styleOf(cell: PrintCell, size: number): Partial<Style> {
  const horizontal = alignmentOf(cell);
  const isLink = cell.link !== undefined;
  const key = `${cell.style} ${horizontal} ${size} ${isLink}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: Partial<Style> = {
    font: { name: '宋体', size, charset: CHINESE, bold: cell.style === 'head', ...(isLink ? LINK : {}) },
    alignment: { horizontal, vertical: 'middle', wrapText: cell.style !== 'amount' },
    ...(cell.style === 'caption' ? {} : { border: BOX }),
    ...(cell.style === 'head' ? { fill: SHADE } : {}),
    ...(cell.style === 'amount' ? { numFmt: '#,##0.00_ ' } : {}),
  };
  styles.set(key, style);
  return style;
}
