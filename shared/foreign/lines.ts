/** The filled rows of a sheet, and what its merges say about texts. */
import type { Area, GridCell, GridSheet } from './sheet.ts';

export interface Line {
  readonly row: number;
  /** The filled cells from left to right. */
  readonly cells: readonly { readonly column: number; readonly cell: GridCell }[];
}

/** Rows that hold something, from above. */
export function linesOf(sheet: GridSheet): readonly Line[] {
  const lines: Line[] = [];
  sheet.rows.forEach((row, index) => {
    const cells: Line['cells'][number][] = [];
    row?.cells.forEach((cell, column) => {
      if (cell !== undefined && cell.text.trim() !== '') cells.push({ column, cell });
    });
    if (cells.length > 0) lines.push({ row: index, cells });
  });
  return lines;
}

/** Merged areas by their first cell, and by the rows they reach. */
export class Merges {
  private readonly areas: readonly Area[];

  constructor(sheet: GridSheet) {
    this.areas = sheet.merges;
  }

  /** The areas that reach into these rows, both included. */
  within(top: number, bottom: number): readonly Area[] {
    return this.areas.filter((area) => area.top <= bottom && area.bottom >= top);
  }
}

export const textOf = (line: Line, column: number): string =>
  line.cells.find((each) => each.column === column)?.cell.text ?? '';
