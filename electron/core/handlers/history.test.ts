import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { createBook, failureOf, inCore } from '../core.fixture.ts';

const LAST = { before: null, limit: 1, entity: null, rowId: null } as const;

test('the history tells who changed which field from what to what, in words', () =>
  inCore(async (test) => {
    await createBook(test);
    const project = draft('project', { name: '清扫', category: 'operations' });
    await test.call('project.apply', { parentId: 1, label: '新增项目', save: [project], remove: [] });
    const first = await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
    const edited = {
      ...line({}),
      ...first.rows[0],
      amount: fen(123_456_789),
      nature: 'project',
      projectId: 1,
      note: '外包',
    } as const;
    await test.call('line.apply', { parentId: 1, label: '改金额', save: [edited], remove: [] });
    const [change] = await test.call('history.list', LAST);
    expect(change).toMatchObject({ by: '张三', at: '2026-11-23T01:02:03.000Z', label: '改金额', undone: false });
    expect(change?.changes).toEqual([
      {
        entity: 'line',
        label: '预算明细',
        rowId: 1,
        name: '支出 · 2120501 城乡社区环境卫生 · 30201 办公费 · 清扫 · 外包',
        kind: 'update',
        fields: [
          { label: '支出性质', before: '基本支出', after: '项目支出' },
          { label: '项目', before: '', after: '清扫' },
          { label: '金额', before: '1.00', after: '1,234,567.89' },
          { label: '说明', before: '', after: '外包' },
        ],
      },
    ]);
  }));

test('a removed row can be read in the history, many of them are counted by the label', () =>
  inCore(async (test) => {
    await createBook(test);
    const asset = draft('asset', { kind: 'other', name: '洒水车', quantity: '2', measure: '辆', value: fen(5_000) });
    await test.call('asset.apply', { parentId: 1, label: '新增', save: [asset], remove: [] });
    await test.call('asset.apply', { parentId: 1, label: '删除', save: [], remove: [1] });
    const [change] = await test.call('history.list', LAST);
    expect(change?.changes[0]?.fields).toContainEqual({ label: '名称', before: '洒水车', after: '' });
    const many = Array.from({ length: 60 }, () => line({}));
    await test.call('line.apply', { parentId: 1, label: '粘贴 60 行', save: many, remove: [] });
    const remove = Array.from({ length: 60 }, (_, at) => at + 1);
    await test.call('line.apply', { parentId: 1, label: '删除 60 行', save: [], remove });
    const [last] = await test.call('history.list', LAST);
    expect(last?.changes).toHaveLength(20);
    expect(last?.changes[0]).toMatchObject({ entity: 'line', rowId: 1, kind: 'remove', fields: [] });
    expect(last?.rows).toBe(60);
  }));

test('undo and redo answer the new state, tell the windows and bring the tables along', () =>
  inCore(async (test) => {
    await createBook(test);
    await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
    expect(await test.call('history.undo', {})).toMatchObject({ revision: 3, undo: null, redo: '录入' });
    expect(test.events.at(-1)).toMatchObject({ name: 'book.changed', payload: { entities: ['line'] } });
    expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 0, expenditure: 0 });
    expect((await failureOf(test.call('history.undo', {}))).code).toBe('NOTHING_TO_UNDO');
    expect(await test.call('history.redo', {})).toMatchObject({ undo: '录入', redo: null });
    expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 1, expenditure: 100 });
  }));

test('windows are told which rows changed, came or went, and get just those; of many here and there they are told the kind only', () =>
  inCore(async (test) => {
    await createBook(test);
    const told = () =>
      test.events.flatMap(({ name, payload }) => (name === 'book.changed' ? [payload.rows] : [])).at(-1);
    await test.call('line.apply', { parentId: 1, label: '录入', save: [line({}), line({ note: '二' })], remove: [] });
    expect(told()).toEqual({ line: [[1, 2]] });
    await test.call('line.apply', { parentId: 1, label: '删除', save: [], remove: [2] });
    await test.call('history.undo', {});
    expect(told()).toEqual({ line: [[2, 2]] });
    const packed = await test.call('rows.get', { entity: 'line', ids: [2, 99] });
    expect(packed.count).toBe(1);
    expect(packed.columns[packed.fields.indexOf('note')]).toEqual(['二']);
    expect((await failureOf(test.call('rows.get', { entity: 'x', ids: [] }))).code).toBe('INVALID_INPUT');
    const many = Array.from({ length: 1_200 }, () => line({}));
    const { rows } = await test.call('line.apply', { parentId: 1, label: '粘贴 1200 行', save: many, remove: [] });
    expect(told()).toEqual({ line: [[rows[0]?.id, rows.at(-1)?.id]] });
    const scattered = rows.filter((_, at) => at % 2 === 0).map(({ id }) => id);
    await test.call('line.apply', { parentId: 1, label: '删除 600 行', save: [], remove: scattered });
    expect(told()).toEqual({});
  }));

