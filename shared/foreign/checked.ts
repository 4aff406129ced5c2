/** Found tables as checks and rules take them, and the way back from a cell of a table to the cells of the sheet. */
import type { PrintedView } from '../checks/printed/form-rule.ts';
import type { KnownTable, PrintedSide } from '../checks/printed/known-tables.ts';
import type { PrintedTable } from '../checks/printed/printed-table.ts';
import { type CheckedTable, tableSource } from '../checks/table-source.ts';
import type { CodeBook } from '../codes/code-book.ts';
import { squeeze } from '../intake/text.ts';
import { type Fen, ZERO_FEN } from '../money/fen.ts';
import { formatWan, formatYuan } from '../money/format.ts';
import { tablesFor } from '../tables/index.ts';
import { type Leaf, layoutTable } from '../tables/layout.ts';
import type { CellRef, TableCell } from '../tables/model.ts';
import type { TableSpec } from '../tables/spec.ts';
import { stepOf } from './figures.ts';
import { type FoundTable, figureKey } from './found.ts';
import { lackingSlots, leftOutRows, unsaidSlots } from './left-out.ts';
import type { Recognition } from './recognise.ts';
import { EMPTY_WORDS } from './row-words.ts';
import { cellAt, type Position } from './sheet.ts';

export interface Checked {
  readonly view: PrintedView;
  /** The table that was taken for a number. */
  readonly table: (no: number) => FoundTable | null;
  /** Cells of the workbook behind a cell of a table; empty where nothing is printed. */
  readonly places: (cell: CellRef) => readonly Position[];
}

/** The tables that were taken, as the checks see them. */
export function checkedTables(recognition: Recognition, codes: CodeBook): Checked {
  const { tables, year, unitName, units } = recognition;
  const taken = new Map(tables.filter(({ isDouble }) => !isDouble).map((table) => [table.no, table]));
  const known = tablesFor(year).flatMap((spec): readonly Taken[] => {
    const table = taken.get(spec.no);
    return table === undefined ? [] : [takenTable(spec, table, recognition, codes)];
  });
  const byNumber = new Map(known.map((each) => [each.known.spec.no, each]));
  const step = (no: number) => {
    const table = taken.get(no);
    return table === undefined ? 1 : stepOf(table.decimals, table.money);
  };
  const printed = known.map((each) => each.known.printed);
  return {
    view: {
      codes,
      document: { year, unitName, unitNames: units, tables: printed },
      tables: new Map(known.map((each) => [each.known.spec.no, each.known])),
      source: tableSource(
        known.map(({ checked }) => checked),
        year,
        step,
      ),
    },
    table: (no) => taken.get(no) ?? null,
    places: ({ table: no, block, row, column }) => {
      const table = taken.get(no);
      const slot = byNumber.get(no)?.slots[column];
      const figure = slot == null ? undefined : table?.figures.get(figureKey(block, row, slot));
      return (figure?.cells ?? []).map((cell) => ({ sheet: table?.segment.sheet ?? 0, ...cell }));
    },
  };
}

interface Taken {
  readonly known: KnownTable;
  readonly checked: CheckedTable;
  /** By leaf column: the slot that fills it. */
  readonly slots: readonly (string | null)[];
}

interface Row {
  readonly block: number;
  readonly key: string;
  /** Key texts by what the form shows; null for a row that is not printed: what it would hold is nil. */
  readonly texts: Readonly<Record<string, string>> | null;
  readonly label: string;
}

