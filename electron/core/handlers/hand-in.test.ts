import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

const SPENT = line({ amount: fen(100_000) });
const INCOME = line({ side: 'income', nature: null, deptEconomic: null, amount: fen(100_000) });

const statusOf = async (core: TestCore) => (await listed(core, 'budget', null))[0]?.status;

test('a budget with errors is not handed in, and the refusal says how many and which comes first', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [INCOME]);
    const refused = await failureOf(core.call('budget.handIn', { budgetId: 1 }));
    expect(refused.code).toBe('HAND_IN_REFUSED');
    expect(refused.sentence).toMatch(/^还有[1-9][0-9]*个错误没有改正，不能上报。收支不平：/);
    expect(await statusOf(core)).toBe('draft');
    const [{ parentId: _, ...budget } = expect.fail()] = await listed(core, 'budget', null);
    const sneaked = core.call('budget.apply', {
      parentId: null,
      label: '改状态',
      save: [{ ...budget, status: 'submitted' }],
      remove: [],
    });
    expect((await failureOf(sneaked)).sentence).toBe('状态：请在“审核”页上报。');
    const anew = draft('budget', { unitId: 1, year: 2029, stage: 'first', status: 'submitted' });
    const prepared = core.call('budget.prepare', { parentId: null, save: [anew] });
    expect((await failureOf(prepared)).sentence).toBe('状态：请在“审核”页上报。');
  }));

test('a budget without expenditure is not handed in, though nothing in it is wrong', () =>
  inCore(async (core) => {
    await createBook(core);
    expect(await core.call('check.readiness', { budgetId: 1 })).toMatchObject({ ready: false });
    expect((await failureOf(core.call('budget.handIn', { budgetId: 1 }))).code).toBe('HAND_IN_EMPTY');
    expect(await statusOf(core)).toBe('draft');
  }));

test('handed in, a budget is closed to every edit until it is taken back; both are steps of the history', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [INCOME, SPENT]);
    await core.call('budget.handIn', { budgetId: 1 });
    expect(await statusOf(core)).toBe('submitted');
    expect((await failureOf(add(core, 'line', 1, [SPENT]))).code).toBe('BOOK_LOCKED_BUDGET');
    expect((await failureOf(core.call('budget.handIn', { budgetId: 1 }))).code).toBe('INVALID_INPUT');
    await core.call('budget.takeBack', { budgetId: 1, reason: '财政要求调整' });
    expect(await statusOf(core)).toBe('draft');
    await add(core, 'line', 1, [{ ...SPENT, amount: fen(5) }]);
    const steps = await core.call('history.list', { before: null, limit: 9, entity: null, rowId: null });
    expect(steps.map(({ label }) => label).slice(1, 3)).toEqual([
      '退回（财政要求调整）：环卫中心2027年单位预算',
      '上报：环卫中心2027年单位预算',
    ]);
    await core.call('history.undo', {});
    await core.call('history.undo', {});
    expect(await statusOf(core)).toBe('submitted');
  }));

test('a budget that is repaired after the refusal is handed in', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [INCOME]);
    expect((await failureOf(core.call('budget.handIn', { budgetId: 1 }))).code).toBe('HAND_IN_REFUSED');
    await add(core, 'line', 1, [SPENT]);
    await core.call('budget.handIn', { budgetId: 1 });
    expect(await statusOf(core)).toBe('submitted');
  }));