test('codes are told by name, records that came or went with all they held', () =>
  inCore(async (test) => {
    await createBook(test);
    await test.call('line.apply', { parentId: 1, label: '录入', save: [line({ note: '甲' })], remove: [] });
    const [entered] = await test.call('history.list', LAST);
    expect(entered).toMatchObject({ rows: 1, changes: [{ kind: 'insert', rowId: 1 }] });
    expect(entered?.changes[0]?.fields).toEqual([
      { label: '收支', before: '', after: '支出' },
      { label: '资金年度', before: '', after: '本年预算' },
      { label: '资金来源', before: '', after: '一般公共预算' },
      { label: '功能分类科目', before: '', after: '2120501 城乡社区环境卫生' },
      { label: '支出性质', before: '', after: '基本支出' },
      { label: '部门预算支出经济分类', before: '', after: '30201 办公费' },
      { label: '金额', before: '', after: '1.00' },
      { label: '说明', before: '', after: '甲' },
    ]);
  }));

test('of one record the history shows only what touched it, and what it held when it was entered', () =>
  inCore(async (test) => {
    await createBook(test);
    const first = await test.call('line.apply', {
      parentId: 1,
      label: '录入',
      save: [line({ note: '甲' }), line({ note: '乙' })],
      remove: [],
    });
    const save = [{ ...line({ note: '丙' }), ...first.rows[0] }];
    await test.call('line.apply', { parentId: 1, label: '改', save, remove: [] });
    await test.call('line.apply', { parentId: 1, label: '删', save: [], remove: [2] });
    const ofFirst = await test.call('history.list', { before: null, limit: 10, entity: 'line', rowId: 1 });
    expect(ofFirst.map(({ label, rows }) => [label, rows])).toEqual([
      ['改', 1],
      ['录入', 1],
    ]);
    expect(ofFirst[1]?.changes[0]?.fields).toContainEqual({ label: '说明', before: '', after: '甲' });
    const ofBudgets = await test.call('history.list', { before: null, limit: 10, entity: 'budget', rowId: null });
    expect(ofBudgets).toEqual([]);
    const ofLines = await test.call('history.list', { before: null, limit: 1, entity: 'line', rowId: null });
    expect(ofLines.map(({ label }) => label)).toEqual(['删']);
    for (const [entity, rowId] of [
      ['lines', null],
      [null, 1],
    ] as const) {
      const failure = await failureOf(test.call('history.list', { before: null, limit: 10, entity, rowId }));
      expect([failure.code, failure.at]).toEqual(['INVALID_INPUT', 'entity']);
    }
  }));

test('one record is brought back, as a new step that can be undone, and the tables follow', () =>
  inCore(async (test) => {
    await createBook(test);
    const save = [line({ amount: fen(500) }), line({ amount: fen(70) })];
    await test.call('line.apply', { parentId: 1, label: '录入', save, remove: [] });
    await test.call('line.apply', { parentId: 1, label: '删除', save: [], remove: [1, 2] });
    const order = { entity: 'line', rowId: 1, entryId: 2, side: 'before', revision: null } as const;
    const { rowId, state } = await test.call('history.restoreRow', order);
    expect([rowId, state.undo]).toEqual([1, '恢复预算明细到“删除”之前']);
    expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ expenditure: 500, lines: 1 });
    expect((await failureOf(test.call('history.restoreRow', order))).code).toBe('CONFLICT');
    expect((await failureOf(test.call('history.restoreRow', { ...order, entity: 'x' }))).code).toBe('INVALID_INPUT');
    expect((await failureOf(test.call('history.restoreRow', { ...order, entryId: 99 }))).code).toBe('NOT_FOUND');
    await test.call('history.undo', {});
    expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 0 });
  }));

test('going back to a point undoes what came after it, and going forward does it again', () =>
  inCore(async (test) => {
    await createBook(test);
    for (const amount of [1, 20, 300]) {
      const save = [line({ amount: fen(amount) })];
      await test.call('line.apply', { parentId: 1, label: `录入${amount}`, save, remove: [] });
    }
    const expenditure = async () => (await test.call('totals.get', { budgetId: 1 })).expenditure;
    expect(await test.call('history.goBackTo', { entryId: 1 })).toMatchObject({ undo: '录入1', redo: '录入20' });
    expect(await expenditure()).toBe(1);
    expect(await test.call('history.state', {})).toEqual({ undo: 1, redo: 2, doneId: 1, undoneId: 2 });
    await test.call('history.goBackTo', { entryId: 3 });
    expect(await expenditure()).toBe(321);
    await test.call('history.goBackTo', { entryId: null });
    expect(await expenditure()).toBe(0);
    expect((await failureOf(test.call('history.goBackTo', { entryId: 9 }))).code).toBe('NOT_FOUND');
  }));
