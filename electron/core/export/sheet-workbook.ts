/**
 * Sheets for filling in: the rows of a budget, or none but an example, in the columns that are read back. Lists to
 * choose from stand on a sheet of their own, notes say what a column means, a hidden column holds the rows' ids.
 */
import type { DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import { sheetFields } from '../../../shared/intake/fields.ts';
import { EXAMPLE_MARK } from '../../../shared/intake/row-kind.ts';
import { ID_HEADING, OWN_HEAD_ROW, type SheetPart, sheetMark } from '../../../shared/intake/sheet-kinds.ts';
import { editText } from '../../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue, SavedRow } from '../../../shared/intake/values.ts';
import { fen } from '../../../shared/money/fen.ts';
import { toDecimalYuan } from '../../../shared/money/format.ts';
import type { Field } from '../../../shared/shape/shape.ts';
import type { BudgetPlace } from '../intake/book-rows.ts';
import { EXAMPLES } from './sheet-examples.ts';
import { STYLES } from './sheet-styles.ts';
import { literal } from './table-sheet.ts';
import { newWorkbook, workbookBytes } from './workbook.ts';

export interface SheetOrder {
  readonly part: SheetPart;
  readonly rows: readonly SavedRow[];
  readonly lookup: CellLookup;
}

export interface SheetWorkbookOrder {
  readonly place: BudgetPlace;
  readonly parts: readonly SheetOrder[];
  /** An example row stands below the header. */
  readonly example: boolean;
  readonly now: Date;
  /** Called and awaited now and then; throws to stop. */
  readonly onRows?: (done: number, total: number) => void | Promise<void>;
}

const HEAD_ROW = OWN_HEAD_ROW + 1;
/** Rows below the header that offer lists and formats. */
const PREPARED_ROWS = 2_000;
const ROWS_PER_TURN = 1_000;
/** Nobody looks through a longer list. */
const MOST_CHOICES = 5_000;
const LIST_SHEET = '可选内容';
/** Excel keeps 15 digits of a number; a longer one is written as text. */
const EXACT_DIGITS = 15;

/** A4 across, as many pages long as it takes. */
const PAGE = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };

const FONT = { name: '宋体', size: 10, charset: 134 };
const LINE = { style: 'hair', color: { argb: 'FF9AA5B1' } } as const;
const BODY: Partial<Style> = { font: FONT, border: { top: LINE, left: LINE, bottom: LINE, right: LINE } };
const TEXT: Partial<Style> = { ...BODY, numFmt: '@', alignment: { vertical: 'middle' } };
const PROSE: Partial<Style> = { ...TEXT, alignment: { vertical: 'top', wrapText: true } };
const AMOUNT: Partial<Style> = { ...BODY, numFmt: '#,##0.00', alignment: { horizontal: 'right', vertical: 'middle' } };
const NUMBER: Partial<Style> = { ...BODY, numFmt: '0.####', alignment: { vertical: 'middle' } };
const EXAMPLE: Partial<Style> = {
  font: { ...FONT, italic: true, color: { argb: 'FF7A8793' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F5F7' } },
};

/** Renders the workbook as the bytes of an .xlsx file. Amounts are in 元. */
export async function renderSheetWorkbook(order: SheetWorkbookOrder): Promise<Uint8Array> {
  const { unitName, year } = order.place;
  const title = `${unitName}${year}年${order.parts.map(({ part }) => part.name).join('、')}`;
  const workbook = await newWorkbook({ title, unitName, now: order.now });
  const total = order.parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const lists = new Lists(workbook);
  let done = 0;
  for (const part of order.parts) {
    const sheet = addSheet(workbook, part, order);
    for (let start = 0; start < part.rows.length; start += ROWS_PER_TURN) {
      await order.onRows?.(done + start, total);
      for (const row of part.rows.slice(start, start + ROWS_PER_TURN)) addRow(sheet, part, row);
    }
    done += part.rows.length;
    addLists(sheet, part, lists);
  }
  lists.write();
  await order.onRows?.(total, total);
  return workbookBytes(workbook);
}

function addSheet(workbook: Workbook, { part, lookup }: SheetOrder, { place, example }: SheetWorkbookOrder): Worksheet {
  const fields = sheetFields(part.entity);
  const sheet = workbook.addWorksheet(part.name, { views: [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROW }] });
  sheet.getCell(1, 1).value = literal(sheetMark(part.entity, place.budgetId, place.bookMark));
  const title = sheet.getCell(1, 2);
  title.value = literal(`${place.unitName}${place.year}年${part.name}`);
  title.style = STYLES.title;
  title.alignment = { horizontal: 'left', vertical: 'middle' };
  sheet.getRow(1).height = 28;
  sheet.getCell(2, 2).value =
    `单位：元。带 * 的列必填；点表头看说明，有下拉箭头的可选，也可填编码或名称。${example ? '灰色示例行导入时自动忽略。' : '改好后在程序中“从 Excel 导入”，按编号对应原来的行。'}`;
  sheet.getCell(2, 2).style = STYLES.note;
  sheet.mergeCells(1, 2, 1, part.fields.length + 1);
  sheet.mergeCells(2, 2, 2, part.fields.length + 1);
  const id = sheet.getColumn(1);
  id.width = 8;
  id.hidden = true;
  sheet.getCell(HEAD_ROW, 1).value = ID_HEADING;
  part.fields.forEach((name, index) => {
    const field = fields[name];
    if (field === undefined) return;
    const column = sheet.getColumn(index + 2);
    column.width = widthOf(name, field);
    column.style = styleOf(field);
    const head = sheet.getCell(HEAD_ROW, index + 2);
    head.value = `${field.label}${field.optional === true ? '' : '*'}${field.kind === 'fen' ? '（元）' : ''}`;
    head.style = STYLES.head;
    head.note = noteOf(field, lookup);
  });
  sheet.getRow(HEAD_ROW).height = 30;
  sheet.properties.defaultRowHeight = 18;
  Object.assign(sheet.pageSetup, { ...PAGE, printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}` });
  if (example) addExample(sheet, part);
  return sheet;
}

function addExample(sheet: Worksheet, part: SheetPart): void {
  const texts = EXAMPLES[part.entity];
  part.fields.forEach((name, index) => {
    const cell = sheet.getCell(HEAD_ROW + 1, index + 2);
    const text = texts[name];
    if (text !== undefined) cell.value = text;
    cell.style = EXAMPLE;
  });
  const mark = sheet.getCell(HEAD_ROW + 1, part.fields.length + 2);
  mark.value = EXAMPLE_MARK;
  mark.style = EXAMPLE;
  sheet.getColumn(part.fields.length + 2).width = 26;
}

function addRow(sheet: Worksheet, { part, lookup }: SheetOrder, row: SavedRow): void {
  const fields = sheetFields(part.entity);
  const cells = part.fields.map((name) => {
    const field = fields[name];
    return field === undefined ? null : cellOf(field, row.values[name] ?? null, lookup);
  });
  sheet.addRow([row.id, ...cells]);
}

/** What a cell holds: numbers where Excel keeps them exactly, else text as the grid would copy it. */
function cellOf(field: Field, value: CellValue, lookup: CellLookup): string | number | null {
  if (value === null) return null;
  if (field.kind === 'fen' && typeof value === 'number') {
    const text = toDecimalYuan(fen(value));
    // exact: a hundredth of a whole number of at most 15 digits is the double its printed text stands for
    return digitsOf(text) <= EXACT_DIGITS ? value / 100 : text;
  }
  if (field.kind === 'integer' && typeof value === 'number') return value;
  if (field.kind === 'decimal' && typeof value === 'string') {
    // not an amount: a quantity of at most 15 digits
    return digitsOf(value) <= EXACT_DIGITS ? Number(value) : value;
  }
  if (field.kind === 'code') {
    const name = lookup.choiceOf(field, value)?.label;
    return name === undefined ? String(value) : literal(`${value} ${name}`);
  }
  return stored(editText(field, value, lookup));
}

const digitsOf = (text: string) => text.replace(/[^0-9]/g, '').length;

/** Control characters and carriage returns would be lost in XML; the format has an escape for them. */
function stored(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
  return literal(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (sign) => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

function styleOf(field: Field): Partial<Style> {
  if (field.kind === 'fen') return AMOUNT;
  if (field.kind === 'text' && field.multiline === true) return PROSE;
  return field.kind === 'decimal' || field.kind === 'integer' ? NUMBER : TEXT;
}

function widthOf(name: string, field: Field): number {
  switch (field.kind) {
    case 'code':
      return 30;
    case 'fen':
      return 18;
    case 'ref':
      return 44;
    case 'text':
      return field.multiline === true ? 48 : name === 'name' || name === 'level3' || name === 'note' ? 34 : 20;
    default:
      return 14;
  }
}

function noteOf(field: Field, lookup: CellLookup): string {
  const parts = [field.optional === true ? '选填。' : '必填。'];
  if (field.help !== undefined) parts.push(field.help);
  if (field.kind === 'enum') parts.push(`可填：${field.options.map(({ label }) => label).join('、')}。`);
  if (field.kind === 'boolean') parts.push('填“是”或“否”，空白为否。');
  if (field.kind === 'code') parts.push(`填${field.digits.join('或')}位编码，或编码加名称。`);
  if (field.kind === 'date') parts.push('写成 2027-03-01 的样子。');
  if (field.kind === 'ref' && lookup.choices(field).length > 0) parts.push('从下拉列表中选。');
  return parts.join('');
}

/** Offers the list of each column that has one, from the first row below the header on. */
function addLists(sheet: Worksheet, { part, rows, lookup }: SheetOrder, lists: Lists): void {
  const fields = sheetFields(part.entity);
  const last = HEAD_ROW + 1 + Math.max(rows.length, 0) + PREPARED_ROWS;
  part.fields.forEach((name, index) => {
    const field = fields[name];
    if (field === undefined) return;
    const formula = lists.formulaFor(field, lookup);
    if (formula === null) return;
    const letter = sheet.getColumn(index + 2).letter;
    const validation: DataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      // A code that is not listed may be new, and a name may be made later: Excel asks, it does not refuse.
      errorStyle: field.kind === 'enum' || field.kind === 'boolean' ? 'stop' : 'warning',
      errorTitle: field.label,
      error: `“${field.label}”请从下拉列表中选。`,
    };
    // The typings know data validation of single cells only; the writer takes ranges.
    const target = sheet as unknown as { dataValidations: { add(range: string, value: DataValidation): void } };
    target.dataValidations.add(`${letter}${HEAD_ROW + 1}:${letter}${last}`, validation);
  });
}

/** The hidden sheet with one column for each list. */
class Lists {
  private readonly workbook: Workbook;
  private readonly columns: { readonly key: string; readonly texts: readonly string[] }[] = [];

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The range that holds a field's list; null for fields without. */
  formulaFor(field: Field, lookup: CellLookup): string | null {
    const choices = lookup.choices(field);
    if (choices.length === 0 || choices.length > MOST_CHOICES) return null;
    const texts = choices.map(({ code, label }) => (field.kind === 'code' ? `${code} ${label}` : label));
    const key = texts.join('\n');
    let index = this.columns.findIndex((column) => column.key === key);
    if (index < 0) index = this.columns.push({ key, texts }) - 1;
    const letter = columnLetter(index);
    return `'${LIST_SHEET}'!$${letter}$1:$${letter}$${texts.length}`;
  }

  write(): void {
    if (this.columns.length === 0) return;
    const sheet = this.workbook.addWorksheet(LIST_SHEET, { state: 'hidden' });
    this.columns.forEach(({ texts }, column) => {
      texts.forEach((text, row) => {
        sheet.getCell(row + 1, column + 1).value = stored(text);
      });
    });
  }
}

function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
