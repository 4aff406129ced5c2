import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdMap } from './id-map.ts';

it('holds what a plain map holds after the same steps, and gives all of it out, block by block', () => {
  const id = fc.integer({ min: 1, max: 9_000 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), id }),
    fc.record({ kind: fc.constant('delete' as const), id }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const plain = new Map<number, number>();
      const blocks = new IdMap<number>();
      for (const [at, one] of steps.entries()) {
        if (one.kind === 'set') {
          plain.set(one.id, at);
          blocks.set(one.id, at);
        } else {
          plain.delete(one.id);
          blocks.delete(one.id);
        }
        expect(blocks.size).toBe(plain.size);
      }
      for (const key of plain.keys()) expect(blocks.get(key)).toBe(plain.get(key));
      expect(blocks.get(9_999)).toBeUndefined();
      const sorted = (values: Iterable<number>) => [...values].sort((one, other) => one - other);
      expect(sorted(blocks.keys())).toEqual(sorted(plain.keys()));
      expect(sorted(blocks.values())).toEqual(sorted(plain.values()));
      const taken: number[] = [];
      for (let some = blocks.takeSome(); some.length > 0; some = blocks.takeSome()) taken.push(...some);
      expect(sorted(taken)).toEqual(sorted(plain.keys()));
      expect(blocks.size).toBe(0);
    }),
  );
});
