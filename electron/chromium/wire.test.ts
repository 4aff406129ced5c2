import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BRIDGE_SCRIPT } from './bridge-script.ts';
import { fromWire, toWire } from './wire.ts';

const lists = fc
  .record({
    values: fc.array(fc.jsonValue(), { minLength: 1, maxLength: 90 }),
    length: fc.nat({ max: 300 }),
    step: fc.nat(),
  })
  .map(({ values, length, step }) => [
    Array.from({ length }, (_, at) => values[(at * step) % values.length]),
    Array.from({ length }, (_, at) => at % 5),
  ]);

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
    fc.property(fc.oneof(fc.jsonValue(), records, lists), (content) => {
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

test('columns of few values cross as a sign for each cell, whatever they hold; others as they are', () => {
  const column = (values: readonly unknown[]) =>
    Array.from({ length: 1_000 }, (_, at) => values[(at * 7) % values.length]);
  const many = (count: number) => Array.from({ length: count }, (_, at) => `值${at}\\"`);
  const few = [['甲', '乙', null], [true, false, 0, '0', 1.5], many(78)];
  for (const values of few) {
    const answer = {
      ok: true,
      value: { fields: ['a', 'b'], columns: [column(values), column([1, 2, 4])], count: 1_000 },
    };
    expect(toWire(answer).length).toBeLessThan(2_000 + JSON.stringify(values).length + 200);
    expect(fromWire(toWire(answer))).toEqual(answer);
  }
  for (const values of [many(79), [['甲'], { a: 1 }], [undefined, 1]]) {
    expect(fromWire(toWire([column(values), column([1, 2, 4])]))).toEqual(
      throughJson([column(values), column([1, 2, 4])]),
    );
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
    { '': 'lists', count: 1e9, columns: [{ one: 1 }] },
    { '': 'lists', count: 2 },
    { '': 'lists', count: 2, columns: [{ of: ['a'], at: '01' }] },
    { '': 'lists', count: 2, columns: [{ of: ['a'], at: '0/' }] },
  ]) {
    expect(() => fromWire(JSON.stringify(wrong))).toThrow(SyntaxError);
  }
});

test('the page is given both functions as text that runs by itself', () => {
  const run = new Function('location', 'window', '__yusuanSend', BRIDGE_SCRIPT);
  expect(() => run({ origin: 'elsewhere' }, {}, null)).not.toThrow();
  for (const name of ['toWire', 'fromWire']) expect(BRIDGE_SCRIPT).toContain(`const ${name} = function`);
});
