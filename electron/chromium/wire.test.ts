import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BRIDGE_SCRIPT } from './bridge-script.ts';
import { fromWire, toWire } from './wire.ts';

const records = fc
  .record({ keys: fc.uniqueArray(fc.string(), { maxLength: 4 }), rows: fc.nat({ max: 60 }) })
  .chain(({ keys, rows }) =>
    fc.array(fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(fc.constant(null), fc.jsonValue())]))), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** What JSON makes of a value: −0 and absent keys are not carried by it either. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('whatever crosses the pipe arrives as JSON would have brought it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), records), (content) => {
      for (const value of [content, { number: 1, input: { save: content } }, { ok: true, value: content }]) {
        expect(fromWire(toWire(value))).toEqual(throughJson(value));
      }
    }),
  );
});

test('a pasted block crosses in less than a fifth of its size as records', () => {
  const save = Array.from({ length: 1_000 }, (_, at) => ({
    id: null,
    side: 'expenditure',
    fund: 'generalPublic',
    functional: '2120501',
    amount: at,
    note: `第${at}批`,
  }));
  const question = { number: 1, name: 'line.apply', input: { parentId: 1, save } };
  expect(toWire(question).length * 5).toBeLessThan(JSON.stringify(question).length);
  expect(fromWire(toWire(question))).toEqual(question);
});

test('numbers at one distance cross as a line, others as they are', () => {
  const list = (numberAt: (at: number) => number) => Array.from({ length: 1_000 }, (_, at) => ({ id: numberAt(at) }));
  expect(toWire(list((at) => 7 + at * 1_024)).length).toBeLessThan(100);
  for (const odd of [(at: number) => at / 3, (at: number) => (at === 999 ? 0 : at), (at: number) => at * 2 ** 50]) {
    expect(fromWire(toWire(list(odd)))).toEqual(list(odd));
  }
});

test('records of which one lacks a key or has another stay as they are', () => {
  const list: object[] = Array.from({ length: 30 }, (_, at) => ({ id: at, note: 'a' }));
  for (const odd of [
    { id: 1 },
    { id: 1, name: 'b' },
    { id: 1, note: undefined },
    { id: 1, note: 'a', more: 2 },
    null,
  ]) {
    expect(fromWire(toWire([...list, odd]))).toEqual(throughJson([...list, odd]));
  }
});

test('a text that claims more than it holds is refused, not filled up', () => {
  for (const wrong of [
    { '': 'columns', count: 1e9, keys: ['a'], columns: [{ one: 1 }] },
    { '': 'columns', count: -1, keys: [], columns: [] },
    { '': 'columns', count: 1.5, keys: ['a'], columns: [[1]] },
    { '': 'columns', count: 1, keys: ['a', 'b'], columns: [[1]] },
    { '': 'columns' },
  ]) {
    expect(() => fromWire(JSON.stringify(wrong))).toThrow(SyntaxError);
  }
});

test('the page is given both functions as text that runs by itself', () => {
  const run = new Function('location', 'window', '__yusuanSend', BRIDGE_SCRIPT);
  expect(() => run({ origin: 'elsewhere' }, {}, null)).not.toThrow();
  for (const name of ['toWire', 'fromWire']) expect(BRIDGE_SCRIPT).toContain(`const ${name} = function`);
});
