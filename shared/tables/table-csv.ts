/** A table as CSV (RFC 4180), for open data: one head row of label paths, amounts in 万元 as printed. */
import type { TableModel } from './model.ts';

/** What Excel would take for a formula is kept from being one by a quote before it, as OWASP advises. */
const FORMULA = /^[=+\-@\t\r]/;

/** Out: text with a byte order mark, by which Excel knows that it is UTF-8. */
export function tableCsv(model: TableModel): string {
  const head = model.columns.map(({ path, kind }) => cell(kind === 'amount' ? `${path}（万元）` : path));
  const rows = model.rows.map(({ cells }) =>
    cells.map((each) => (each.kind === 'amount' ? each.text : cell(each.text))),
  );
  return `\u{feff}${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
