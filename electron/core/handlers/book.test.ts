import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { line } from '../../../db/book.fixture.ts';
import { createBook, failureOf, inCore, makeCore } from '../core.fixture.ts';

describe('a new book', () => {
  test('holds one unit and one draft budget, is where the user chose, and has nothing to undo', () =>
    inCore(async (test) => {
      await createBook(test);
      expect(await test.call('book.state', {})).toEqual({
        opening: expect.any(Number),
        name: '账.ysb',
        folder: expect.any(String),
        readOnly: false,
        sealed: false,
        readOnlyReason: null,
        revision: 1,
        undo: null,
        redo: null,
      });
      expect((await test.call('unit.list', { parentId: null })).count).toBe(1);
      expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 0, difference: 0 });
    }));

  test('gets the extension the user left out, and never replaces a file', () =>
    inCore(async (test) => {
      const unit = { unitCode: '044', unitName: '环卫/中心', level: 'county', unitKind: 'institution', year: 2027 };
      test.choose = '新账套';
      expect((await test.call('book.create', unit)).name).toBe('新账套.ysb');
      test.choose = '新账套.ysb';
      expect(await failureOf(test.call('book.create', unit))).toMatchObject({
        code: 'DUPLICATE',
        sentence: '账套文件“新账套.ysb”已存在。',
      });
      test.choose = null;
      expect((await failureOf(test.call('book.create', unit))).code).toBe('CANCELLED');
      expect((await failureOf(test.call('book.create', { ...unit, level: '县' }))).at).toBe('level');
      expect((await test.call('book.state', {}))?.name).toBe('新账套.ysb');
    }));
});

describe('a password', () => {
  test('seals the book, is asked for at opening and after locking, and can be taken away', () =>
    inCore(async (test) => {
      await createBook(test);
      await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
      expect((await failureOf(test.call('book.setPassword', { password: '1234567' }))).at).toBe('password');
      expect(await test.call('book.setPassword', { password: '核算中心2027年' })).toMatchObject({ sealed: true });
      expect((await test.call('line.list', { parentId: 1 })).count).toBe(1);
      await test.call('book.close', {});
      expect((await failureOf(test.call('book.open', { recentId: null }))).code).toBe('BOOK_SEALED');
      expect((await failureOf(test.call('book.unlock', { password: '错了错了' }))).code).toBe('BOOK_WRONG_PASSWORD');
      expect(await test.call('book.unlock', { password: '核算中心2027年' })).toMatchObject({ undo: '录入' });
      await test.call('book.lock', {});
      expect((await failureOf(test.call('line.list', { parentId: 1 }))).code).toBe('NO_BOOK');
      await test.call('book.unlock', { password: '核算中心2027年' });
      expect(await test.call('book.setPassword', { password: null })).toMatchObject({ sealed: false });
      await test.call('book.close', {});
      expect(await test.call('book.open', { recentId: null })).toMatchObject({ sealed: false, undo: '录入' });
    }));
});

describe('a reader', () => {
  test('hears of what the writer commits, and may edit once the writer has gone', () =>
    inCore(async (writer) => {
      await createBook(writer);
      const reader = makeCore(writer.folder, '李四');
      try {
        reader.choose = '账.ysb';
        expect(await reader.call('book.open', { recentId: null })).toMatchObject({ readOnly: true });
        expect(await failureOf(reader.call('book.edit', {}))).toMatchObject({ code: 'BOOK_BUSY' });
        const heard = reader.events.length;
        await writer.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
        await vi.waitUntil(() => reader.events.length > heard, { timeout: 5_000 });
        expect(reader.events.at(-1)).toMatchObject({ name: 'book.changed', payload: { state: { undo: '录入' } } });
        await writer.call('book.close', {});
        expect(await reader.call('book.edit', {})).toMatchObject({ readOnly: false, undo: '录入' });
        expect((await reader.call('book.edit', {})).readOnly).toBe(false);
      } finally {
        await reader.core.close();
      }
    }));
});

