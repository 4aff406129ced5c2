/**
 * 表10 laid across: 出国、接待、公车 beside each other as heads, one row for the unit, for each unit or for each fund. Which
 * column is which row of the form is read off the heads; last year's columns are left alone.
 */
import { squeeze } from '../intake/text.ts';
import type { AmountUnit } from '../money/parse.ts';
import { type FoundRow, figureKey } from './found.ts';
import type { HeadBlock } from './head-block.ts';
import { HEADS } from './heads.ts';
import type { ColumnMatch } from './match-columns.ts';
import { bodyOf, type TableReading } from './read-table.ts';
import { FIXED_ROWS, ITEM_WORDS, TOTAL_WORDS } from './row-words.ts';
import type { Segment } from './segments.ts';
import type { GridBook } from './sheet.ts';
import { SheetFigures } from './sheet-figures.ts';
import { headKey, rowKey, yearIn } from './text.ts';

/** The table that is published this way, too. */
export const SIDEWAYS_TABLE = 10;

/** Columns of the sheet by the row of the form that stands there. */
export type Sideways = ReadonlyMap<number, string>;

const ITEM_ORDER = (FIXED_ROWS[`${SIDEWAYS_TABLE}|0`] ?? []).map(({ key }) => key);

/** Fewer items beside each other are no table laid across. */
const LEAST_ITEMS = 3;
/** Columns of other figures than this year's budget. */
const OTHER_FIGURES = /上年|去年|决算|执行|增减|比例|占比/;

/** @returns null where the heads are those of another table, or of this one as it usually stands */
export function sidewaysOf({ paths }: HeadBlock, year: number): Sideways | null {
  const columns = [...paths].flatMap(([column, path]) => {
    const isOther = path.some((text) => OTHER_FIGURES.test(text) || !(yearOf(text) === null || yearOf(text) === year));
    const key = isOther ? null : itemOf(path);
    return key === null ? [] : [{ column, key }];
  });
  const items = new Set(columns.map(({ key }) => key));
  items.delete('total');
  if (items.size < LEAST_ITEMS) return null;
  // Of two columns for one item the right one is this year's.
  return new Map([...new Map(columns.map(({ column, key }) => [key, column]))].map(([key, column]) => [column, key]));
}

function yearOf(text: string): number | null {
  const [bare] = /^(?:19|20)\d\d$/.exec(squeeze(text)) ?? [];
  return bare === undefined ? yearIn(text) : Number.parseInt(bare, 10);
}

/** The row of the form that a column's heads name, the lowest first; 小计 is that of the head above it. */
function itemOf(path: readonly string[]): string | null {
  const keys = path.map(headKey).filter((key) => key !== '');
  for (const [at, key] of [...keys.entries()].reverse()) {
    const item = ITEM_WORDS.get(key);
    if (item !== undefined) return item;
    const isTotal = TOTAL_WORDS.includes(key) || key === '小计';
    if (!isTotal) continue;
    const above = ITEM_WORDS.get(keys[at - 1] ?? '');
    return above ?? 'total';
  }
  return null;
}

/** The columns as the window shows them: each holds the total of its item. */
export function sidewaysColumns(segment: Segment, sideways: Sideways): readonly ColumnMatch[] {
  const first = Math.min(...sideways.keys());
  const names = [...segment.heads.paths.keys()].filter((column) => column < first);
  const name = names.at(-1);
  return [
    ...(name === undefined ? [] : [{ column: name, slot: '0.name', how: 'exact' as const }]),
    ...[...sideways.keys()].map((column) => ({ column, slot: '0.total', how: 'exact' as const })),
  ];
}

/** @param money what figures without a unit are in */
export function readSideways(segment: Segment, sideways: Sideways, money: AmountUnit, book: GridBook): TableReading {
  const { lines, notes } = bodyOf(segment);
  const first = Math.min(...sideways.keys());
  const rows = lines.flatMap(({ row, cells }) => {
    if (!cells.some(({ column, cell }) => sideways.has(column) && cell.text.trim() !== '')) return [];
    const label = cells.findLast(({ column, cell }) => column < first && cell.kind === 'text')?.cell.text ?? '';
    return [{ row, fund: fundOf(label), isTotal: TOTAL_WORDS.includes(rowKey(label)) }];
  });
  const total = rows.find(({ isTotal }) => isTotal);
  const sheet = book.sheets[segment.sheet];
  if (sheet === undefined) throw new RangeError('no such sheet');
  const figures = new SheetFigures(book, sheet, money);
  for (const { row, fund } of rows) {
    // A total stands for the rows of units below it.
    if (fund === null && total !== undefined && row !== total.row) continue;
    for (const [column, key] of sideways) figures.take(row, column, figureKey(0, key, `0.${fund ?? 'total'}`));
  }
  const head = segment.heads.rows.at(-1) ?? 0;
  // As the form has them: beside each other they have no order of rows.
  const inOrder = [...sideways].sort(([, one], [, other]) => ITEM_ORDER.indexOf(one) - ITEM_ORDER.indexOf(other));
  const found = inOrder.map(([column, key]): FoundRow => {
    const label = segment.heads.paths.get(column)?.at(-1) ?? '';
    const name = key === 'total' ? '合计' : label;
    return {
      row: head,
      block: 0,
      outcome: { kind: 'row', key, code: '', label: name },
      texts: { code: '', name, gov: '' },
    };
  });
  return { rows: found, notes, unitTotals: new Map(), ...figures.reading() };
}

/** The fund that a row is about, where rows are funds. */
function fundOf(label: string): 'general' | 'fund' | 'capital' | null {
  const key = headKey(label);
  return (['general', 'fund', 'capital'] as const).find((concept) => HEADS[concept].includes(key)) ?? null;
}
