/** Telling records from titles, subtotals and blanks in a sheet that people made for their eyes. */
import type { Cells, Header, Uses } from './header.ts';
import { isNothing } from './read-cell.ts';
import { squeeze } from './text.ts';

export type RowKind = 'record' | 'header' | 'title' | 'subtotal' | 'blank' | 'nil' | 'example';

/** Why a row is left out unless the user ticks it. */
export const KIND_REASONS: Readonly<Record<Exclude<RowKind, 'record'>, string>> = {
  header: '表头',
  title: '标题或说明',
  subtotal: '合计、小计，计入会重复',
  blank: '空行',
  nil: '没有金额',
  example: '示例行',
};

/** Mark of the example row of our own templates, in the column behind the last field. */
export const EXAMPLE_MARK = '示例行，导入时自动忽略';

const TOTAL = /^(总计|合计|小计|共计|累计|总合计|本页合计|本页小计|部门合计|单位合计|.{0,30}(合计|小计|总计))[:：]?$/;
const NOTE = /^(注|备注|说明|填表人|制表人|制表|审核|单位负责人|负责人|填报日期|单位名称|编制单位|单位)[:：]/;

/** The code in a cell that begins with one, e.g. `208社会保障`, `[208]…`. */
const digitsOf = (text: string) => /^[[(]?(\d{3,9})(?!\d)/.exec(squeeze(text))?.[1] ?? null;

/**
 * Classifies every row of a block. A row whose code is the beginning of the next row's code is the subtotal of a
 * code tree (208 before 2080505); counting it would count the money twice.
 */
export function rowKinds(cells: Cells, header: Header): RowKind[] {
  const lastHeader = header.rows.at(-1) ?? -1;
  const headerTexts = new Set(header.rows.map((row) => (cells[row] ?? []).map(squeeze).join('\t')));
  const amounts = header.uses.flatMap((use, column) => (use?.field === 'amount' ? [column] : []));
  const notes = new Set(header.uses.flatMap((use, column) => (use?.field === 'note' ? [column] : [])));
  const kinds = cells.map((row, index): RowKind => {
    const first = row.find((cell) => cell.trim() !== '');
    if (first === undefined) return 'blank';
    if (index <= lastHeader) return header.own || header.rows.includes(index) ? 'header' : 'title';
    if (row.some((cell) => cell === EXAMPLE_MARK)) return 'example';
    if (header.rows.length > 0 && (headerTexts.has(row.map(squeeze).join('\t')) || isColumnNumbers(row)))
      return 'header';
    if (row.some((cell, column) => !notes.has(column) && cell.length < 40 && TOTAL.test(squeeze(cell))))
      return 'subtotal';
    if (NOTE.test(squeeze(first)) && isLone(row)) return 'title';
    if (!hasRecord(row, header.uses)) return 'title';
    return amounts.length > 0 && amounts.every((column) => isNothing(row[column] ?? '')) ? 'nil' : 'record';
  });
  markTree(cells, header.uses, kinds);
  return kinds;
}

/** Marks the inner nodes of a code tree as subtotals. */
function markTree(cells: Cells, uses: Uses, kinds: RowKind[]): void {
  const columns = uses.flatMap((use, column) => (use?.field === 'functional' ? [column] : []));
  const economic = uses.flatMap((use, column) => (use?.field === 'deptEconomic' ? [column] : []));
  const tree = columns.length > 0 ? columns : economic;
  if (tree.length === 0) return;
  let next: string | null = null;
  for (let index = cells.length - 1; index >= 0; index--) {
    if (kinds[index] !== 'record' && kinds[index] !== 'nil') continue;
    const code = digitsOf(joinedCode(tree.map((column) => cells[index]?.[column] ?? '')));
    if (code !== null && next !== null && next.length > code.length && next.startsWith(code)) kinds[index] = 'subtotal';
    next = code;
  }
}

/** The columns 类, 款, 项 as one code: `208`, `5`, `05` → 2080505. A single column stays as it is. */
export function joinedCode(parts: readonly string[]): string {
  return parts
    .map((part, place) => {
      const digits = squeeze(part);
      return place > 0 && /^\d$/.test(digits) ? `0${digits}` : parts.length > 1 ? digits : part;
    })
    .join('');
}

/** The line below a head that numbers the columns: 栏次 1 2 3 =2+3. */
function isColumnNumbers(row: readonly string[]): boolean {
  const filled = row.map(squeeze).filter((cell) => cell !== '');
  const numbers = filled.filter((cell) => /^\d{1,2}(=[\d+\-*/]+)?$/.test(cell));
  if (numbers.length < 2 || filled.length - numbers.length > 1) return false;
  const values = numbers.map((cell) => Number.parseInt(cell, 10));
  return values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
}

const isLone = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length <= 2;

/** A record fills a column that is used; a lone text across a merged row is a title. */
function hasRecord(row: readonly string[], uses: Uses): boolean {
  const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  if (filled.length === 1 && uses.filter((use) => use !== null).length > 2) {
    return uses[filled[0] ?? -1]?.field === 'amount';
  }
  return filled.some((column) => (uses[column] ?? null) !== null);
}
