import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsOf, runsOf } from './id-runs.ts';

test('runs give back the ids they were made of, and are as few as can be', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), (ids) => {
      const runs = runsOf(new Set(ids));
      expect(idsOf(runs)).toEqual([...ids].sort((a, b) => a - b));
      for (let at = 1; at < runs.length; at++) expect(runs[at]?.[0]).toBeGreaterThan((runs[at - 1]?.[1] ?? 0) + 1);
    }),
  );
});
