import { expect, test } from 'vitest';
import { piecesOf } from './folded.ts';

const found = (text: string, query: string) => piecesOf(text, query).map(({ from, to }) => text.slice(from, to));

test('text is found in any width and case, each place once', () => {
  expect(found('办公费（ＡＢ）与ab', 'Ab')).toEqual(['ＡＢ', 'ab']);
  expect(found('aaa', 'aa')).toEqual(['aa']);
  expect(found('𠮷县办公费', '办公')).toEqual(['办公']);
  expect(found('办公费', ' ')).toEqual([]);
});

test('a figure is found with and without its separators', () => {
  expect(found('合计 1,235,239.00 元', '1235239')).toEqual(['1,235,239']);
  expect(found('合计 1,235,239.00 元', '35,2')).toEqual(['35,2']);
  expect(found('1,2', '一,二')).toEqual([]);
});
