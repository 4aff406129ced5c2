import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../shared/api/failure.ts';
import type { SaveAnswer } from '../grid/saving.ts';
import { foresee } from './foresight.ts';
import { queries } from './query.ts';
import type { Question } from './question.ts';

const TOTALS: Question = ['totals.get', { budgetId: 1 }];
const TABLE: Question = ['table.get', { budgetId: 1, no: 5 }];
const TOGETHER: Question = ['table.get', { budgetId: 1, consolidated: true, no: 3 }];
const foreseen = { revision: 7, totals: '将来的合计', tables: [{ no: 5 }, { no: 3 }] };

let asked: (readonly [string, unknown])[];
let answers: Readonly<Record<string, unknown>>;

beforeEach(() => {
  asked = [];
  answers = { 'table.foresee': foreseen, 'totals.get': '问来的合计' };
  const call = async (name: string, input: unknown) => {
    asked.push([name, input]);
    const value = answers[name];
    return value === undefined ? { ok: false, failure: failure('AMOUNT_OVERFLOW') } : { ok: true, value };
  };
  vi.stubGlobal('window', { yusuan: { call } });
  queries.setQueryData(['book.state', {}], { revision: 7 });
});
afterEach(() => {
  queries.clear();
  vi.unstubAllGlobals();
});

const shown = [TOTALS, TABLE, TOGETHER, ['project.overview', { budgetId: 1 }]] as const;
const saved = (revision: number) => Promise.resolve<SaveAnswer>({ ok: true, rows: [], removed: [], revision });
const refused = Promise.resolve<SaveAnswer>({ ok: false, failure: failure('DISK_FULL') });
const known = (question: Question) => queries.getQueryData(question);

test('the questions on screen about the budget are foreseen, and shown by the key', async () => {
  const foresight = await foresee(3, 1, shown);
  expect(asked).toEqual([['table.foresee', { prepared: 3, tables: [5, 3] }]]);
  foresight?.show();
  expect([known(TOTALS), known(TABLE), known(TOGETHER)]).toEqual(['将来的合计', { no: 5 }, undefined]);
  expect(known(['table.get', { budgetId: 1, no: 3 }])).toBeUndefined();
});

test('it holds for its own block, and only until something else has changed', async () => {
  const foresight = await foresee(3, 1, shown);
  expect([foresight?.holdsFor(3), foresight?.holdsFor(4), foresight?.holdsFor(null)]).toEqual([true, false, false]);
  queries.setQueryData(['book.state', {}], { revision: 8 });
  expect(foresight?.holdsFor(3)).toBe(false);
});

test('behind a block that came as the next change the core is not asked; behind any other it is', async () => {
  const foresight = await foresee(3, 1, shown);
  expect(foresight?.behind(TOGETHER, saved(8))).toBeUndefined();
  expect(await foresight?.behind(TOTALS, saved(8))).toBe('将来的合计');
  expect(asked).toHaveLength(1);
  expect(await foresight?.behind(TOTALS, saved(9))).toBe('问来的合计');
  expect(await foresight?.behind(TOTALS, refused)).toBe('问来的合计');
});

test('what was shown of a block that is refused is asked for anew', async () => {
  const foresight = await foresee(3, 1, shown);
  foresight?.show();
  foresight?.takeBack();
  expect(queries.getQueryState(TOTALS)?.isInvalidated).toBe(true);
});

test('what cannot be foreseen is not: the block lies there no more, or sums would not be exact', async () => {
  answers = { 'table.foresee': null };
  expect(await foresee(3, 1, shown)).toBeNull();
  answers = {};
  expect(await foresee(3, 1, shown)).toBeNull();
});
