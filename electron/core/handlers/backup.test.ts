import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

const backups = (test: TestCore) => readdirSync(join(test.folder, '备份'));

/** Makes a backup of the open book under a name the program lists, and answers its id. */
async function backUp(test: TestCore): Promise<string> {
  mkdirSync(join(test.folder, '备份'), { recursive: true });
  const id = '账 2026-11-22 09-00-00 自动.ysb';
  test.choose = join('备份', id);
  await test.call('backup.make', { jobId: 'b' });
  return id;
}

describe('a backup', () => {
  test('is listed with its time and reason, and says record by record what restoring it would change', () =>
    inCore(async (test) => {
      await createBook(test);
      const [kept, removed] = await add(test, 'project', 1, [
        draft('project', { name: '清扫', category: 'operations' }),
        draft('project', { name: '绿化', category: 'operations' }),
      ]);
      await add(test, 'line', 1, [line({ amount: fen(12_300) })]);
      const id = await backUp(test);
      expect(await test.call('backup.list', {})).toEqual({
        book: '账.ysb',
        open: true,
        backups: [{ id, at: new Date(2026, 10, 22, 9).toISOString(), reason: '自动', bytes: expect.any(Number) }],
      });
      if (kept === undefined || removed === undefined) throw new Error('not saved');
      const { parentId, ...renamed } = { ...kept, name: '清扫保洁' };
      await test.call('project.apply', { parentId, label: '改名', save: [renamed], remove: [removed.id] });
      await add(test, 'line', 1, [line({ amount: fen(700), note: '后来的' })]);
      expect(await test.call('backup.compare', { id, password: null })).toEqual({
        budgets: [
          {
            name: expect.stringContaining('2027'),
            past: { lines: 1, income: 0, expenditure: 12_300 },
            present: { budgetId: 1, lines: 2, income: 0, expenditure: 13_000 },
          },
        ],
        counts: [
          { entity: '项目', onlyThen: 1, onlyNow: 0, changed: 1 },
          { entity: '预算明细', onlyThen: 0, onlyNow: 1, changed: 0 },
        ],
        records: [
          {
            kind: 'changed',
            entity: '项目',
            name: '清扫',
            fields: [{ label: '项目名称', past: '清扫', present: '清扫保洁' }],
          },
          { kind: 'onlyThen', entity: '项目', name: '绿化', fields: [] },
          { kind: 'onlyNow', entity: '预算明细', name: expect.stringContaining('后来的'), fields: [] },
        ],
        more: 0,
      });
    }));

  test('is restored whole, and what stood there becomes a backup that can be restored in turn', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({ note: '早先' })]);
      const id = await backUp(test);
      await add(test, 'line', 1, [line({ note: '后来' })]);
      const state = await test.call('backup.restore', { id, password: null });
      expect(state).toMatchObject({ name: '账.ysb', readOnly: false, undo: '录入' });
      expect((await listed(test, 'line', 1)).map(({ note }) => note)).toEqual(['早先']);
      const before = backups(test).find((name) => name.includes('恢复前'));
      await test.call('backup.restore', { id: before ?? '', password: null });
      expect((await listed(test, 'line', 1)).map(({ note }) => note)).toEqual(['早先', '后来']);
    }));

  test('brings a damaged book back, and the damaged file is kept', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({ note: '早先' })]);
      const id = await backUp(test);
      await test.call('book.close', {});
      const path = join(test.folder, '账.ysb');
      const damaged = readFileSync(path).fill(0xa5, 4096, 12_000);
      writeFileSync(path, damaged);
      test.choose = '账.ysb';
      expect((await failureOf(test.call('book.open', { recentId: null }))).code).toBe('BOOK_DAMAGED');
      expect(await test.call('backup.list', {})).toMatchObject({ book: '账.ysb', open: false, backups: [{ id }] });
      expect(await test.call('backup.compare', { id, password: null })).toMatchObject({
        budgets: [{ past: { lines: 1 }, present: null }],
        records: [],
      });
      expect(await test.call('backup.restore', { id, password: null })).toMatchObject({ name: '账.ysb' });
      expect((await listed(test, 'line', 1)).map(({ note }) => note)).toEqual(['早先']);
      const kept = backups(test).find((name) => name.includes('恢复前')) ?? '';
      expect(readFileSync(join(test.folder, '备份', kept)).equals(damaged)).toBe(true);
      expect(await test.call('book.examine', {})).toEqual([]);
    }));

  test('that is damaged itself is refused while the open book stays open', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({})]);
      const id = await backUp(test);
      const path = join(test.folder, '备份', id);
      writeFileSync(path, readFileSync(path).subarray(0, 9_000));
      expect((await failureOf(test.call('backup.restore', { id, password: null }))).code).toBe('BOOK_DAMAGED');
      expect((await failureOf(test.call('backup.restore', { id: '没有.ysb', password: null }))).code).toBe('NOT_FOUND');
      expect(await test.call('book.state', {})).toMatchObject({ name: '账.ysb', undo: '录入' });
    }));

  test('made under an earlier password is compared and restored with that one, and the book has it again', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({ note: '早先' })]);
      await test.call('book.setPassword', { password: '早先的密码2026' });
      const id = await backUp(test);
      await test.call('book.setPassword', { password: '后来的密码2027' });
      await add(test, 'line', 1, [line({ note: '后来' })]);
      const attempt = (password: string | null) => failureOf(test.call('backup.compare', { id, password }));
      expect((await attempt(null)).code).toBe('BOOK_WRONG_PASSWORD');
      expect((await attempt('猜的密码2025')).code).toBe('BOOK_WRONG_PASSWORD');
      expect((await failureOf(test.call('backup.restore', { id, password: null }))).code).toBe('BOOK_WRONG_PASSWORD');
      const password = '早先的密码2026';
      expect(await test.call('backup.compare', { id, password })).toMatchObject({
        counts: [{ entity: '预算明细', onlyNow: 1 }],
      });
      expect(await test.call('backup.restore', { id, password })).toMatchObject({ sealed: true, readOnly: false });
      expect((await listed(test, 'line', 1)).map(({ note }) => note)).toEqual(['早先']);
      await test.call('book.close', {});
      test.choose = '账.ysb';
      expect((await failureOf(test.call('book.open', { recentId: null }))).code).toBe('BOOK_SEALED');
      expect(await test.call('book.unlock', { password })).toMatchObject({ name: '账.ysb' });
    }));

  test('that finds no room when it is to be restored leaves the open book open', () =>
    inCore(async (test) => {
      await createBook(test);
      await add(test, 'line', 1, [line({ note: '现在' })]);
      const id = await backUp(test);
      // A folder of that name is in the way of the copy.
      mkdirSync(join(test.folder, '.账.ysb.restore', '满'), { recursive: true });
      expect(await failureOf(test.call('backup.restore', { id, password: null }))).not.toBeNull();
      expect(await test.call('book.state', {})).toMatchObject({ name: '账.ysb', readOnly: false });
      expect((await listed(test, 'line', 1)).map(({ note }) => note)).toEqual(['现在']);
    }));

  test('is never written over the open book', () =>
    inCore(async (test) => {
      await createBook(test);
      test.choose = '账.ysb';
      expect(await failureOf(test.call('backup.make', { jobId: 'b' }))).toMatchObject({ code: 'DUPLICATE' });
    }));
});
