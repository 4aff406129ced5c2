import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AfterKey } from './after-key.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const say = (word: string) => () => void said.push(word);
const never = new Promise<void>(() => undefined);

test('a range is told with what is saved, or after a moment', async () => {
  const after = new AfterKey();
  let save: () => void = () => undefined;
  after.later(new Promise((resolve) => (save = resolve)), say('saved'));
  await vi.advanceTimersByTimeAsync(20);
  expect(said).toEqual([]);
  save();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(['saved']);
  after.later(never, say('saving'));
  await vi.advanceTimersByTimeAsync(100);
  expect(said).toEqual(['saved', 'saving']);
});

test('what is told meanwhile, at once or later, takes the place of what waits', async () => {
  const after = new AfterKey();
  after.later(never, say('range'));
  after.now(say('cell'));
  after.later(never, say('another range'));
  after.later(never, say('the last range'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual(['cell', 'the last range']);
});

test('nothing is told of a grid that has gone', async () => {
  const after = new AfterKey();
  after.later(never, say('range'));
  after.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual([]);
});
