/** Where on a sheet tables stand: from a title down to the next one; a sheet without titles is one piece. */
import { squeeze } from '../intake/text.ts';
import type { AmountUnit } from '../money/parse.ts';
import { beginsTable, type HeadBlock, headBlock } from './head-block.ts';
import { type Line, linesOf, Merges } from './lines.ts';
import { type GridBook, type GridSheet, wholeSheet } from './sheet.ts';
import { yearIn } from './text.ts';
import { tableOfLabel, tableOfSheetName, tableOfTitle } from './title.ts';

/** A text with its place on the sheet. */
export interface Placed<T> {
  readonly value: T;
  readonly row: number;
  readonly column: number;
}

export interface Segment {
  /** `sheet:row`, by which the user's corrections name it. */
  readonly id: string;
  readonly sheet: number;
  readonly title: Placed<string> | null;
  /** Number of the table its title names, or null. */
  readonly titled: number | null;
  /** Number by form label or the sheet's name: a weak sign, since forms are numbered differently. */
  readonly numbered: number | null;
  readonly heads: HeadBlock;
  /** Filled rows of the piece below the heads. */
  readonly body: readonly Line[];
  /** All filled rows of the piece. */
  readonly lines: readonly Line[];
  readonly formLabel: Placed<string> | null;
  readonly unitName: Placed<string> | null;
  /** `other`: a unit of money that this program does not read, such as 千元. */
  readonly money: Placed<AmountUnit | 'other'> | null;
  readonly year: Placed<number> | null;
}

/** More pieces than any workbook of published tables has; the rest is not looked at. */
const MOST_SEGMENTS = 200;
/** Rows above a title that belong to it: form label, 单位名称. */
const ABOVE_TITLE = 3;

/**
 * The pieces of all sheets, in the order of the workbook. Cover sheets and indexes have none.
 * @param named ids of pieces that the user has spoken about: a sheet that seems to have none is then one piece
 */
export function segmentsOf(book: GridBook, named: ReadonlySet<string>): readonly Segment[] {
  const all = book.sheets.flatMap((sheet, index) => {
    const found = segmentsOfSheet(sheet, index);
    const lines = found.length > 0 || !named.has(wholeSheet(index)) ? [] : linesOf(sheet);
    const whole = lines.length === 0 ? [] : [segmentOf(sheet, index, new Merges(sheet), lines, null)];
    return [...found, ...whole.map((segment) => ({ ...segment, id: wholeSheet(index) }))];
  });
  return all.slice(0, MOST_SEGMENTS);
}

function segmentsOfSheet(sheet: GridSheet, index: number): readonly Segment[] {
  const lines = linesOf(sheet);
  const merges = new Merges(sheet);
  const titles = titleLines(lines);
  // Titles right below each other, without heads between them, are a list of contents.
  const pieces = titles.flatMap((at, place) => {
    const start = startOf(lines, at, titles[place - 1] ?? -1);
    const end = titles[place + 1] === undefined ? lines.length : startOf(lines, titles[place + 1] ?? 0, at);
    return splitAtHeads(sheet, index, merges, lines.slice(start, end), lines[at] ?? null);
  });
  const tables = pieces.filter(({ heads }) => heads.rows.length > 0);
  if (tables.length > 0) return tables;
  if (titles.length > 1 || lines.length < 3 || isContents(lines)) return [];
  const whole = splitAtHeads(sheet, index, merges, lines, lines[titles[0] ?? -1] ?? null);
  return whole.some(({ heads }) => heads.rows.length > 0) || hasFigures(lines) ? whole : [];
}

/** A list of the tables' titles, with their numbers or without. */
function isContents(lines: readonly Line[]): boolean {
  const named = lines.filter(({ cells }) =>
    cells.some(({ cell }) => cell.kind === 'text' && tableOfTitle(cell.text) !== null),
  );
  return named.length >= 4;
}

/** A piece, and those below it whose titles are not known: other heads begin another table. */
function splitAtHeads(
  sheet: GridSheet,
  index: number,
  merges: Merges,
  lines: readonly Line[],
  title: Line | null,
): readonly Segment[] {
  const found: Segment[] = [];
  let rest = lines;
  let own = title;
  while (found.length < MOST_SEGMENTS) {
    const segment = segmentOf(sheet, index, merges, rest, own);
    const { heads, body } = segment;
    const next = heads.rows.length === 0 ? undefined : body.slice(1).find((line) => beginsTable(line, heads));
    const at = next === undefined ? -1 : startOfHeads(rest, rest.indexOf(next), heads);
    if (at <= 0) return [...found, segment];
    found.push(segmentOf(sheet, index, merges, rest.slice(0, at), own));
    rest = rest.slice(at);
    own = null;
  }
  return found;
}

/** Rows of a single text above heads are the title and the like. */
function startOfHeads(lines: readonly Line[], head: number, before: HeadBlock): number {
  let start = head;
  while (start > 1 && head - start < ABOVE_TITLE) {
    const above = lines[start - 1];
    const isAlone =
      above !== undefined && above.cells.length <= 2 && above.cells.every(({ cell }) => cell.kind === 'text');
    if (!isAlone || before.rows.includes(above.row)) break;
    start -= 1;
  }
  return start;
}

