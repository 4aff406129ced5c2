import { expect, test } from 'vitest';
import type { TableModel } from './model.ts';
import { tableCsv } from './table-csv.ts';

const column = (path: string, kind: 'key' | 'amount') => ({ path, block: 0, kind, align: 'left', width: 10 }) as const;
const key = (text: string) => ({ kind: 'key', text, indent: 0 }) as const;

/** A table of which only columns and rows are looked at. */
const table = (names: readonly string[]) =>
  ({
    columns: [column('项目,名称', 'key'), column('2027年预算数/合计', 'amount')],
    rows: names.map((name) => ({
      keys: [],
      bold: false,
      cells: [key(name), { kind: 'amount', text: '-1.20', fen: -12_000 }],
    })),
  }) as unknown as TableModel;

test('texts are quoted where they have to be, amounts stay as they are printed, with their unit', () => {
  expect(tableCsv(table(['说“了”"话"', '两\n行']))).toBe(
    '\u{feff}"项目,名称",2027年预算数/合计（万元）\r\n"说“了”""话""",-1.20\r\n"两\n行",-1.20\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('a text that Excel would calculate is kept a text: %j', (text) => {
  expect(tableCsv(table([text])).split('\r\n')[1]).toBe(`'${text},-1.20`);
});
