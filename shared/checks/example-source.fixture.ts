/** The example tables of a check as a source: printed 万元, taken as exact or as rounded. */
import { parseAmount } from '../money/parse.ts';
import type { TableSource } from './table-source.ts';
import type { TableExample } from './table-spec.ts';

export function exampleSource(example: TableExample, step = 1): TableSource {
  const cells = Object.entries(example).map(([address, text]) => {
    const [table = '', block = '', row = '', column = ''] = address.split('|');
    const parsed = text === '' ? null : parseAmount(text, 'wan');
    if (parsed?.ok === false) throw new Error(parsed.reason);
    return { side: `${table}|${block}`, row, column, amount: parsed?.fen ?? 0 };
  });
  const find = (table: number, block: number, row: string, column: string) =>
    cells.find((cell) => cell.side === `${table}|${block}` && cell.row === row && cell.column === column);
  return {
    step: () => step,
    rows: (table, block) => [
      ...new Set(cells.filter(({ side }) => side === `${table}|${block}`).map(({ row }) => row)),
    ],
    has: (table, block, row) => cells.some((cell) => cell.side === `${table}|${block}` && cell.row === row),
    amount: (...at) => find(...at)?.amount ?? null,
    label: (_table, _block, row) => row,
    title: () => '',
    ref: (table, block, row, column) => (find(table, block, row, column) ? { table, block, row, column: 0 } : null),
  };
}
