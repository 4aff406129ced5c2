import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonRun } from './common-run.ts';

/** The length by its definition. */
function longestOf(left: readonly string[], right: readonly string[]): number {
  const [[one, ...lefts], [other, ...rights]] = [left, right];
  if (one === undefined || other === undefined) return 0;
  return one === other ? longestOf(lefts, rights) + 1 : Math.max(longestOf(lefts, right), longestOf(left, rights));
}

const list = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 7 });

test('pairs equal entries in order, as many as there can be', () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const pairs = commonRun(left, right);
      for (const [row, column] of pairs) expect(left[row]).toBe(right[column]);
      for (const side of [0, 1] as const) {
        const places = pairs.map((pair) => pair[side]);
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      }
      expect(pairs.length).toBe(longestOf(left, right));
    }),
  );
});
