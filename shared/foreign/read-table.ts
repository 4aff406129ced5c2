/** Reads one table: its rows by what they say, its figures by their columns. */
import type { CodeBook } from '../codes/code-book.ts';
import { joinedCode } from '../intake/row-kind.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { BlockSpec, TableSpec } from '../tables/spec.ts';
import type { ReadFigure } from './figures.ts';
import { fixedRows } from './fixed-rows.ts';
import { type FoundRow, figureKey } from './found.ts';
import { isNumbersLine } from './head-block.ts';
import { type Line, textOf } from './lines.ts';
import type { ColumnMatch } from './match-columns.ts';
import { labelOf, type RowOutcome, type RowTexts } from './row-types.ts';
import { FIXED_ROWS, TOTAL_WORDS } from './row-words.ts';
import type { Segment } from './segments.ts';
import { cellAt, type GridBook, type GridSheet } from './sheet.ts';
import { type FigureReading, SheetFigures } from './sheet-figures.ts';
import type { Slot } from './slots.ts';
import { headKey } from './text.ts';
import { isNote, tableOfLabel, tableOfTitle } from './title.ts';
import { treeRows } from './tree-rows.ts';
import { unitRows } from './unit-rows.ts';

export interface TableReading extends FigureReading {
  readonly rows: readonly FoundRow[];
  readonly unitTotals: ReadonlyMap<number, number>;
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
  const figures = new SheetFigures(context.book, sheet, money);
  const totals = new Set<number>();
  const unitTotals = new Map<number, number>();
  const rows = spec.blocks.flatMap((block, index) => {
    const side = sideOf(index, slots, matches);
    const first = amounts.find(({ slot }) => slot.block === index)?.column ?? null;
    const texts = lines.map((line) => {
      const own = rowTexts(line, side, context, sheet, first === null ? null : figures.read(line.row, first));
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
  takeFigures(rows, amounts, figures);
  return { rows, notes, unitTotals, ...figures.reading() };
}

/** The rows of the body without repeated heads and titles, column numbers and remarks. */
export function bodyOf({ body, heads, lines }: Segment): { lines: readonly Line[]; notes: TableReading['notes'] } {
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

type Amounts = readonly { readonly column: number; readonly slot: Slot }[];

function takeFigures(rows: readonly FoundRow[], amounts: Amounts, figures: SheetFigures): void {
  for (const { row, block, outcome } of rows) {
    if (outcome.kind === 'blank') continue;
    for (const { column, slot } of amounts) {
      if (slot.block !== block) continue;
      figures.take(row, column, outcome.kind === 'row' ? figureKey(block, outcome.key, slot.id) : null);
    }
  }
}
