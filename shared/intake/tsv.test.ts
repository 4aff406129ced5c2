import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTsv, parseTsv } from './tsv.ts';

test('a block copied and pasted is the same block', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\r', '\n', '，', '大', ' ') });
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(formatTsv(rows))).toEqual(rows);
    }),
  );
});

test('text from Excel ends with a line end that is not a row of its own', () => {
  expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('a blank row inside and a blank first cell stay', () => {
  expect(parseTsv('\ta\n\nb')).toEqual([['', 'a'], [''], ['b']]);
});

test('an inch sign in front of a text is not taken for a quoted cell', () => {
  expect(parseTsv('"甲方"公司\t5"屏')).toEqual([['"甲方"公司', '5"屏']]);
});
