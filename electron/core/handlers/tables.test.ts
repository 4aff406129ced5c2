import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { createBook, failureOf, inCore } from '../core.fixture.ts';

test('a cell answers the lines it sums in book order, with the exact total and count', () =>
  inCore(async (test) => {
    await createBook(test);
    const rows = [line({ amount: fen(3) }), line({ amount: fen(4) }), line({ fund: 'ownFunds', amount: fen(50) })];
    const saved = await test.call('line.apply', { parentId: 1, label: '录入', save: rows, remove: [] });
    const [first] = saved.rows;
    if (first === undefined) throw new Error('nothing saved');
    const before = { ...line({ amount: fen(5) }), position: first.position };
    await test.call('line.apply', { parentId: 1, label: '插入', save: [before], remove: [] });
    const cell = { budgetId: 1, no: 5, block: 0, row: 'f:2120501', column: 2 };
    const answer = await test.call('table.cellLines', cell);
    expect(answer.lines.map(({ amount }) => amount)).toEqual([5, 3, 4]);
    expect([answer.total, answer.count]).toEqual([12, 3]);
    expect(await test.call('table.cellLines', { ...cell, row: 'nowhere' })).toEqual({
      lines: [],
      total: 0,
      count: 0,
      from: [],
    });
  }));

test('what tables and totals will be is what they are once the block is taken, and until then nothing has changed', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'lanxian-2025' });
    const now = () => test.call('table.all', { budgetId: 1 });
    const before = await now();
    const save = [line({ functional: '2110301', amount: fen(12_345) }), line({ nature: 'project', amount: fen(67) })];
    const { prepared } = await test.call('line.prepare', { parentId: 1, save });
    const foreseen = await test.call('table.foresee', { prepared, tables: [5, 3] });
    expect(await now()).toEqual(before);
    expect(foreseen?.revision).toBe(before.revision);
    const taken = await test.call('rows.applyPrepared', { prepared, label: '粘贴 2 行' });
    expect(taken?.state.revision).toBe(before.revision + 1);
    expect(foreseen?.tables).toEqual([
      await test.call('table.get', { budgetId: 1, no: 5 }),
      await test.call('table.get', { budgetId: 1, no: 3 }),
    ]);
    expect(foreseen?.totals).toEqual(await test.call('totals.get', { budgetId: 1 }));
    expect((await now()).tables).not.toEqual(before.tables);
    expect(await test.call('table.foresee', { prepared, tables: [] })).toBeNull();
  }));

test('the overview of the sample names its structure and its change against last year', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'lanxian-2025' });
    const overview = await test.call('overview.get', { budgetId: 1 });
    expect(overview.totals.difference).toBe(0);
    const sum = (list: readonly { readonly amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0);
    expect(sum(overview.incomeByFund)).toBe(overview.totals.income);
    expect(sum(overview.expenditureByClass)).toBe(overview.totals.expenditure);
    expect(sum(overview.expenditureByNature)).toBe(overview.totals.expenditure);
    expect(overview.procurement).toBe(504_200_000);
    const total = overview.yearOnYear.find(({ measure }) => measure === 'expenditure.total');
    expect(total?.current).toBe(overview.totals.expenditure);
    expect(overview.yearOnYear).toHaveLength(15);
  }));

test('every measure that is compared with last year is a cell of a table', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'invented-2025' });
    const budgets = await test.call('budget.list', { parentId: null });
    const seen = new Set<string>();
    for (const id of budgets.columns[0] ?? []) {
      // The first column of a packed list holds the ids.
      const { yearOnYear } = await test.call('overview.get', { budgetId: id as number });
      for (const { measure, current } of yearOnYear) if (current !== 0) seen.add(measure);
    }
    expect(seen.size).toBe(15);
  }));

test('a code the user adds is listed and named at once', () =>
  inCore(async (test) => {
    await createBook(test);
    await test.call('line.apply', { parentId: 1, label: '录入', save: [line({ functional: '2129977' })], remove: [] });
    const code = draft('code', { catalogue: 'functional', fromYear: 2027, code: '2129977', name: '新设项' });
    await test.call('code.apply', { parentId: null, label: '新增科目', save: [code], remove: [] });
    const list = await test.call('codes.list', { catalogue: 'functional', year: 2027 });
    expect(list.find((entry) => entry.code === '2129977')).toMatchObject({ name: '新设项', mark: 'U' });
    const table = await test.call('table.get', { budgetId: 1, no: 5 });
    expect(JSON.stringify(table.rows)).toContain('新设项');
    expect(JSON.stringify(await test.call('table.all', { budgetId: 1 }))).toContain('新设项');
  }));

test('a budget that is not there is said so by every call about it', () =>
  inCore(async (test) => {
    await createBook(test);
    for (const name of ['totals.get', 'overview.get', 'table.all', 'check.run'] as const) {
      expect(await failureOf(test.call(name, { budgetId: 9 }))).toMatchObject({
        code: 'NOT_FOUND',
        sentence: '要操作的单位预算已不存在，可能已被删除。',
      });
    }
    await test.call('totals.get', { budgetId: 1 });
    await test.call('budget.apply', { parentId: null, label: '删除', save: [], remove: [1] });
    expect((await failureOf(test.call('totals.get', { budgetId: 1 }))).code).toBe('NOT_FOUND');
  }));
