import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { createBook, failureOf, inCore } from '../core.fixture.ts';

test('the history tells who changed which field from what to what, in words', () =>
  inCore(async (test) => {
    await createBook(test);
    const project = draft('project', { name: '清扫', category: 'operations' });
    await test.call('project.apply', { parentId: 1, label: '新增项目', save: [project], remove: [] });
    const first = await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
    const [row] = first.rows;
    if (row === undefined) throw new Error('nothing saved');
    const { parentId: _budget, ...stored } = row;
    const edited = { ...stored, amount: fen(123_456_789), nature: 'project', projectId: 1, note: '外包' } as const;
    await test.call('line.apply', { parentId: 1, label: '改金额', save: [edited], remove: [] });
    const [change] = await test.call('history.list', { before: null, limit: 1 });
    expect(change).toMatchObject({ by: '张三', at: '2026-11-23T01:02:03.000Z', label: '改金额', undone: false });
    expect(change?.changes).toEqual([
      {
        entity: 'line',
        rowId: 1,
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
    const [change] = await test.call('history.list', { before: null, limit: 1 });
    expect(change?.changes[0]?.fields).toContainEqual({ label: '名称', before: '洒水车', after: '' });
    const many = Array.from({ length: 60 }, () => line({}));
    await test.call('line.apply', { parentId: 1, label: '粘贴 60 行', save: many, remove: [] });
    const remove = Array.from({ length: 60 }, (_, at) => at + 1);
    await test.call('line.apply', { parentId: 1, label: '删除 60 行', save: [], remove });
    const [last] = await test.call('history.list', { before: null, limit: 1 });
    expect(last?.changes).toHaveLength(20);
    expect(last?.changes[0]).toEqual({ entity: 'line', rowId: 1, kind: 'remove', fields: [] });
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
