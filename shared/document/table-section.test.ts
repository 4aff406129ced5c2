import { expect, test } from 'vitest';
import { context, line } from '../facts/facts.fixture.ts';
import { createFacts } from '../facts/facts.ts';
import { fen } from '../money/fen.ts';
import type { PrintTable, Section } from './model.ts';
import { tableSection } from './table-section.ts';

const facts = createFacts(context);
facts.load([line(1, { amount: fen(123_456_789_00) }), line(2, { functional: '2080505', amount: fen(1_00_00) })]);

function tableOf(section: Section): PrintTable {
  const block = section.blocks.find((each) => each.kind === 'table');
  if (block?.kind !== 'table') throw new Error('no table');
  return block.table;
}

const width = (cells: readonly { readonly colSpan?: number }[]) =>
  cells.reduce((sum, { colSpan }) => sum + (colSpan ?? 1), 0);

test('every row of every table is as wide as its columns, heads that span rows taken along', () => {
  for (const model of facts.tables()) {
    const { columns, headRows, rows } = tableOf(tableSection(model));
    expect(columns).toHaveLength(model.columns.length);
    const hanging = headRows.map(() => 0);
    headRows.forEach(({ cells }, row) => {
      for (const cell of cells) {
        for (let below = 1; below < (cell.rowSpan ?? 1); below++) {
          hanging[row + below] = (hanging[row + below] ?? 0) + (cell.colSpan ?? 1);
        }
      }
      expect([model.no, row, width(cells) + (hanging[row] ?? 0)]).toEqual([model.no, row, columns.length]);
    });
    for (const { cells } of rows) expect(width(cells)).toBe(columns.length);
  }
});

test('amounts are printed with thousands separators, to the right, and never divided', () => {
  const [row] = tableOf(tableSection(facts.table(5))).rows;
  expect(row).toMatchObject({ keepTogether: true });
  expect(row?.cells[2]).toEqual({ text: '12,345.69', style: 'amount', bold: true });
});

test('unit and unit of money stand over the heads, so that they come again on each page', () => {
  const { headRows } = tableOf(tableSection(facts.table(3)));
  expect(headRows[0]?.cells.map(({ text }) => text)).toEqual(['单位名称：测试单位', '单位：万元']);
});

test('a table without data is printed with its note', () => {
  const { blocks } = tableSection(facts.table(7));
  expect(blocks.at(-1)).toMatchObject({ style: 'note', runs: [{ text: '注：本表无数据' }] });
});

test('a long table takes smaller rows only where that saves a page', () => {
  const long = createFacts(context);
  expect(tableOf(tableSection(facts.table(5)))).toMatchObject({ rowHeight: 7.5 });
  long.load(Array.from({ length: 27 }, (_, index) => line(index + 1, { functional: `21205${String(index + 10)}` })));
  expect(tableOf(tableSection(long.table(5))).rowHeight).toBeLessThan(7.5);
});
