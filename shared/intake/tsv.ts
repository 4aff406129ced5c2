/** Blocks of cells as text, as the clipboard of Excel and WPS carries them: tabs, line ends, quotes around cells that need them. */

/** Reads clipboard text as rows of cells. */
export function parseTsv(text: string): string[][] {
  return parseCells(text, '\t');
}

/**
 * Reads delimited text as rows of cells. Line ends may be CRLF, LF or CR; one at the very end is dropped. A quoted cell
 * may hold separators, line ends and doubled quotes; a quote that is never closed, or that more follows, is taken
 * literally (`"十四五"规划`).
 */
export function parseCells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, end] = (text[at] === '"' ? quoted(text, at, separator) : null) ?? plain(text, at, separator);
    row.push(cell);
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    if (end >= text.length) return rows;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (at >= text.length) return rows;
    row = [];
  }
}

/** Writes rows of cells; `parseTsv(formatTsv(rows))` is `rows` again. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join('\t')}\r\n`).join('');
}

function formatCell(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The cell that starts with the quote at `start`, and the index behind it; null when it is not a well-formed quoted cell. */
function quoted(text: string, start: number, separator: string): [string, number] | null {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const after = text[close + 1];
      return after === undefined || after === separator || after === '\r' || after === '\n' ? [cell, close + 1] : null;
    }
    cell += '"';
    at = close + 2;
  }
}

function plain(text: string, start: number, separator: string): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return [text.slice(start, end), end];
}
