/** A computed table, ready to be drawn by any renderer (window, xlsx, HTML/PDF, docx). Plain values only. */
import type { Fen } from '../money/fen.ts';

export type UnitKind = 'administrative' | 'referred' | 'institution';

export interface HeadCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableColumn {
  /** Label path from the head tree joined by `/`, e.g. `2025年预算数/合计`. */
  readonly path: string;
  /** Which block (side) the column belongs to. */
  readonly block: number;
  readonly kind: 'key' | 'amount';
  readonly align: 'left' | 'center' | 'right';
  /** Width hint in half-width characters. */
  readonly width: number;
}

/** A cell's address within the book: stable under insertion of other rows. */
export interface CellRef {
  readonly table: number;
  readonly block: number;
  /**
   * Row key, unique within the block: the `key` of a fixed row (`total`, `income`), `class:208`, `f:2110301` (functional),
   * `r:1030148` (revenue), `e:301` / `e:30101+50501` (department economic class / item with its government item),
   * `unit:3`, `project:17`. `?` instead of a code gathers lines that lack it, so that no money is ever left out.
   */
  readonly row: string;
  /** Index among all columns of the table. */
  readonly column: number;
}

export type TableCell =
  | { readonly kind: 'key'; readonly text: string; readonly indent: number; readonly unlisted?: true }
  /** `text` is 万元 with two decimals, half-up, blank for nil. `fen: null` = the cell has no meaning (printed blank). */
  | { readonly kind: 'amount'; readonly text: string; readonly fen: Fen | null };

export interface TableRow {
  /** Row key per block (`null` where the block has no row here). */
  readonly keys: readonly (string | null)[];
  readonly bold: boolean;
  /** One cell per column. */
  readonly cells: readonly TableCell[];
}

export interface TableModel {
  readonly no: number;
  readonly title: string;
  readonly shortTitle: string;
  /** 预算公开表N */
  readonly formLabel: string;
  readonly unitName: string;
  readonly unitText: '单位：万元';
  readonly heads: readonly HeadCell[];
  readonly headRows: number;
  readonly columns: readonly TableColumn[];
  readonly columnNumbers: boolean;
  readonly rows: readonly TableRow[];
  /** `注：本表无数据` when no line counts, else null. */
  readonly note: string | null;
  readonly page: { readonly paper: 'A4' | 'A3'; readonly orientation: 'portrait' | 'landscape' };
}
