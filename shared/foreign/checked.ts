/** Found tables as the cross-checks take them, and the way back from a cell of a table to the cells of the sheet. */
import { type CheckedTable, type TableSource, tableSource } from '../checks/table-source.ts';
import type { CodeBook } from '../codes/code-book.ts';
import { type Fen, ZERO_FEN } from '../money/fen.ts';
import { tablesFor } from '../tables/index.ts';
import { layoutTable } from '../tables/layout.ts';
import type { CellRef, TableCell, TableRow } from '../tables/model.ts';
import type { TableSpec } from '../tables/spec.ts';
import { stepOf } from './figures.ts';
import { type FoundTable, figureKey } from './found.ts';
import type { Recognition } from './recognise.ts';
import { FIXED_ROWS } from './row-words.ts';
import type { Position } from './sheet.ts';
import type { Slot } from './slots.ts';

export interface Checked {
  readonly source: TableSource;
  /** The table that was taken for a number. */
  readonly table: (no: number) => FoundTable | null;
  /** Cells of the workbook behind a cell of a table; empty where nothing is printed. */
  readonly places: (cell: CellRef) => readonly Position[];
}

/** The tables that were taken, as the checks see them. */
export function checkedTables({ tables, year }: Recognition, codes: CodeBook): Checked {
  const taken = new Map(tables.filter(({ isDouble }) => !isDouble).map((table) => [table.no, table]));
  const specs = tablesFor(year).filter(({ no }) => taken.has(no));
  const checked = specs.flatMap((spec) => {
    const table = taken.get(spec.no);
    return table === undefined ? [] : [checkedTable(spec, table, year, codes)];
  });
  const slotAt = new Map(specs.map((spec) => [spec.no, leafSlots(spec, year, taken.get(spec.no)?.slots ?? [])]));
  return {
    source: tableSource(checked, year, (no) => stepOfTable(taken.get(no))),
    table: (no) => taken.get(no) ?? null,
    places: ({ table: no, block, row, column }) => {
      const table = taken.get(no);
      const slot = slotAt.get(no)?.[column];
      if (table === undefined || slot === undefined) return [];
      const figure = table.figures.get(figureKey(block, row, slot.id));
      return (figure?.cells ?? []).map((cell) => ({ sheet: table.segment.sheet, ...cell }));
    },
  };
}

function stepOfTable(table: FoundTable | undefined): number {
  return table === undefined ? 1 : stepOf(table.decimals, table.money);
}

/** The slot of each leaf column of the form. */
function leafSlots(spec: TableSpec, year: number, slots: readonly Slot[]): readonly (Slot | undefined)[] {
  return layoutTable(spec, year).leaves.map(({ path }) => slots.find((slot) => slot.path === path));
}

function checkedTable(spec: TableSpec, table: FoundTable, year: number, codes: CodeBook): CheckedTable {
  const { leaves } = layoutTable(spec, year);
  const slots = leafSlots(spec, year, table.slots);
  const lacking = lackingSlots(table);
  const rowOf = (block: number, key: string, label: string, nil: boolean): TableRow => ({
    keys: spec.blocks.map((_, at) => (at === block ? key : null)),
    bold: false,
    cells: slots.map((slot, column): TableCell => {
      const leaf = leaves[column];
      if (leaf === undefined || leaf.kind === 'key') {
        const isFirst = leaf?.block === block && leaves.findIndex((each) => each.block === block) === column;
        return { kind: 'key', text: isFirst ? label : '', indent: 0 };
      }
      const amount =
        leaf.block !== block || slot === undefined ? null : amountOf(table, block, key, slot, nil, lacking);
      return { kind: 'amount', text: '', fen: amount };
    }),
  });
  const seen = new Set<string>();
  const printed = table.rows.flatMap(({ block, outcome }) => {
    if (outcome.kind !== 'row' || seen.has(`${block}|${outcome.key}`)) return [];
    seen.add(`${block}|${outcome.key}`);
    return [rowOf(block, outcome.key, outcome.label, false)];
  });
  const left = leftOut(spec, table, seen, codes).map(({ block, key, label }) => rowOf(block, key, label, true));
  return {
    no: spec.no,
    shortTitle: spec.shortTitle,
    columns: leaves.map(({ path, block, kind, align, width }) => ({ path, block, kind, align, width })),
    rows: [...printed, ...left],
  };
}

/** @param nil the row is not printed: what it would hold is nil */
function amountOf(
  table: FoundTable,
  block: number,
  key: string,
  { id }: Slot,
  nil: boolean,
  lacking: ReadonlySet<string>,
): Fen | null {
  if (nil) return ZERO_FEN;
  const figure = table.figures.get(figureKey(block, key, id));
  if (figure !== undefined) return figure.fen;
  return lacking.has(id) ? ZERO_FEN : null;
}

/** Concepts without which a table is no table; any other column may be left out when it is nil. */
const NEEDED: readonly Slot['concept'][] = ['total', 'basic', 'project', 'personnel', 'operating'];

/** Columns that the table was published without. A column with figures that was not recognised may be one of them. */
export function lackingSlots({ slots, columns, segment, figures }: FoundTable): ReadonlySet<string> {
  if (figures.size === 0 || unknownColumns({ segment, columns }).length > 0) return new Set();
  const used = new Set(columns.map(({ slot }) => slot));
  const lacking = slots.filter(
    ({ id, kind, concept }) => kind === 'amount' && !used.has(id) && !NEEDED.includes(concept),
  );
  return new Set(lacking.map(({ id }) => id));
}

/** Columns with figures below a head, of which nothing is known. */
export function unknownColumns({ segment, columns }: Pick<FoundTable, 'segment' | 'columns'>): readonly number[] {
  const used = new Set(columns.map(({ column }) => column));
  const found = new Set<number>();
  for (const { cells } of segment.body) {
    for (const { column, cell } of cells) {
      if (cell.kind === 'number' && !used.has(column) && !isPlain(cell.text)) found.add(column);
    }
  }
  return [...found].sort((left, right) => left - right);
}

/** Ordinals and codes: whole numbers of few digits. */
const isPlain = (text: string): boolean => /^\d{1,4}$/.test(text);

interface LeftOut {
  readonly block: number;
  readonly key: string;
  readonly label: string;
}

/** Rows that a published table may leave out when they are nil. */
function leftOut(spec: TableSpec, table: FoundTable, seen: ReadonlySet<string>, codes: CodeBook): readonly LeftOut[] {
  return spec.blocks.flatMap((block, index): readonly LeftOut[] => {
    if (![...seen].some((key) => key.startsWith(`${index}|`)) && !saysEmpty(table)) return [];
    const fixed = (FIXED_ROWS[`${spec.no}|${index}`] ?? [])
      .filter(({ mayLack }) => mayLack === true || saysEmpty(table))
      .map(({ key, words }) => ({ block: index, key, label: words[0] ?? key }));
    const classes = block.sections.flat().some(({ kind }) => kind === 'classes')
      ? codes.classes.map(({ code, name }) => ({ block: index, key: `class:${code}`, label: name }))
      : [];
    const total =
      FIXED_ROWS[`${spec.no}|${index}`] === undefined && saysEmpty(table)
        ? [{ block: index, key: 'total', label: '合计' }]
        : [];
    return [...fixed, ...classes, ...total].filter(({ key }) => !seen.has(`${index}|${key}`));
  });
}

/** A table without any figure, which may be published as its heads and a remark. */
function saysEmpty({ figures }: FoundTable): boolean {
  return [...figures.values()].every(({ fen }) => fen === ZERO_FEN);
}
