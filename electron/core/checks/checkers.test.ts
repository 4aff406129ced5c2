import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { CoreEvent } from '../../../shared/api/events.ts';
import { fail } from '../../../shared/api/failure.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';
import { BudgetChecks } from './budget-checks.ts';
import { fromTheBeginning, said } from './from-the-beginning.fixture.ts';

const PURCHASE = {
  id: null,
  revision: null,
  position: null,
  projectId: null,
  lineId: null,
  catalogueCode: null,
  name: '桌',
  category: 'goods' as const,
  measure: null,
  amount: fen(500),
  imported: false,
  smeReserved: null,
  microReserved: null,
  method: null,
  period: null,
  note: null,
  worksRelated: null,
};

const told = ({ events }: TestCore) =>
  events.flatMap((event: CoreEvent) => (event.name === 'checks.changed' ? [event.payload] : []));
const line = (amount: number, fields: object = {}) => ({
  id: null,
  revision: null,
  position: null,
  side: 'expenditure' as const,
  origin: 'current' as const,
  fund: 'generalPublic' as const,
  functional: '2120501',
  revenue: null,
  nature: 'basic' as const,
  deptEconomic: '30201',
  govEconomic: null,
  use: null,
  projectId: null,
  amount: fen(amount),
  note: null,
  ...fields,
});

test('findings follow edits, undo, large pastes and removals, and say what a run from the beginning says', () =>
  inCore(async (core) => {
    await core.call('book.openSample', { which: 'invented-2025' });
    const [budget] = await listed(core, 'budget', null);
    const budgetId = budget?.id ?? 0;
    const { name } = (await core.call('book.state', {})) ?? fail('NO_BOOK');
    const path = join(core.folder, 'data', '示例账套', name);
    const compare = async (what: string) => {
      const now = said(await core.call('check.run', { budgetId }));
      expect([what, now]).toEqual([what, fromTheBeginning(path, budgetId)]);
      return now;
    };
    const before = await compare('opened');
    const [saved] = await add(core, 'line', budgetId, [line(100, { nature: null })]);
    const broken = await compare('a line without nature');
    expect(broken.length).toBeGreaterThan(before.length);
    await core.call('history.undo', {});
    expect(await compare('undone')).toEqual(before);
    await core.call('history.redo', {});
    await compare('redone');
    await core.call('line.apply', { parentId: budgetId, label: '删除', save: [], remove: [saved?.id ?? 0] });
    await compare('removed');
    await add(
      core,
      'line',
      budgetId,
      Array.from({ length: 2_500 }, (_, at) => line(100 + at, at % 2 === 0 ? {} : { functional: null })),
    );
    await compare('2,500 lines pasted');
    await core.call('history.undo', {});
    expect(await compare('paste undone')).toEqual(before);
    const [project] = await listed(core, 'project', budgetId);
    if (project === undefined) throw new Error('no project');
    await core.call('project.duplicate', {
      projectId: project.id,
      name: '副本',
      lines: true,
      goalSheet: true,
      procurement: true,
    });
    await compare('project copied');
    await core.call('unit.apply', {
      parentId: null,
      label: '改性质',
      save: (await listed(core, 'unit', null))
        .filter(({ id }) => id === budget?.unitId)
        .map(({ parentId: _book, ...unit }) => ({ ...unit, kind: 'institution' as const })),
      remove: [],
    });
    await compare('kind of unit changed');
  }));

test('who hears that a check is under way hears of its end, though it finds nothing new', () =>
  inCore(async (core) => {
    await createBook(core);
    await core.call('check.run', { budgetId: 1 });
    core.events.length = 0;
    await add(core, 'line', 1, [line(100)]);
    await core.call('check.run', { budgetId: 1 });
    await vi.waitFor(() => expect(told(core).at(-1)?.finished).toBe(true));
    core.events.length = 0;
    const [row] = await listed(core, 'line', 1);
    const { parentId: _, ...before } = row ?? fail('NOT_FOUND', { what: '行' });
    const { version } = await core.call('check.changes', { budgetId: 1, seen: null });
    const save = [{ ...before, amount: fen(200) }];
    await core.call('line.apply', { parentId: 1, label: '改', save, remove: [] });
    await core.call('history.undo', {});
    const asked = await core.call('check.changes', { budgetId: 1, seen: version });
    expect(asked.progress.finished).toBe(false);
    await vi.waitFor(() => expect(told(core).at(-1)).toMatchObject({ version: asked.version, finished: true }));
    const after = await core.call('check.changes', { budgetId: 1, seen: asked.version });
    expect(after.progress.finished).toBe(true);
  }));

