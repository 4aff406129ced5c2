/** Reads one table: its rows by what they say, its figures by their columns. */
import type { CodeBook } from '../codes/code-book.ts';
import { joinedCode } from '../intake/row-kind.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { BlockSpec, TableSpec } from '../tables/spec.ts';
import { type ReadFigure, readFigure } from './figures.ts';
import { fixedRows } from './fixed-rows.ts';
import { type FoundFigure, type FoundRow, figureKey, type OddCell } from './found.ts';
import { isNumbersLine } from './head-block.ts';
import { type Line, textOf } from './lines.ts';
import type { ColumnMatch } from './match-columns.ts';
import { labelOf, type RowOutcome, type RowTexts } from './row-types.ts';
import { FIXED_ROWS, TOTAL_WORDS } from './row-words.ts';
import type { Segment } from './segments.ts';
import { cellAt, type GridBook, type GridSheet, isColumnHidden } from './sheet.ts';
import type { Slot } from './slots.ts';
import { headKey } from './text.ts';
import { isNote, tableOfLabel, tableOfTitle } from './title.ts';
import { treeRows } from './tree-rows.ts';
import { unitRows } from './unit-rows.ts';

export interface TableReading {
  readonly rows: readonly FoundRow[];
  readonly figures: ReadonlyMap<string, FoundFigure>;
  readonly unitTotals: ReadonlyMap<number, number>;
  readonly odd: readonly OddCell[];
  readonly decimals: number;
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export interface ReadingContext {
  readonly book: GridBook;
  readonly codes: CodeBook;
  /** Squeezed names of units that the workbook names. */
  readonly units: ReadonlySet<string>;
}

interface Side {
  readonly block: number;
  /** Columns of the side's slots by concept; several for a code in pieces. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

/** @param matches which column holds what; @param money what figures without a unit are in */
export function readTable(
  spec: TableSpec,
  segment: Segment,
  slots: readonly Slot[],
  matches: readonly ColumnMatch[],
  money: AmountUnit,
  context: ReadingContext,
): TableReading {
  const sheet = context.book.sheets[segment.sheet];
  if (sheet === undefined) throw new RangeError('no such sheet');
  const { lines, notes } = bodyOf(segment);
  const amounts = matches.flatMap(({ column, slot }) => {
    const found = slots.find(({ id, kind }) => id === slot && kind === 'amount');
    return found === undefined ? [] : [{ column, slot: found }];
  });
  const read = figureReader(context.book, sheet, money);
  const totals = new Set<number>();
  const unitTotals = new Map<number, number>();
  const rows = spec.blocks.flatMap((block, index) => {
    const side = sideOf(index, slots, matches);
    const first = amounts.find(({ slot }) => slot.block === index)?.column ?? null;
    const texts = lines.map((line) => {
      const own = rowTexts(line, side, context, sheet, first === null ? null : read(line.row, first));
      // The total of the right side often has no name of its own.
      return totals.has(line.row) && labelOf(own) === '' ? { ...own, name: TOTAL_WORDS[0] ?? '' } : own;
    });
    return outcomes(spec, block, index, texts, context).map((outcome, at): FoundRow => {
      const { row = 0, code = '', name = '', gov = '', total = 0 } = texts[at] ?? {};
      if (outcome.kind === 'row' && outcome.key === 'total') totals.add(row);
      if (outcome.kind === 'unit') unitTotals.set(row, total ?? 0);
      return { row, block: index, outcome, texts: { code, name, gov } };
    });
  });
  return { rows, notes, unitTotals, ...figuresOf(rows, amounts, read, sheet, money) };
}

/** The rows of the body without repeated heads and titles, column numbers and remarks. */
function bodyOf({ body, heads, lines }: Segment): { lines: readonly Line[]; notes: TableReading['notes'] } {
  const notes: { row: number; column: number; text: string }[] = [];
  const headTexts = new Set(
    lines
      .filter(({ row }) => heads.rows.includes(row))
      .map(({ cells }) => cells.map(({ cell }) => headKey(cell.text)).join('|')),
  );
  const kept = body.filter((line) => {
    const first = line.cells[0];
    if (first === undefined || isNumbersLine(line)) return false;
    const { column, cell } = first;
    if (line.cells.length <= 2 && (isNote(cell.text) || /^[(（]?.{0,6}(?:无数据|空表)/.test(cell.text))) {
      notes.push({ row: line.row, column, text: cell.text.trim() });
      return false;
    }
    if (line.cells.length <= 3 && line.cells.every((each) => each.cell.kind !== 'number')) {
      if (tableOfTitle(cell.text) !== null || tableOfLabel(cell.text) !== null || /^[(（]?续/.test(cell.text))
        return false;
      if (/^(?:金额)?(?:单位|部门)(?:名称)?[:：]/.test(cell.text.trim())) return false;
    }
    return !headTexts.has(line.cells.map((each) => headKey(each.cell.text)).join('|'));
  });
  return { lines: kept, notes };
}

function sideOf(block: number, slots: readonly Slot[], matches: readonly ColumnMatch[]): Side {
  const columns = new Map<string, number[]>();
  for (const { column, slot } of matches) {
    const found = slots.find(({ id, kind }) => id === slot && kind === 'key');
    if (found?.block !== block) continue;
    const list = columns.get(found.concept) ?? [];
    list.push(column);
    columns.set(found.concept, list);
  }
  return { block, columns };
}

function rowTexts(
  line: Line,
  { columns }: Side,
  { book }: ReadingContext,
  sheet: GridSheet,
  total: ReadFigure | null,
): RowTexts {
  const text = (concept: string) => textOf(line, columns.get(concept)?.[0] ?? -1);
  const codeParts = (columns.get('code') ?? []).map((column) => textOf(line, column));
  const nameColumn = columns.get('name')?.[0] ?? columns.get('code')?.[0] ?? -1;
  const cell = cellAt(sheet, line.row, nameColumn);
  const style = book.styles[cell?.style ?? 0];
  const blanks = /^[\s\u3000]*/.exec(cell?.text ?? '')?.[0].length ?? 0;
  return {
    row: line.row,
    code: codeParts.length > 1 ? joinedCode(codeParts.filter((part) => part.trim() !== '')) : (codeParts[0] ?? ''),
    name: text('name'),
    gov: text('gov'),
    unit: text('unit'),
    indent: (style?.indent ?? 0) + blanks,
    bold: style?.bold ?? false,
    total: total === null ? 0 : total.fen,
  };
}

function outcomes(
  spec: TableSpec,
  block: BlockSpec,
  index: number,
  texts: readonly RowTexts[],
  { codes, units }: ReadingContext,
): readonly RowOutcome[] {
  const sources = block.sections.flat();
  const tree = sources.find((source) => source.kind === 'tree');
  if (tree !== undefined) return treeRows(texts, { dimension: tree.dimension, digits: tree.digits, codes, units });
  const own = sources.find((source) => source.kind === 'units');
  if (own !== undefined) return unitRows(texts, own.projects === true, units);
  const words = FIXED_ROWS[`${spec.no}|${index}`] ?? [];
  return fixedRows(
    texts,
    words,
    sources.some(({ kind }) => kind === 'classes'),
    codes,
  );
}

/** Decimals of figures that do not say how many they have. */
const LEAST_DECIMALS: Readonly<Record<AmountUnit, number>> = { yuan: 0, wan: 2 };

type Reader = (row: number, column: number) => ReadFigure;

function figureReader(book: GridBook, sheet: GridSheet, money: AmountUnit): Reader {
  return (row, column) => {
    const cell = cellAt(sheet, row, column);
    return readFigure(cell, book.styles[cell?.style ?? 0]?.format ?? '', money);
  };
}

type Amounts = readonly { readonly column: number; readonly slot: Slot }[];

function figuresOf(
  rows: readonly FoundRow[],
  amounts: Amounts,
  read: Reader,
  sheet: GridSheet,
  money: AmountUnit,
): Pick<TableReading, 'figures' | 'odd' | 'decimals'> {
  const figures = new Map<string, FoundFigure>();
  const odd: OddCell[] = [];
  const decimals: number[] = [];
  const hiddenColumns = new Set(
    amounts.filter(({ column }) => isColumnHidden(sheet, column)).map(({ column }) => column),
  );
  for (const { row, block, outcome } of rows) {
    if (outcome.kind === 'blank') continue;
    for (const { column, slot } of amounts) {
      if (slot.block !== block) continue;
      const figure = read(row, column);
      const cell = cellAt(sheet, row, column);
      const note = (kind: OddCell['kind'], reason = '') => odd.push({ row, column, kind, reason });
      if (figure.problem !== null) note('unreadable', figure.problem);
      else if (figure.asText) note('text');
      if (cell !== undefined && (sheet.hidden || sheet.rows[row]?.hidden === true || hiddenColumns.has(column)))
        note('hidden');
      if (cell !== undefined && figure.fen !== null && figure.fen !== 0) {
        decimals.push(figure.decimals ?? decimalsOf(cell.text, money));
      }
      if (outcome.kind === 'row') add(figures, figureKey(block, outcome.key, slot.id), row, column, figure.fen);
    }
  }
  return { figures, odd, decimals: usual(decimals, money) };
}

/** A number without a format of its own shows what it has; 12.5 among figures in 万元 is 12.50. */
const decimalsOf = (text: string, money: AmountUnit): number =>
  Math.max(text.split('.')[1]?.length ?? 0, LEAST_DECIMALS[money]);

/** The number of decimals that most figures have: a single cell that shows more says nothing about the others. */
function usual(decimals: readonly number[], money: AmountUnit): number {
  const counts = new Map<number, number>();
  for (const each of decimals) counts.set(each, (counts.get(each) ?? 0) + 1);
  const sorted = [...counts].sort(([left, a], [right, b]) => b - a || left - right);
  return sorted[0]?.[0] ?? LEAST_DECIMALS[money];
}

/** Rows of the same key are added up: parts of one fund, a code under several units. */
function add(figures: Map<string, FoundFigure>, key: string, row: number, column: number, amount: Fen | null): void {
  const before = figures.get(key);
  if (before === undefined) figures.set(key, { cells: [{ row, column }], fen: amount });
  else {
    const sum = before.fen === null || amount === null ? Number.NaN : before.fen + amount;
    figures.set(key, { cells: [...before.cells, { row, column }], fen: Number.isSafeInteger(sum) ? fen(sum) : null });
  }
}
