import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptFinding } from './finding.ts';
import { inOrder, sortedAnew } from './in-order.ts';

const finding = fc.record({
  key: fc.integer({ min: 0, max: 40 }).map(String),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'advice' as const),
  order: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })),
});
const whole = (part: { key: string; severity: KeptFinding['severity']; order: readonly number[] }): KeptFinding => ({
  ...part,
  ruleId: 'r',
  message: '。',
  basis: '',
  location: { kind: 'budget' },
  project: null,
});

test('findings of which some have changed or gone are in the order of all sorted again', () => {
  fc.assert(
    fc.property(
      fc.array(finding),
      fc.array(finding, { maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 40 }).map(String)),
      (first, second, gone) => {
        const before = new Map(first.map((part) => [part.key, whole(part)]));
        const now = new Map(before);
        for (const key of gone) now.delete(key);
        const changed = [...new Map(second.map((part) => [part.key, whole(part)])).values()];
        for (const one of changed) now.set(one.key, one);
        const sorted = sortedAnew([...before.values()].sort(inOrder), now, new Set(changed.map(({ key }) => key)));
        expect(new Set(sorted)).toEqual(new Set(now.values()));
        expect(sorted).toHaveLength(now.size);
        for (const [at, one] of sorted.entries()) {
          const next = sorted[at + 1];
          if (next !== undefined) expect(inOrder(one, next)).toBeLessThanOrEqual(0);
        }
      },
    ),
  );
});