test('only what changed is told, and that there is something to ask', () =>
  inCore(async (core) => {
    await createBook(core);
    await core.call('check.run', { budgetId: 1 });
    const first = await core.call('check.changes', { budgetId: 1, seen: null });
    expect(first).toMatchObject({ whole: true, progress: { finished: true } });
    core.events.length = 0;
    await add(core, 'line', 1, [line(100, { nature: null })]);
    await core.call('check.run', { budgetId: 1 });
    expect(told(core).at(-1)).toMatchObject({ budgetId: 1, finished: true });
    const next = await core.call('check.changes', { budgetId: 1, seen: first.version });
    expect(next.whole).toBe(false);
    expect(next.changed.map(({ ruleId }) => ruleId)).toContain('line-nature-missing');
    const { changed, gone } = await core.call('check.changes', { budgetId: 1, seen: next.version });
    expect([changed, gone]).toEqual([[], []]);
  }));

test('a call is answered while a large book is being checked', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(
      core,
      'line',
      1,
      Array.from({ length: 5_000 }, (_, at) => line(100 + at)),
    );
    let isDone = false;
    const checking = core.call('check.run', { budgetId: 1 }).then(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone) {
      await core.call('totals.get', { budgetId: 1 });
      answered += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await checking;
    // A book gone through in one go would have let one call in, before or after it.
    expect(answered).toBeGreaterThan(3);
  }));

test('a check gives way after every slice: whatever comes in waits for a few steps, never for a book', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(
      core,
      'line',
      1,
      Array.from({ length: 2_000 }, (_, at) => line(100 + at)),
    );
    core.choose = '账.ysb';
    await core.call('book.close', {});
    await core.call('book.open', { recentId: null });
    // A clock that goes on by half a millisecond whenever it is looked at: a slice is eight steps long.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 0.5));
    const step = vi.spyOn(BudgetChecks.prototype, 'step');
    const inTurns: number[] = [];
    let before = 0;
    let isDone = false;
    const whole = core.call('check.run', { budgetId: 1 }).then(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      inTurns.push(step.mock.calls.length - before);
      before = step.mock.calls.length;
    }
    await whole;
    vi.restoreAllMocks();
    expect(before).toBeGreaterThan(2_000);
    expect(Math.max(...inTurns)).toBeLessThanOrEqual(10);
  }));

test('fixes of a kind are one change, and one undo takes them back', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [
      line(100, { side: 'income', nature: 'basic' }),
      line(200, { side: 'income', nature: 'basic' }),
    ]);
    const found = async () =>
      (await core.call('check.run', { budgetId: 1 })).filter(
        (one) => one.ruleId === 'line-income-with-spending-fields',
      );
    const keys = (await found()).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect((await core.call('check.fix', { budgetId: 1, keys })).mended).toBe(2);
    expect(await found()).toEqual([]);
    await core.call('history.undo', {});
    expect((await found()).map(({ key }) => key)).toEqual(keys);
  }));

test('fixes that want looking at one by one are not made together', () =>
  inCore(async (core) => {
    await createBook(core);
    const item = { ...PURCHASE, quantity: '2', unitPrice: fen(300) };
    await add(core, 'procurement', 1, [item, { ...item, name: '椅' }]);
    const found = (await core.call('check.run', { budgetId: 1 })).filter(
      ({ ruleId }) => ruleId === 'procurement-price',
    );
    const keys = found.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect((await failureOf(core.call('check.fix', { budgetId: 1, keys }))).sentence).toContain('逐条');
    expect((await core.call('check.fix', { budgetId: 1, keys: keys.slice(0, 1) })).mended).toBe(1);
  }));
