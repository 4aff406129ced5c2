import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Drawn, drawnRows } from './use-drawn-rows.ts';

const SPARE = 4;
const HEIGHT = 20;
const SLOTS = HEIGHT + 2 * SPARE;
const rows = (from: number, till: number) => Array.from({ length: till - from + 1 }, (_, at) => from + at);

/** Draws a view that begins at a row, as the grid would. */
function draw(before: Drawn, first: number, rested = false, height = HEIGHT): Drawn {
  const last = first + height - 1;
  const slots = height + 2 * SPARE;
  return drawnRows(before, { first, last }, rows(Math.max(0, first - SPARE), last + SPARE), slots, rested);
}

const AT_FIRST: Drawn = { first: 0, last: -1, rows: [], leapt: false };

test('a leap draws the rows in view, the others when it has come to rest; a step draws them all at once', () => {
  const opened = draw(AT_FIRST, 0);
  expect(opened.rows).toEqual(rows(0, 19));
  const settled = draw(opened, 0, true);
  expect(settled.rows).toEqual(rows(0, 23));
  const stepped = draw(settled, 3);
  expect(stepped.rows).toEqual(rows(0, 26));
  const leapt = draw(stepped, 500);
  expect(leapt.rows.filter((row) => row >= 500)).toEqual(rows(500, 519));
  expect(leapt.rows.filter((row) => row < 500).every((row) => stepped.rows.includes(row))).toBe(true);
  // Drawn again before it rests, nothing comes and nothing goes.
  expect(draw(leapt, 500).rows).toEqual(leapt.rows);
  expect(draw(leapt, 500, true).rows).toEqual(rows(496, 523));
  expect(draw(leapt, 502).rows).toEqual(rows(498, 525));
});

test('wherever the view goes and however high it is, it is drawn whole, and no two rows by one element', () => {
  const step = fc.record({ first: fc.nat(2_000), rested: fc.boolean(), height: fc.constantFrom(HEIGHT, 7, 31) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      let drawn = AT_FIRST;
      for (const { first, rested, height } of steps) {
        drawn = draw(drawn, first, rested, height);
        expect(drawn.rows).toEqual(expect.arrayContaining(rows(first, first + height - 1)));
        const slots = height + 2 * SPARE;
        expect(new Set(drawn.rows.map((row) => row % slots)).size).toBe(drawn.rows.length);
        expect(drawn.rows.length).toBeLessThanOrEqual(Math.max(slots, SLOTS));
      }
    }),
  );
});