describe('opening', () => {
  test('a wrong file keeps the open book open', () =>
    inCore(async (test) => {
      await createBook(test);
      writeFileSync(join(test.folder, '表.ysb'), 'not a book');
      test.choose = '表.ysb';
      expect(await failureOf(test.call('book.open', { recentId: null }))).toMatchObject({ code: 'BOOK_FOREIGN' });
      expect((await test.call('book.state', {}))?.name).toBe('账.ysb');
      expect((await test.call('line.list', { parentId: 1 })).count).toBe(0);
    }));

  test('the book that is open answers its state; another one takes its place and frees the first', () =>
    inCore(async (test) => {
      await createBook(test);
      await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
      expect((await test.call('book.open', { recentId: null })).revision).toBe(2);
      await test.call('book.openSample', { which: 'lanxian-2025' });
      expect(readdirSync(test.folder).sort()).toEqual(['data', '账.ysb']);
      expect(test.events.at(-1)).toMatchObject({
        name: 'book.changed',
        payload: { state: { name: '示例 县环卫中心2025.ysb' } },
      });
    }));

  test('from the list of recent books by its id, newest first, and says which are missing', () =>
    inCore(async (test) => {
      await createBook(test);
      await test.call('book.openSample', { which: 'invented-2025' });
      await test.call('book.close', {});
      expect(await test.call('book.state', {})).toBeNull();
      expect(test.events.at(-1)?.name).toBe('book.closed');
      const recent = await test.call('book.recent', {});
      expect(recent.map(({ name, missing }) => [name, missing])).toEqual([
        ['示例 虚构部门2025.ysb', false],
        ['账.ysb', false],
      ]);
      expect(JSON.stringify(recent)).not.toContain(test.folder);
      const id = recent[1]?.id ?? '';
      expect((await test.call('book.open', { recentId: id })).name).toBe('账.ysb');
      await test.call('book.close', {});
      rmSync(join(test.folder, '账.ysb'));
      expect((await test.call('book.recent', {}))[0]).toMatchObject({ missing: true });
      expect((await failureOf(test.call('book.open', { recentId: id }))).code).toBe('BOOK_MISSING');
      expect((await failureOf(test.call('book.open', { recentId: 'x' }))).code).toBe('NOT_FOUND');
    }));

  test('a book that another window edits opens for reading, says who, refuses changes and shows what is saved there', () =>
    inCore(async (first) => {
      await createBook(first);
      const second = makeCore(first.folder, '李四');
      second.choose = '账.ysb';
      const state = await second.call('book.open', { recentId: null });
      expect(state.readOnlyReason).toMatch(
        /^账套“账\.ysb”正由张三（本机另一个窗口，.* 起）打开编辑，现在只能查看。关闭另一处后重新打开即可编辑。$/,
      );
      const rows = { parentId: 1, label: '录入', save: [line({})], remove: [] };
      expect((await failureOf(second.call('line.apply', rows))).code).toBe('BOOK_BUSY');
      expect((await failureOf(second.call('history.undo', {}))).code).toBe('BOOK_BUSY');
      expect(await second.call('settings.set', { key: 'width', value: '5' })).toBeNull();
      expect(await second.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 0 });
      await first.call('line.apply', rows);
      expect(await second.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: 1 });
      expect((await second.call('book.state', {}))?.revision).toBe(2);
      await second.core.close();
    }));

  test('a sample is built once; what is entered into the copy stays', () =>
    inCore(async (test) => {
      await test.call('book.openSample', { which: 'lanxian-2025' });
      const before = await test.call('totals.get', { budgetId: 1 });
      expect(before).toMatchObject({ income: 13_623_063_779, expenditure: 13_623_063_779, difference: 0 });
      await test.call('line.apply', { parentId: 1, label: '录入', save: [line({})], remove: [] });
      await test.call('book.close', {});
      await test.call('book.openSample', { which: 'lanxian-2025' });
      expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ lines: before.lines + 1 });
      expect((await failureOf(test.call('book.openSample', { which: '../x' }))).code).toBe('NOT_FOUND');
      expect(existsSync(join(test.folder, 'data', '示例账套'))).toBe(true);
    }));
});
