import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumbersById } from './by-id.ts';

test('numbers are found by id, whether ids lie close together or far apart', () => {
  const id = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 ** 40 }));
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 30 }), id, (ids, other) => {
      const numbers = new NumbersById(ids);
      ids.forEach((each, place) => {
        numbers.set(each, place);
      });
      expect(ids.map((each) => numbers.get(each))).toEqual(ids.map((_, place) => place));
      if (!ids.includes(other)) expect(numbers.get(other)).toBeUndefined();
    }),
  );
});
