import { expect, test } from 'vitest';
import { fen } from '../../shared/money/fen.ts';
import { readPart } from './picked-lines.ts';

const line = { id: 1, revision: 1, name: '', amount: fen(10_001), expenditure: true };

test('a part is read in 元, nothing typed is the whole line, and no more than the line can go', () => {
  expect(['', ' ', '100', '100.01', '=50*2'].map((text) => readPart(text, line))).toEqual([
    10_001, 10_001, 10_000, 10_001, 10_000,
  ]);
  expect(['100.02', '0', '-1', '1.001', '一百'].map((text) => readPart(text, line))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
