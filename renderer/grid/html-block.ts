/** A table that the clipboard holds as HTML only, as some programs and web pages leave it. */
import { formatTsv } from '../../shared/intake/tsv.ts';

/** The first table as clipboard text; merged cells stand in their first cell, as Excel copies them. Empty without a table. */
export function textOfHtml(html: string): string {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return '';
  const rows: string[][] = [];
  [...table.rows].forEach((row, down) => {
    let across = 0;
    for (const cell of row.cells) {
      const cells = rowAt(rows, down);
      while (cells[across] !== undefined) across += 1;
      const height = Math.min(cell.rowSpan, table.rows.length - down);
      for (let below = 0; below < height; below++) {
        for (let beside = 0; beside < cell.colSpan; beside++) rowAt(rows, down + below)[across + beside] = '';
      }
      cells[across] = textOf(cell);
    }
  });
  return formatTsv(rows.map((row) => Array.from(row, (text) => text ?? '')));
}

function rowAt(rows: string[][], place: number): string[] {
  const row = rows[place] ?? [];
  rows[place] = row;
  return row;
}

/** Line breaks of the source are none of the cell's; `<br>` is. */
function textOf(cell: HTMLTableCellElement): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\u2028');
  return (cell.textContent ?? '')
    .replaceAll(/[ \t\r\n\u00a0]+/g, ' ')
    .replaceAll('\u2028', '\n')
    .trim();
}