/** Places of the rows that begin another table than the one before: a repeated title is the next page of the same. */
function titleLines(lines: readonly Line[]): readonly number[] {
  const found: number[] = [];
  let current: number | null = null;
  for (const [at, line] of lines.entries()) {
    const no = titledAs(line);
    if (no === null || no === current) continue;
    current = no;
    found.push(at);
  }
  return found;
}

function titledAs(line: Line): number | null {
  if (line.cells.length > 4 || line.cells.some(({ cell }) => cell.kind === 'number')) return null;
  for (const { cell } of line.cells) {
    const no = cell.kind === 'text' ? tableOfTitle(cell.text) : null;
    if (no !== null) return no;
  }
  return null;
}

/** A form label and the like above a title belong to it, not to the table before. */
function startOf(lines: readonly Line[], title: number, before: number): number {
  let start = title;
  while (start - 1 > before && title - start < ABOVE_TITLE) {
    const above = lines[start - 1];
    if (above === undefined || !isAboveTitle(above)) break;
    start -= 1;
  }
  return start;
}

function isAboveTitle(line: Line): boolean {
  return line.cells.every(
    ({ cell }) => tableOfLabel(cell.text) !== null || moneyIn(cell.text) !== null || unitNameIn(cell.text) !== null,
  );
}

function segmentOf(
  sheet: GridSheet,
  index: number,
  merges: Merges,
  lines: readonly Line[],
  title: Line | null,
): Segment {
  const titleAt = title === null ? -1 : lines.indexOf(title);
  const below = lines.slice(titleAt + 1);
  const heads = headBlock(below, merges.within(below[0]?.row ?? 0, below.at(-1)?.row ?? 0));
  const lastHead = heads.rows.at(-1);
  const bodyFrom = lastHead ?? title?.row ?? -1;
  const top = lines.filter(({ row }) => row <= Math.max(bodyFrom, title?.row ?? -1));
  const above = top.filter(({ row }) => heads.rows[0] === undefined || row < heads.rows[0]);
  const titled = title === null ? null : titledAs(title);
  const label = firstPlaced(above, (text) => (tableOfLabel(text) === null ? null : text.trim()));
  const titlePlaced =
    title === null ? null : firstPlaced([title], (text) => (tableOfTitle(text) === null ? null : text.trim()));
  return {
    id: `${index}:${(title ?? lines[0])?.row ?? 0}`,
    sheet: index,
    title: titlePlaced,
    titled: titled ?? tableOfTitle(sheet.name, false),
    numbered: (label === null ? null : tableOfLabel(label.value)) ?? tableOfSheetName(sheet.name),
    heads,
    body: lines.filter(({ row }) => row > bodyFrom),
    lines,
    formLabel: label,
    unitName: unitNameOf(above),
    money: firstPlaced(top, moneyIn) ?? firstPlaced(lines.slice(-3), moneyIn),
    year: firstPlaced(title === null ? top : [title], yearIn) ?? firstPlaced(top, yearIn),
  };
}

function firstPlaced<T>(lines: readonly Line[], read: (text: string) => T | null): Placed<T> | null {
  for (const { row, cells } of lines) {
    for (const { column, cell } of cells) {
      const value = cell.kind === 'text' ? read(cell.text) : null;
      if (value !== null) return { value, row, column };
    }
  }
  return null;
}

/** `单位：万元`, `金额单位:元`, `(万元)`. */
function moneyIn(text: string): AmountUnit | 'other' | null {
  const squeezed = squeeze(text);
  const [, named] =
    /单位[:：]?(?:人民币)?(万元|千元|百元|亿元|元)/.exec(squeezed) ??
    /[([](?:人民币)?(万元|千元|亿元|元)[)\]]/.exec(squeezed) ??
    [];
  if (named === undefined) return null;
  return named === '万元' ? 'wan' : named === '元' ? 'yuan' : 'other';
}

const UNIT_NAME = /^(?:编制|编报|填报|报送|预算|公开|部门)?(?:单位|部门)(?:名称)?(?:\((?:公章|盖章)\))?[:：](.*)$/;

function unitNameIn(text: string): string | null {
  const [, name] =
    UNIT_NAME.exec(squeeze(text).replace(/(?:金额)?单位[:：]?(?:人民币)?(?:万元|千元|百元|亿元|元).*$/, '')) ?? [];
  return name ?? null;
}

/** The name may stand in the cell behind its label. */
function unitNameOf(lines: readonly Line[]): Placed<string> | null {
  for (const { row, cells } of lines) {
    for (const [at, { column, cell }] of cells.entries()) {
      const name = cell.kind === 'text' ? unitNameIn(cell.text) : null;
      if (name === null) continue;
      if (name !== '') return { value: name, row, column };
      const behind = cells[at + 1];
      if (behind?.cell.kind === 'text' && moneyIn(behind.cell.text) === null) {
        return { value: squeeze(behind.cell.text), row, column: behind.column };
      }
    }
  }
  return null;
}

const hasFigures = (lines: readonly Line[]): boolean =>
  lines.some(({ cells }) => cells.some(({ cell }) => cell.kind === 'number'));
