import { expect, test } from 'vitest';
import { line } from '../../../db/book.fixture.ts';
import type { Readiness } from '../../../shared/checks/readiness.ts';
import { READINESS_STEPS } from '../../../shared/checks/readiness-steps.ts';
import { ruleEntries } from '../../../shared/checks/registry.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, inCore, listed, type TestCore } from '../core.fixture.ts';

const SPENT = line({ amount: fen(100_000) });
const INCOME = line({ side: 'income', nature: null, deptEconomic: null, amount: fen(100_000) });

async function readiness(core: TestCore): Promise<Readiness> {
  await core.call('check.run', { budgetId: 1 });
  return core.call('check.readiness', { budgetId: 1 });
}
const stepOf = ({ steps }: Readiness, id: string) => steps.find((step) => step.id === id) ?? expect.fail();

test('every rule that a step asks about is a rule', () => {
  const known = new Set(ruleEntries.map(({ id }) => id));
  const asked = READINESS_STEPS.flatMap(({ needs }) =>
    needs.flatMap((need) => (need.kind === 'rules' ? need.rules : [])),
  );
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((id) => !known.has(id))).toEqual([]);
});

test('an empty budget says what is missing, step by step, and a filled one has nothing left', () =>
  inCore(async (core) => {
    await createBook(core);
    const empty = await readiness(core);
    expect(stepOf(empty, 'income')).toMatchObject({ state: 'todo', done: 0, total: 1, page: 'income' });
    expect(stepOf(empty, 'unit').missing.map(({ text }) => text)).toContain('没有填写单位职责。');
    expect(stepOf(empty, 'unit')).toMatchObject({ done: 0, total: 6 });
    const [{ parentId: _, ...own } = expect.fail()] = await listed(core, 'budget', null);
    await core.call('budget.apply', {
      parentId: null,
      label: '填写',
      save: [{ ...own, duties: '清扫', organisation: '一科', responsible: '甲', accountant: '乙', phone: '1' }],
      remove: [],
    });
    await add(core, 'line', 1, [INCOME, SPENT]);
    const filled = await readiness(core);
    expect(stepOf(filled, 'unit')).toMatchObject({ done: 5, total: 6 });
    expect(stepOf(filled, 'unit').missing[0]?.field).toMatchObject({ entity: 'unit', name: 'region' });
    for (const id of ['income', 'spending', 'balance', 'errors']) {
      expect(stepOf(filled, id)).toMatchObject({ state: 'done', missing: [] });
    }
    expect(filled).toMatchObject({ ready: true, checked: true, status: 'draft' });
  }));

test('only errors stand in the way, and a missing part names the finding to begin with', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [INCOME]);
    const unbalanced = await readiness(core);
    expect(unbalanced.ready).toBe(false);
    const { missing, required } = stepOf(unbalanced, 'errors');
    const findings = await core.call('check.run', { budgetId: 1 });
    expect(required).toBe(true);
    expect(missing[0]).toMatchObject({
      first: findings[0]?.key,
      count: findings.filter(({ severity }) => severity === 'error').length,
    });
    await add(core, 'line', 1, [SPENT, { ...INCOME, amount: fen(0) }]);
    const doubtful = await readiness(core);
    expect(stepOf(doubtful, 'warnings').state).toBe('todo');
    expect(doubtful.ready).toBe(true);
  }));

test('a waived warning is a step done', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [INCOME, SPENT, { ...INCOME, amount: fen(0) }]);
    const before = stepOf(await readiness(core), 'warnings');
    const warnings = (await core.call('check.run', { budgetId: 1 })).filter(({ severity }) => severity === 'warning');
    expect(before).toMatchObject({ done: 0, total: warnings.length });
    await core.call('check.waive', { budgetId: 1, keys: warnings.map(({ key }) => key), reason: '已核实' });
    expect(stepOf(await readiness(core), 'warnings')).toMatchObject({
      state: 'done',
      done: warnings.length,
      total: warnings.length,
    });
  }));

test('before the checks are through, no step that rests on them is called done', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, Array.from({ length: 3_000 }, () => [INCOME, SPENT]).flat());
    await core.call('book.close', {});
    core.choose = '账.ysb';
    await core.call('book.open', { recentId: null });
    const early = await core.call('check.readiness', { budgetId: 1 });
    expect(early.checked).toBe(false);
    expect(early.ready).toBe(false);
    expect(stepOf(early, 'errors').state).toBe('checking');
    expect(stepOf(await readiness(core), 'errors').state).toBe('done');
  }));
