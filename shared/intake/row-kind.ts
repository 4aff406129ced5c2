/** Telling records from titles, subtotals and blanks in a sheet that people made for their eyes. */
import type { Cells, ColumnUse, Header, Uses } from './header.ts';
import { isNothing } from './read-cell.ts';
import { isBlank, squeeze } from './text.ts';

export type RowKind = 'record' | 'header' | 'title' | 'subtotal' | 'blank' | 'nil' | 'example';

/** Why a row is left out unless the user ticks it. */
export const KIND_REASONS: Readonly<Record<Exclude<RowKind, 'record'>, string>> = {
  header: '表头',
  title: '标题或说明',
  subtotal: '合计、小计，不计入',
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
  const { rows: heads, uses } = header;
  const lastHead = heads.at(-1) ?? -1;
  const headTexts = heads.map((row) => (cells[row] ?? []).map(squeeze));
  const amounts = uses.flatMap((use, column) => (use?.field === 'amount' ? [column] : []));
  const used = uses.filter((use) => use !== null).length;
  const kindOf = (row: readonly string[], index: number): RowKind => {
    const first = row.findIndex((cell) => !isBlank(cell));
    if (first < 0) return 'blank';
    if (index <= lastHead) return header.own || heads.includes(index) ? 'header' : 'title';
    if (row.includes(EXAMPLE_MARK)) return 'example';
    if (heads.length > 0 && (headTexts.some((head) => isSameHead(row, head)) || isColumnNumbers(row))) return 'header';
    if (row.some((cell, column) => isTotal(cell) && uses[column]?.field !== 'note')) return 'subtotal';
    if (isNote(row[first] ?? '') && isLone(row)) return 'title';
    if (!hasRecord(row, uses, used)) return 'title';
    return amounts.length > 0 && amounts.every((column) => isNothing(row[column] ?? '')) ? 'nil' : 'record';
  };
  const kinds = cells.map(kindOf);
  markTree(cells, uses, kinds);
  return kinds;
}

// Each test looks at a sign that is rare among records before it goes on: sheets may have 100,000 rows.
const isTotal = (cell: string) => cell.includes('计') && cell.length < 40 && TOTAL.test(squeeze(cell));
const isNote = (cell: string) => /[:：]/.test(cell) && NOTE.test(squeeze(cell));

/** A header repeated at the top of each printed page. */
function isSameHead(row: readonly string[], head: readonly string[]): boolean {
  return row.length === head.length && row.every((cell, column) => squeeze(cell) === head[column]);
}

/** Marks the inner nodes of a code tree as subtotals. */
function markTree(cells: Cells, uses: Uses, kinds: RowKind[]): void {
  const columns = uses.flatMap((use, column) => (use?.field === 'functional' ? [column] : []));
  const economic = uses.flatMap((use, column) => (use?.field === 'deptEconomic' ? [column] : []));
  const tree = columns.length > 0 ? columns : economic;
  if (tree.length === 0) return;
  // A whole code has nothing below it: a longer one beneath is mistyped.
  const whole = columns.length > 0 ? 7 : 5;
  const codes = new Map<string, string | null>();
  const codeOf = (row: readonly string[]) => {
    const text = tree.length === 1 ? (row[tree[0] ?? -1] ?? '') : joinedCode(tree.map((column) => row[column] ?? ''));
    const known = codes.get(text);
    if (known !== undefined) return known;
    const code = digitsOf(text);
    codes.set(text, code);
    return code;
  };
  let next: string | null = null;
  for (let index = cells.length - 1; index >= 0; index--) {
    if (kinds[index] !== 'record' && kinds[index] !== 'nil') continue;
    const code = codeOf(cells[index] ?? []);
    if (code !== null && next !== null && code.length < whole && next.length > code.length && next.startsWith(code)) {
      kinds[index] = 'subtotal';
    }
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
export function isColumnNumbers(row: readonly string[]): boolean {
  let others = 0;
  let numbers = 0;
  let last = 0;
  for (const cell of row) {
    if (cell.length > 12) return false;
    if (isBlank(cell)) continue;
    const digits = /^(\d{1,2})(=[\d+\-*/]+)?$/.exec(squeeze(cell))?.[1];
    // One cell may say 栏次; a row of records is known by its second cell that is no number.
    if (digits === undefined) others += 1;
    else {
      const value = Number.parseInt(digits, 10);
      if (numbers > 0 && value !== last + 1) return false;
      last = value;
      numbers += 1;
    }
    if (others > 1) return false;
  }
  return numbers >= 2;
}

const isLone = (row: readonly string[]) => row.filter((cell) => !isBlank(cell)).length <= 2;

/**
 * A record fills a column that is used; a lone text across a merged row is a title.
 * @param used how many columns are used
 */
function hasRecord(row: readonly string[], uses: Uses, used: number): boolean {
  let filled = 0;
  let last: ColumnUse | null = null;
  let any = false;
  for (let column = 0; column < row.length; column += 1) {
    if (isBlank(row[column] ?? '')) continue;
    filled += 1;
    last = uses[column] ?? null;
    any ||= last !== null;
  }
  return filled === 1 && used > 2 ? last?.field === 'amount' : any;
}
