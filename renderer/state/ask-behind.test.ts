import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askBehind, takeBehind } from './ask-behind.ts';

let questions: string[];

beforeEach(() => {
  questions = [];
  vi.stubGlobal('window', {
    yusuan: {
      call: async (name: string, input: unknown) => {
        questions.push(`${name} ${JSON.stringify(input)}`);
        return { ok: true, value: questions.length };
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const totals = { budgetId: 1 };

test('what an edit changes is asked for once, and its answer is handed out once', async () => {
  askBehind([['totals.get', totals]]);
  expect(questions).toEqual(['totals.get {"budgetId":1}']);
  expect(takeBehind('totals.get', { budgetId: 2 })).toBeUndefined();
  expect(await takeBehind('totals.get', totals)).toBe(1);
  expect(takeBehind('totals.get', totals)).toBeUndefined();
});

test('an answer nobody took by the time the edit is answered is not handed out after a later change', () => {
  const drop = askBehind([['totals.get', totals]]);
  drop();
  expect(takeBehind('totals.get', totals)).toBeUndefined();
});

test('an edit that is answered drops its own answers only', async () => {
  const dropFirst = askBehind([['totals.get', totals]]);
  const dropSecond = askBehind([['totals.get', totals]]);
  dropFirst();
  expect(await takeBehind('totals.get', totals)).toBe(2);
  dropSecond();
});

test('the core is not asked what is known', async () => {
  askBehind(
    [
      ['totals.get', totals],
      ['table.get', { budgetId: 1, no: 3 }],
    ],
    ([name]) => (name === 'totals.get' ? Promise.resolve('known') : undefined),
  );
  expect(questions).toEqual(['table.get {"budgetId":1,"no":3}']);
  expect(await takeBehind('totals.get', totals)).toBe('known');
});
