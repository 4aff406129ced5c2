import { expect, test } from 'vitest';
import { judge, lineOf, measure, median } from './harness.ts';

test('compares with the goal in the goal’s own direction', () => {
  expect(judge('insert', { atMost: 1.3 }, 12, 10)).toMatchObject({ ratio: 1.2, met: true });
  expect(judge('insert', { atMost: 1.3 }, 14, 10)).toMatchObject({ ratio: 1.4, met: false });
  expect(judge('tables', { atLeast: 60 }, 2, 100)).toMatchObject({ ratio: 50, met: false });
  expect(lineOf(judge('tables', { atLeast: 60 }, 1, 100)).slice(3)).toEqual(['100×', '≥ 60×', 'met']);
});

test('takes figures of a unit as they are answered, and compares ours itself with the goal', async () => {
  const figures = [40, 9, 12, 16];
  const result = await measure({
    name: 'frames',
    goal: { within: 16.8, unit: 'ms' },
    rounds: 2,
    prepare: () => ({ ours: () => figures.shift() ?? 0, reference: () => 10 }),
  });
  expect(result).toMatchObject({ ours: 10.5, reference: 10, met: true });
  expect(lineOf(result).slice(1)).toEqual(['10.5 ms', '10.0 ms', '1.05×', '≤ 16.8 ms', 'met']);
  expect(judge('memory', { within: 150, unit: 'MB' }, 151, 300)).toMatchObject({ ratio: 151 / 300, met: false });
});

test('takes the middle of odd and even counts', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
});

test('throws the first round away, alternates who goes first, and tidies up', async () => {
  const order: string[] = [];
  const times = [100, 100, 2, 1, 1, 2];
  const result = await measure(
    {
      name: 'x',
      goal: { atMost: 1 },
      rounds: 2,
      prepare: () => ({
        ours: () => order.push('ours'),
        reference: () => order.push('reference'),
        done: () => order.push('done'),
      }),
    },
    async (task) => {
      await task();
      return times.shift() ?? 0;
    },
  );
  expect(order).toEqual(['ours', 'reference', 'reference', 'ours', 'ours', 'reference', 'done']);
  expect([result.ours, result.reference]).toEqual([1, 2]);
});
