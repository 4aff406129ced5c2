import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from './summary.ts';

test('the sum is exact and the average is rounded half away from zero', () => {
  expect(summarise([10, 20, 5], 4)).toEqual({ filled: 4, amounts: 3, sum: 35, average: 12 });
  expect(summarise([1, 2], 2).average).toBe(2);
  expect(summarise([-1, -2], 2).average).toBe(-2);
});

test('the average times the count is never further from the sum than half the count', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (amounts) => {
      const { sum, average } = summarise(amounts, amounts.length);
      expect(Math.abs((sum ?? 0) - (average ?? 0) * amounts.length) * 2).toBeLessThanOrEqual(amounts.length);
    }),
  );
});

test('without amounts, or beyond exact integers, there is no sum', () => {
  expect(summarise([], 3)).toEqual({ filled: 3, amounts: 0, sum: null, average: null });
  expect(summarise([Number.MAX_SAFE_INTEGER, 1], 2).sum).toBeNull();
});
