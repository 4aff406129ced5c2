/** Finds the heads of a table and reads each column's heads from above. */
import { isColumnNumbers } from '../intake/row-kind.ts';
import { squeeze } from '../intake/text.ts';
import { HEADS, OTHER_HEADS } from './heads.ts';
import type { Line } from './lines.ts';
import { ITEM_WORDS, TOTAL_WORDS } from './row-words.ts';
import type { Area } from './sheet.ts';
import { headKey, rowKey } from './text.ts';

export interface HeadBlock {
  /** Rows of the sheet that hold heads, from above; empty when none were found. */
  readonly rows: readonly number[];
  /** Heads from above, by column of the sheet; columns without any are absent. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
}

/** Heads stand at most so many filled rows below the title. */
const SEARCHED = 12;
const MOST_HEAD_ROWS = 6;
/** Rows from one row of heads to the next; blanks may stand between. */
const MOST_GAP = 5;
/** More columns than any published table has. */
const MOST_COLUMNS = 60;

/** Items of 表10 in one row that make it a row of heads. */
const LEAST_ITEMS = 3;

const WORDS: ReadonlySet<string> = new Set([...Object.values(HEADS).flat(), ...OTHER_HEADS]);
const LONG_WORDS = [...WORDS].filter((word) => word.length >= 4);

/** Whether a text is what stands in heads. */
function isHead(text: string): boolean {
  const key = headKey(text);
  // A bare year, or a head that is all brackets; what is written for nothing, such as a dash, is neither.
  if (key === '') return /[\p{L}\p{N}]/u.test(text);
  // 单位名称：… names something.
  if (/[:：]\s*\S/.test(text)) return false;
  if (key.length > 20 || rowKey(text) !== squeeze(text).replace(/[“”"':：]/g, '')) return false;
  return WORDS.has(key) || LONG_WORDS.some((word) => key.includes(word));
}

export const isNumbersLine = (line: Line): boolean => isColumnNumbers(line.cells.map(({ cell }) => cell.text));

/** Several items of 表10 beside each other, which elsewhere stand below each other. */
const isItemsLine = ({ cells }: Line): boolean =>
  new Set(cells.flatMap(({ cell }) => ITEM_WORDS.get(headKey(cell.text)) ?? [])).size >= LEAST_ITEMS;

/** @param across heads of 表10 laid across have been found above */
function isHeadLine(line: Line, firstColumn: number | null, across = false): boolean {
  const { cells } = line;
  const first = cells[0];
  if (first === undefined || cells.some(({ cell }) => cell.kind === 'number')) return false;
  // 合计 at the left edge is the first row of figures.
  if (TOTAL_WORDS.includes(rowKey(first.cell.text)) && first.column <= (firstColumn ?? first.column)) return false;
  const withItems = across || isItemsLine(line);
  const isItem = (text: string) => withItems && ITEM_WORDS.has(headKey(text));
  const heads = cells.filter(({ cell }) => isHead(cell.text) || isItem(cell.text)).length;
  return heads >= cells.length * 0.6;
}

/** @param lines of the table, from below its title; @param merges that reach into them */
export function headBlock(lines: readonly Line[], merges: readonly Area[]): HeadBlock {
  const found: Line[] = [];
  for (const line of lines.slice(0, SEARCHED)) {
    const before = found.at(-1);
    if (isHeadLine(line, found[0]?.cells[0]?.column ?? null, found.some(isItemsLine))) {
      if (before === undefined || line.row - before.row <= MOST_GAP) found.push(line);
      if (found.length === MOST_HEAD_ROWS) break;
    } else if (before !== undefined) break;
  }
  // A single text over everything is a line of its own, not a head.
  const wide = found.some(({ cells }) => cells.length > 1);
  return wide ? { rows: found.map(({ row }) => row), paths: pathsOf(found, merges) } : { rows: [], paths: new Map() };
}

/** Whether a row begins another table: heads of several columns, other ones than those above. */
export function beginsTable(line: Line, above: HeadBlock): boolean {
  if (line.cells.length < 3 || !isHeadLine(line, 0) || isNumbersLine(line)) return false;
  const known = new Set([...above.paths.values()].flat().map(headKey));
  return line.cells.some(({ cell }) => !known.has(headKey(cell.text)));
}

function pathsOf(lines: readonly Line[], merges: readonly Area[]): ReadonlyMap<number, readonly string[]> {
  const texts = lines.map((line) => spread(line, merges));
  fillBesides(texts, lines);
  const columns = [...new Set(texts.flatMap((row) => [...row.keys()]))].sort((left, right) => left - right);
  return new Map(
    columns.slice(0, MOST_COLUMNS).map((column) => {
      const path = texts.map((row) => row.get(column)?.replace(/\s+/g, ' ').trim() ?? '');
      return [column, path.filter((text, at) => text !== '' && text !== path[at - 1])];
    }),
  );
}

/** The texts of a head row by column, a merged one in each column it covers, also from a row above. */
function spread(line: Line, merges: readonly Area[]): Map<number, string> {
  const texts = new Map(line.cells.map(({ column, cell }) => [column, cell.text]));
  for (const { top, left, right } of merges) {
    const text = top === line.row ? texts.get(left) : undefined;
    if (text === undefined) continue;
    for (let column = left; column <= Math.min(right, left + MOST_COLUMNS); column += 1) texts.set(column, text);
  }
  return texts;
}

/** An upper head that is not merged stands over the blanks beside it as far as there are lower heads. */
function fillBesides(texts: readonly Map<number, string>[], lines: readonly Line[]): void {
  for (const [at, row] of texts.slice(0, -1).entries()) {
    const below = texts[at + 1];
    if (below === undefined) continue;
    const last = lines[at + 1]?.cells.at(-1)?.column ?? -1;
    let over: string | null = null;
    for (let column = Math.min(...below.keys()); column <= Math.min(last, MOST_COLUMNS * 4); column += 1) {
      const own = row.get(column);
      if (own !== undefined) over = below.has(column) ? own : null;
      else if (over !== null && below.has(column)) row.set(column, over);
      else over = null;
    }
  }
}
