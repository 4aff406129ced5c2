/** A worksheet of any origin as plain values: what stands where, what is merged, what is hidden. */

export type CellKind = 'text' | 'number' | 'day' | 'boolean' | 'error';

export interface GridCell {
  readonly kind: CellKind;
  /** A number as exact decimal text, an error by its sign such as `#REF!`; a formula without a stored result is `UNCALCULATED`. */
  readonly text: string;
  /** Index into the styles of the workbook. */
  readonly style: number;
}

/** What stands for the result of a formula that the file does not hold. */
export const UNCALCULATED = '（公式未计算）';

/** What decides how a cell is shown. */
export interface GridStyle {
  /** Number format as Excel writes it; empty for 常规. */
  readonly format: string;
  readonly horizontal: 'left' | 'center' | 'right' | null;
  readonly indent: number;
  readonly bold: boolean;
}

/** First and last row and column, from 0, both included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridColumn {
  /** First and last column, from 0, both included. */
  readonly from: number;
  readonly to: number;
  /** In characters of the standard font; null = as usual. */
  readonly width: number | null;
  readonly hidden: boolean;
}

export interface GridRow {
  /** By column from 0; empty cells are absent. */
  readonly cells: readonly (GridCell | undefined)[];
  /** In points; null = as usual. */
  readonly height: number | null;
  readonly hidden: boolean;
}

export interface GridSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row from 0, up to the last one that holds something; rows that hold nothing and are not hidden are absent. */
  readonly rows: readonly (GridRow | undefined)[];
  /** One more than the last column that holds something. */
  readonly width: number;
  readonly merges: readonly Area[];
  readonly columns: readonly GridColumn[];
}

export interface GridBook {
  /** File name. */
  readonly name: string;
  readonly styles: readonly GridStyle[];
  readonly sheets: readonly GridSheet[];
}

/** A cell of a workbook, everything from 0. */
export interface Position {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export function cellAt(sheet: GridSheet, row: number, column: number): GridCell | undefined {
  return sheet.rows[row]?.cells[column];
}

/** `A`, `Z`, `AA` for column 0, 25, 26. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const higher = (column - rest) / 26;
  return (higher === 0 ? '' : columnLetters(higher - 1)) + String.fromCharCode(65 + rest);
}

/** `B5`, as the user sees it. */
export function cellName({ row, column }: Pick<Position, 'row' | 'column'>): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function isColumnHidden(sheet: GridSheet, column: number): boolean {
  return sheet.columns.some(({ from, to, hidden }) => hidden && from <= column && column <= to);
}

/** Id of a sheet as one piece, for a sheet in which no table was found. */
export const wholeSheet = (sheet: number): string => `${sheet}:sheet`;
