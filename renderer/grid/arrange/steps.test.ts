import { expect, test } from 'vitest';
import { budgetLine } from '../../../shared/entities/budget-line.ts';
import type { CellLookup } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import { Drafts } from '../drafts.ts';
import { RowStore } from '../row-store.ts';
import { type Arranged, arrangeRows } from './arrange-rows.ts';
import { STORED_ORDER } from './arrangement.ts';
import { layRows } from './lay-rows.ts';
import { sortInSteps } from './sort-in-steps.ts';
import { atOnce, STEP, type Steps, within } from './steps.ts';

const ROWS = 20_000;
let looks = 0;
const looked = <T>(value: T): T => {
  looks += 1;
  return value;
};
const { fields } = budgetLine;
/** Columns that count how often they are asked for a value. */
const column = (key: 'amount' | 'note' | 'fund'): GridColumn => ({
  key,
  field: fields[key],
  width: 100,
  value: (_id, values) => looked(values[key] ?? null),
});
const columns = [column('amount'), column('note'), column('fund')];
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };

const store = new RowStore();
const places = Array.from({ length: ROWS }, (_, index) => index);
store.load(
  {
    fields: ['id', 'revision', 'position', 'amount', 'note', 'fund'],
    columns: [
      places.map((index) => index + 1),
      places.map(() => 1),
      places.map((index) => (index + 1) * 1_024),
      places.map((index) => (index * 7_919) % 10_007),
      places.map((index) => `第${(index * 7_919) % 100_003}批`),
      places.map((index) => ['generalPublic', 'governmentFund', 'ownFunds'][index % 3] ?? null),
    ],
    count: ROWS,
  },
  1,
);
const parts = { store, include: () => looked(true), drafts: new Drafts(store) };
const seen = (id: number) => ({ values: store.get(id)?.values ?? {}, waits: looked(false) });

/** Runs to the end; answers the result and the most that was looked at in one step. */
function counted<T>(steps: Steps<T>): { readonly result: T; readonly most: number } {
  let most = 0;
  for (;;) {
    looks = 0;
    const { done, value } = steps.next();
    most = Math.max(most, looks);
    if (done) return { result: value, most };
  }
}

test.each([
  ['a sort by amounts', { ...STORED_ORDER, sort: { column: 'amount', descending: true } }],
  ['a sort by texts that all differ', { ...STORED_ORDER, sort: { column: 'note', descending: false } }],
  ['groups', { ...STORED_ORDER, group: { column: 'fund', digits: null } }],
  ['a filter', { ...STORED_ORDER, filters: { amount: { kind: 'between', from: 5_000, to: null } as const } }],
])('%s of 20,000 rows looks at no more than a few thousand cells between two looks at the clock', (_, arrangement) => {
  const arranging = counted(arrangeRows(store.order, seen, arrangement, columns, lookup));
  const arranged: Arranged = arranging.result;
  const laying = counted(layRows({ ...parts, arranged }, columns, new Set()));
  // A row is looked at and its value is read.
  expect(arranging.most).toBeLessThanOrEqual(2 * STEP);
  expect(laying.most).toBeLessThanOrEqual(2 * STEP);
  const { rows, sums, numbers } = laying.result;
  expect(rows.keys.length).toBeGreaterThan(1);
  expect(sums?.all().rows).toBe(ROWS - arranged.hidden.size);
  expect(numbers?.get(ROWS)).toBe(ROWS);
});

test('the stored order is laid in steps, too', () => {
  const { result, most } = counted(layRows({ ...parts, arranged: null }, columns, new Set()));
  expect(most).toBeLessThanOrEqual(STEP);
  expect(result.rows.keys.length).toBe(ROWS + 1);
  expect(result.rows.indexOf('r20000')).toBe(ROWS - 1);
});

test('sorting compares no more than its step between two looks at the clock', () => {
  const { result, most } = counted(sortInSteps(ROWS, (left, right) => looked(right - left)));
  expect(most).toBeLessThanOrEqual(STEP);
  expect([result[0], result[ROWS - 1]]).toEqual([ROWS - 1, 0]);
});

test('a part of the work tells its own share of the progress', () => {
  function* work(): Steps<string> {
    yield 0;
    yield 0.5;
    return 'done';
  }
  const told: number[] = [];
  const steps = within(0.5, 1, work());
  for (let step = steps.next(); !step.done; step = steps.next()) told.push(step.value);
  expect(told).toEqual([0.5, 0.75]);
  expect(atOnce(work())).toBe('done');
});
