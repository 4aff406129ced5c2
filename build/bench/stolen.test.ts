import { expect, test } from 'vitest';
import { leastDisturbed, stolenIn, watched } from './stolen.ts';

test('reads the stolen time of all processors, and none where none is counted', () => {
  expect(stolenIn('cpu  3975651 55990 1078564 7425597 51560 0 28475 260727 0 0\ncpu0 1 2 3 4 5 6 7 8 9 10\n')).toBe(
    260727,
  );
  expect(stolenIn('cpu  3975651 55990 1078564 7425597\n')).toBe(0);
});

test('notes what was stolen while it measured', async () => {
  const ticks = [100, 103];
  expect(
    await watched(
      async () => 47,
      () => ticks.shift() ?? 0,
    ),
  ).toEqual({ value: 47, stolen: 3 });
});

test.each([
  { said: 'the first from which nothing was stolen', stolen: [2, 0, 0], answered: 1, measured: 2 },
  { said: 'the first of all, if it was not disturbed', stolen: [0, 0, 0], answered: 0, measured: 1 },
  { said: 'the least disturbed when all were', stolen: [3, 1, 2], answered: 1, measured: 3 },
])('answers $said', async ({ stolen, answered, measured }) => {
  let at = 0;
  const value = await leastDisturbed(3, async () => ({ value: at, stolen: stolen[at++] ?? 0 }));
  expect({ value, at }).toEqual({ value: answered, at: measured });
});