function takenTable(spec: TableSpec, table: FoundTable, recognition: Recognition, codes: CodeBook): Taken {
  const layout = layoutTable(spec, recognition.year);
  const slots = layout.leaves.map(({ path }) => table.slots.find((slot) => slot.path === path)?.id ?? null);
  const used = new Set(table.columns.map(({ slot }) => slot));
  const lacking = lackingSlots(table);
  const unsaid = unsaidSlots(table);
  const rows = rowsOf(spec, table, codes);
  const amountOf = (leaf: Leaf, column: number, { block, key, texts }: Row): Fen | null => {
    const slot = slots[column];
    if (slot == null || leaf.block !== block) return null;
    if (texts === null) return ZERO_FEN;
    const figure = table.figures.get(figureKey(block, key, slot));
    return figure !== undefined ? figure.fen : lacking.has(slot) && !unsaid.has(slot) ? ZERO_FEN : null;
  };
  const printed: PrintedTable = {
    no: spec.no,
    head: [table.segment.title?.value ?? '', ...new Set([...table.segment.heads.paths.values()].flat())],
    unitName: table.segment.unitName?.value ?? '',
    amountUnit: table.money,
    note: table.notes.find(({ text }) => EMPTY_WORDS.some((word) => squeeze(text).includes(word)))?.text ?? null,
    columns: layout.leaves.map(({ path, block }) => ({ path, block })),
    rows: rows.map((row) =>
      layout.leaves.map((leaf, column) => {
        if (leaf.kind === 'key') return leaf.block === row.block ? (row.texts?.[leaf.show ?? ''] ?? row.label) : '';
        return leaf.block === row.block
          ? amountText(amountOf(leaf, column, row), row, slots[column], table, recognition)
          : '';
      }),
    ),
  };
  const sides = spec.blocks.map((_, block): PrintedSide => {
    const keys = rows.map((row) => (row.block === block ? row.key : null));
    const columnAt = new Map<string, number>();
    layout.leaves.forEach(({ path, block: of, kind }, column) => {
      const slot = slots[column];
      if (of === block && slot != null && (kind === 'key' || used.has(slot) || lacking.has(slot)))
        columnAt.set(path, column);
    });
    return { keys, columnAt, rowAt: new Map(rows.flatMap((row, at) => (row.block === block ? [[row.key, at]] : []))) };
  });
  const checked: CheckedTable = {
    no: spec.no,
    shortTitle: spec.shortTitle,
    columns: layout.leaves,
    rows: rows.map((row) => ({
      keys: spec.blocks.map((_, at) => (at === row.block ? row.key : null)),
      bold: false,
      cells: layout.leaves.map((leaf, column): TableCell => {
        if (leaf.kind === 'amount') return { kind: 'amount', text: '', fen: amountOf(leaf, column, row) };
        const isFirst = layout.leaves.findIndex((each) => each.block === row.block) === column;
        return { kind: 'key', text: isFirst ? row.label : '', indent: 0 };
      }),
    })),
  };
  return { known: { spec, layout, printed, sides }, checked, slots };
}

/** Rows in printed order, each key once, and where the form has them those that are left out. */
function rowsOf(spec: TableSpec, table: FoundTable, codes: CodeBook): readonly Row[] {
  const seen = new Set<string>();
  const rows = table.rows.flatMap(({ block, outcome, texts }): readonly Row[] => {
    if (outcome.kind !== 'row' || seen.has(`${block}|${outcome.key}`)) return [];
    seen.add(`${block}|${outcome.key}`);
    const { code, name, gov } = texts;
    return [{ block, key: outcome.key, label: outcome.label, texts: { code, name, label: name, govName: gov } }];
  });
  for (const left of leftOutRows(spec, table, seen, codes)) {
    const order = formOrder(spec, left.block, codes);
    const before = order.slice(0, order.indexOf(left.key));
    const at = rows.findLastIndex(({ block, key }) => block === left.block && before.includes(key));
    rows.splice(at < 0 ? rows.findIndex(({ block }) => block === left.block) : at + 1, 0, { ...left, texts: null });
  }
  return rows;
}

/** Keys of the rows that the form prints on one side, in its order. */
function formOrder(spec: TableSpec, block: number, codes: CodeBook): readonly string[] {
  return (spec.blocks[block]?.sections.flat() ?? []).flatMap((source) => {
    if (source.kind === 'fixed') return [source.key];
    return source.kind === 'classes' ? codes.classes.map(({ code }) => `class:${code}`) : [];
  });
}

/** A figure in the table's unit as the form would print it; what is no figure as it stands there. */
function amountText(
  amount: Fen | null,
  { block, key, texts }: Row,
  slot: string | null | undefined,
  table: FoundTable,
  { book }: Recognition,
): string {
  if (amount !== null) return amount === 0 ? '' : table.money === 'wan' ? formatWan(amount) : formatYuan(amount);
  const first = texts === null ? undefined : table.figures.get(figureKey(block, key, slot ?? ''))?.cells[0];
  const sheet = book.sheets[table.segment.sheet];
  return first === undefined || sheet === undefined ? '' : (cellAt(sheet, first.row, first.column)?.text ?? '');
}
