/** Printed tables with their rows and columns known by the form's names: what rules and cross-checks look at. */
import type { CodeBook } from '../../codes/code-book.ts';
import { squeeze } from '../../intake/text.ts';
import { fen } from '../../money/fen.ts';
import { FEN_PER_PRINTED_WAN } from '../../money/format.ts';
import { parseAmount } from '../../money/parse.ts';
import { tablesFor } from '../../tables/index.ts';
import { layoutTable, type TableLayout } from '../../tables/layout.ts';
import type { TableCell, TableRow } from '../../tables/model.ts';
import type { TableSpec } from '../../tables/spec.ts';
import { type CheckedTable, type TableSource, tableSource } from '../table-source.ts';
import type { PrintedDocument, PrintedTable } from './printed-table.ts';
import { type KeyTexts, keyRows } from './row-keys.ts';

/** 分 in the last digit that is printed: a hundredth of a 万元, or of a 元. */
const STEP = { wan: FEN_PER_PRINTED_WAN, yuan: 1 } as const;
/** What is printed for nothing. */
const NIL = /^[-–—－/]?$/;

/** One side of a printed table. */
export interface PrintedSide {
  /** By printed row; null for rows that are none of this side's. */
  readonly keys: readonly (string | null)[];
  readonly rowAt: ReadonlyMap<string, number>;
  /** Printed column by label path. */
  readonly columnAt: ReadonlyMap<string, number>;
}

export interface KnownTable {
  readonly spec: TableSpec;
  readonly layout: TableLayout;
  readonly printed: PrintedTable;
  readonly sides: readonly PrintedSide[];
}

export type KnownTables = ReadonlyMap<number, KnownTable>;

/** A figure as printed in 分; a blank or a dash is nothing, null what is no figure. */
export function printedAmount(text: string, unit: PrintedTable['amountUnit']): number | null {
  const plain = squeeze(text);
  if (NIL.test(plain)) return 0;
  const parsed = parseAmount(plain, unit);
  return parsed.ok ? parsed.fen : null;
}

/**
 * @param codes of the document's year: they tell which row a name is
 * @returns tables by number; of one that is printed twice the first
 */
export function knownTables(document: PrintedDocument, codes: CodeBook): KnownTables {
  const tables = new Map<number, KnownTable>();
  for (const spec of tablesFor(document.year)) {
    const printed = document.tables.find(({ no }) => no === spec.no);
    if (printed !== undefined) tables.set(spec.no, known(spec, printed, document, codes));
  }
  return tables;
}

/** The figures as a source of cross-checks. A unit's row that is printed twice stands for one amount. */
export function sourceOf(tables: KnownTables, year: number): TableSource {
  const units = new Map([...tables].map(([no, { printed }]) => [no, printed.amountUnit]));
  return tableSource([...tables.values()].map(checked), year, (no) => STEP[units.get(no) ?? 'wan']);
}

function known(spec: TableSpec, printed: PrintedTable, document: PrintedDocument, codes: CodeBook): KnownTable {
  const layout = layoutTable(spec, document.year);
  const unitNames = [...new Set([document.unitName, ...document.unitNames])];
  const sides = spec.blocks.map((block, at): PrintedSide => {
    const leaves = layout.leaves.filter((leaf) => leaf.block === at);
    const columnAt = new Map<string, number>();
    for (const { path } of leaves) {
      const index = printed.columns.findIndex((column) => column?.block === at && column.path === path);
      if (index >= 0) columnAt.set(path, index);
    }
    const texts = printed.rows.map((row): KeyTexts => {
      const shown: Record<string, string> = {};
      let hasFigures = false;
      for (const { path, show } of leaves) {
        const text = row[columnAt.get(path) ?? -1] ?? '';
        if (show !== null) shown[show] = text;
        else hasFigures ||= text.trim() !== '';
      }
      return { ...shown, hasFigures };
    });
    const keys = keyRows(block, texts, { codes, unitNames });
    return { keys, columnAt, rowAt: new Map(keys.flatMap((key, index) => (key === null ? [] : [[key, index]]))) };
  });
  return { spec, layout, printed, sides };
}

function checked({ spec, layout, printed, sides }: KnownTable): CheckedTable {
  const columns = layout.leaves.map((leaf) => ({ leaf, at: sides[leaf.block]?.columnAt.get(leaf.path) }));
  const rows = printed.rows.map(
    (texts, row): TableRow => ({
      keys: sides.map(({ keys }) => {
        const key = keys[row] ?? null;
        return key !== null && /^unit:.*#/.test(key) ? null : key;
      }),
      bold: false,
      cells: columns.map(({ leaf, at }): TableCell => {
        const text = at === undefined ? '' : (texts[at] ?? '');
        if (leaf.kind === 'key') return { kind: 'key', text: text.trim(), indent: 0 };
        const amount = at === undefined ? null : printedAmount(text, printed.amountUnit);
        return { kind: 'amount', text, fen: amount === null ? null : fen(amount) };
      }),
    }),
  );
  return { no: spec.no, shortTitle: spec.shortTitle, columns: layout.leaves, rows };
}
