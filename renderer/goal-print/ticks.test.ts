import { expect, test } from 'vitest';
import type { PrintableSheet } from '../../shared/api/types.ts';
import { matching, ticked } from './ticks.ts';

const sheet = (id: number, subject: string): PrintableSheet => ({
  id,
  number: `044-2025-00${id}`,
  subject,
  isProject: true,
  annualTotal: null,
});

test('ticking all that are found leaves the others as they were', () => {
  expect([...ticked(new Set([1, 2]), [2, 3], true)]).toEqual([1, 2, 3]);
  expect([...ticked(new Set([1, 2]), [2, 3], false)]).toEqual([1]);
});

test('a sheet is found by words of its name and by its number, in any order', () => {
  const sheets = [sheet(1, '供热补贴 A区'), sheet(2, '污水处理')];
  const found = (typed: string) => matching(sheets, typed).map(({ id }) => id);
  expect([found(''), found('a区 供热'), found('002'), found('供热 002')]).toEqual([[1, 2], [1], [2], []]);
});
