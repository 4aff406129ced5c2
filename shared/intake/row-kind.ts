/** Telling records from titles, subtotals and blanks in a sheet that people made for their eyes. */
import type { Cells, ColumnUse, Header } from './header.ts';
import { squeeze } from './text.ts';

export type RowKind = 'record' | 'header' | 'title' | 'subtotal' | 'blank';

const TOTAL = /^(总计|合计|小计|共计|累计|总合计|本页合计|本页小计|部门合计|单位合计|.{0,30}(合计|小计|总计))$/;
const NOTE = /^(注|备注|说明|填表人|制表人|制表|审核|单位负责人|负责人|填报日期|单位名称|编制单位|单位)[:：]/;

const digitsOf = (text: string) =>
  /^\d{3,9}$/.exec(
    squeeze(text)
      .replace(/^[[(]|[\])].*$/g, '')
      .match(/^\d+/)?.[0] ?? '',
  )?.[0] ?? null;

/**
 * Classifies every row of a block. A row whose code is the beginning of the next row's code is the subtotal of a
 * code tree (208 before 2080505); counting it would count the money twice.
 */
export function rowKinds(cells: Cells, header: Header): readonly RowKind[] {
  const lastHeader = header.rows.at(-1) ?? -1;
  const headerTexts = new Set(header.rows.map((row) => (cells[row] ?? []).map(squeeze).join('\t')));
  const codeColumn = header.uses.findIndex((use) => use?.field === 'functional' || use?.field === 'deptEconomic');
  const codes = cells.map((row) => (codeColumn < 0 ? null : digitsOf(row[codeColumn] ?? '')));
  return cells.map((row, index) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    const first = filled[0];
    if (first === undefined) return 'blank';
    if (index <= lastHeader) return header.rows.includes(index) ? 'header' : 'title';
    if (headerTexts.has(row.map(squeeze).join('\t'))) return 'header';
    if (row.some((cell) => TOTAL.test(squeeze(cell)))) return 'subtotal';
    if (NOTE.test(squeeze(first))) return 'title';
    if (!hasRecord(row, header.uses)) return 'title';
    const code = codes[index] ?? null;
    const next = codes[index + 1] ?? null;
    if (code !== null && next !== null && next.length > code.length && next.startsWith(code)) return 'subtotal';
    return 'record';
  });
}

/** A record fills a column that is used; a lone text across a merged row is a title. */
function hasRecord(row: readonly string[], uses: readonly (ColumnUse | null)[]): boolean {
  const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  if (filled.length === 1 && uses.filter((use) => use !== null).length > 2) {
    return uses[filled[0] ?? -1]?.field === 'amount';
  }
  return filled.some((column) => (uses[column] ?? null) !== null);
}
