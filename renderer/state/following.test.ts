import { beforeEach, expect, test, vi } from 'vitest';
import { follows, showTogether } from './following.ts';
import { holdBack, tellInTurn, withTheKey } from './key-first.ts';

let said: string[];
beforeEach(() => {
  said = [];
});
const say = (word: string) => () => said.push(word);
/** Everything that can go on by itself has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what is told is told at once, but not before its teller has finished', async () => {
  tellInTurn(say('news'));
  expect(said).toEqual([]);
  await settled();
  expect(said).toEqual(['news']);
});

test('a saved step is shown when what follows from it is there, and what is told meanwhile right behind it', async () => {
  let answer: (value: unknown) => void = () => undefined;
  follows(new Promise((resolve) => (answer = resolve)));
  const shown = showTogether(say('saved'));
  tellInTurn(say('table'));
  await settled();
  expect(said).toEqual([]);
  answer(null);
  await shown;
  expect(said).toEqual(['saved', 'table']);
});

test('what takes long to follow, or fails, holds nothing back', async () => {
  vi.useFakeTimers();
  follows(new Promise(() => undefined));
  const shown = showTogether(say('saved'));
  await vi.advanceTimersByTimeAsync(60);
  await shown;
  vi.useRealTimers();
  follows(Promise.reject(new Error('no answer')));
  await showTogether(say('again'));
  expect(said).toEqual(['saved', 'again']);
});

test('a step whose showing fails holds nothing back either', async () => {
  follows(Promise.resolve());
  const shown = showTogether(() => {
    throw new Error('shown badly');
  });
  tellInTurn(say('table'));
  await expect(shown).rejects.toThrow('shown badly');
  expect(said).toEqual(['table']);
});

test('what the key itself brings about waits for nothing', async () => {
  const release = holdBack();
  withTheKey(() => tellInTurn(say('foreseen')));
  tellInTurn(say('table'));
  await settled();
  expect(said).toEqual(['foreseen']);
  release();
  expect(said).toEqual(['foreseen', 'table']);
});

test('edits that overlap without end hold nothing back for longer than a moment', async () => {
  vi.useFakeTimers();
  let release = holdBack();
  tellInTurn(say('table'));
  for (let edit = 0; edit < 10; edit++) {
    await vi.advanceTimersByTimeAsync(20);
    const next = holdBack();
    release();
    release = next;
  }
  expect(said).toEqual(['table']);
  release();
  vi.useRealTimers();
});
