/**
 * Reading a code list as a finance bureau hands it out: rows of cells from xlsx, csv or pasted text, with a heading row
 * somewhere near the top. The code stands in one column, or in three (类, 款, 项).
 */
import type { Catalogue } from '../shape/shape.ts';
import type { UserCodeLike } from './create-code-book.ts';
import { currentName } from './old-names.ts';

export interface CodeRowProblem {
  /** Row number as a spreadsheet counts, from 1. */
  readonly row: number;
  /** A whole Chinese sentence. */
  readonly reason: string;
}

export interface CodeRows {
  readonly codes: readonly UserCodeLike[];
  /** Rows that were not taken, and why. A list with problems should be shown before it is saved. */
  readonly problems: readonly CodeRowProblem[];
  /** Taken, but worth a look (names no longer in use). */
  readonly notes: readonly CodeRowProblem[];
}

type Column = 'code' | 'class' | 'section' | 'item' | 'name' | 'govIfAdministrative' | 'govIfInstitution';

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['govIfAdministrative', /政府.*行政|行政.*政府|^govIfAdministrative$/],
  ['govIfInstitution', /政府.*事业|事业.*政府|^govIfInstitution$/],
  ['class', /^类$/],
  ['section', /^款$/],
  ['item', /^项$/],
  ['code', /编码|代码|^code$/i],
  ['name', /名称|^name$/i],
];

const DIGITS: Readonly<Record<Catalogue, RegExp>> = {
  functional: /^[0-9]{3}(?:[0-9]{2}){0,2}$/,
  deptEconomic: /^[0-9]{3}(?:[0-9]{2})?$/,
  govEconomic: /^[0-9]{3}(?:[0-9]{2})?$/,
  revenue: /^[0-9]{3}(?:[0-9]{2}){0,3}$/,
  procurement: /^[ABC][0-9]{2,8}$/,
};

const LEVELS: Readonly<Record<Catalogue, string>> = {
  functional: '类3位、款5位、项7位数字',
  deptEconomic: '类3位、款5位数字',
  govEconomic: '类3位、款5位数字',
  revenue: '类3位、款5位、项7位、目9位数字',
  procurement: '字母A、B、C加2到8位数字',
};

/** How far down the heading row is looked for: titles and notes stand above it. */
const HEADING_SEARCH = 20;

/** @param rows cells as text, row by row from the top of the sheet */
export function codesFromRows(rows: readonly (readonly string[])[], catalogue: Catalogue, fromYear: number): CodeRows {
  const heading = findHeading(rows);
  if (heading === null) {
    return {
      codes: [],
      problems: [{ row: 1, reason: '没有找到表头，需要有“编码”（或“类”“款”“项”）和“名称”两栏。' }],
      notes: [],
    };
  }
  const codes = new Map<string, UserCodeLike>();
  const problems: CodeRowProblem[] = [];
  const notes: CodeRowProblem[] = [];
  const upper: UpperCodes = { class: '', section: '' };
  rows.slice(heading.row + 1).forEach((cells, index) => {
    const row = heading.row + index + 2;
    const cell = (column: Column): string => (cells[heading.columns.get(column) ?? -1] ?? '').trim();
    const code = cell('code').replaceAll(/\s/g, '') || joinedCode(cell, upper);
    const name = cell('name').replaceAll(/\s+/g, ' ');
    if (code === '' && name === '') return;
    const reason = rowReason(catalogue, code, name, codes.get(code));
    if (reason !== null) {
      problems.push({ row, reason });
      return;
    }
    const current = currentName(name);
    if (current !== null) notes.push({ row, reason: `“${name}”是旧名，现行名称是“${current}”。` });
    codes.set(code, {
      catalogue,
      fromYear,
      code,
      name,
      govIfAdministrative: govCode(cell('govIfAdministrative')),
      govIfInstitution: govCode(cell('govIfInstitution')),
    });
  });
  return { codes: [...codes.values()], problems, notes };
}

function findHeading(
  rows: readonly (readonly string[])[],
): { row: number; columns: ReadonlyMap<Column, number> } | null {
  for (let row = 0; row < Math.min(rows.length, HEADING_SEARCH); row += 1) {
    const columns = new Map<Column, number>();
    (rows[row] ?? []).forEach((cell, at) => {
      const text = cell.replaceAll(/\s/g, '');
      const column = HEADINGS.find(([, pattern]) => pattern.test(text))?.[0];
      if (column !== undefined && !columns.has(column)) columns.set(column, at);
    });
    if (columns.has('name') && (columns.has('code') || columns.has('class'))) return { row, columns };
  }
  return null;
}

interface UpperCodes {
  class: string;
  section: string;
}

/** 类, 款, 项 in three columns: printed lists leave out what the row above already said. */
function joinedCode(cell: (column: Column) => string, upper: UpperCodes): string {
  const [top, section, item] = [cell('class'), cell('section'), cell('item')];
  if (top !== '') {
    upper.class = top;
    upper.section = '';
  }
  if (section !== '') upper.section = section.padStart(2, '0');
  if (top === '' && section === '' && item === '') return '';
  return `${upper.class}${upper.section}${item === '' ? '' : item.padStart(2, '0')}`;
}

function rowReason(catalogue: Catalogue, code: string, name: string, before: UserCodeLike | undefined): string | null {
  if (code === '') return `“${name}”没有编码。`;
  if (!DIGITS[catalogue].test(code)) return `编码“${code.slice(0, 20)}”不对，应为${LEVELS[catalogue]}。`;
  if (name === '') return `编码“${code}”没有名称。`;
  if (name.length > 100) return `编码“${code}”的名称超过100个字。`;
  return before === undefined ? null : `编码“${code}”在前面已经有了（“${before.name}”）。`;
}

/** Mapping columns may hold the code alone or code and name; anything else maps nothing. */
function govCode(cell: string): string | null {
  return /^([0-9]{5})(?![0-9])/.exec(cell)?.[1] ?? null;
}
