import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { failureOf, fingerprint, inFolder, line, newBook, now, save } from './book.fixture.ts';
import { startChild } from './child-process.fixture.ts';
import { createBook } from './create.ts';
import { lockPath } from './lock.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';

const open = (path: string) => openBook(path, { mode: 'write', user: '张三', now });

/** Refuses to open a file, and leaves it and its folder as they were. */
function refusal(folder: string, path: string) {
  const before = fingerprint(folder);
  const failure = failureOf(() => open(path));
  expect(fingerprint(folder)).toEqual(before);
  return failure;
}

function bookWithLines(path: string): void {
  const book = newBook(path);
  save(
    book,
    'line',
    1,
    Array.from({ length: 400 }, (_, at) => line({ note: `说明${at}`.repeat(20) })),
  );
  book.close();
}

describe('opening what is not a usable book says so and leaves it as it is', () => {
  test('a missing file', () =>
    inFolder((folder) => {
      expect(refusal(folder, join(folder, '没有.ysb'))).toMatchObject({
        code: 'BOOK_MISSING',
        sentence: '找不到账套“没有.ysb”。',
      });
    }));

  test('a file that is no database, a folder, and an SQLite file of another program', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, '表.ysb'), 'PK\u0003\u0004 this is a workbook'.repeat(100));
      mkdirSync(join(folder, '文件夹.ysb'));
      const other = new Database(join(folder, '别的.ysb'));
      other.exec('CREATE TABLE bookmark (id INTEGER); PRAGMA user_version = 1');
      other.close();
      expect(refusal(join(folder, '文件夹.ysb'), join(folder, '文件夹.ysb'))?.code).toBe('BOOK_FOREIGN');
      for (const name of ['表.ysb', '别的.ysb']) {
        const before = readFileSync(join(folder, name));
        expect(failureOf(() => open(join(folder, name)))).toMatchObject({
          code: 'BOOK_FOREIGN',
          sentence: `“${name}”不是预算账套，未作任何改动。`,
          remedy: '请选择扩展名为 .ysb 的账套文件。',
        });
        expect(readFileSync(join(folder, name))).toEqual(before);
      }
      expect(readdirSync(folder).sort()).toEqual(['别的.ysb', '文件夹.ysb', '表.ysb'].sort());
    }));

  test('a book of a newer program, with both versions named', () =>
    inFolder((folder) => {
      const path = join(folder, '新.ysb');
      newBook(path).close();
      const db = new Database(path);
      db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
      db.close();
      expect(refusal(folder, path)).toMatchObject({
        code: 'BOOK_NEWER',
        sentence: `账套“新.ysb”由更新的版本建立（格式 ${MIGRATIONS.length + 1}，本程序支持到 ${MIGRATIONS.length}），未作任何改动。`,
        remedy: '请升级本程序后再打开。',
      });
    }));

  test('a book whose schema names a table or a column otherwise, which SQLite takes as it is', () =>
    inFolder((folder) => {
      const path = join(folder, '坏.ysb');
      for (const rename of [
        'TABLE waiver RENAME TO waived',
        'TABLE line RENAME note TO mote',
        'TABLE setting RENAME TO s',
      ]) {
        rmSync(path, { force: true });
        newBook(path).close();
        const db = new Database(path);
        db.exec(`ALTER ${rename}`);
        expect(db.pragma('quick_check', { simple: true })).toBe('ok');
        db.close();
        expect(refusal(folder, path)?.code).toBe('BOOK_DAMAGED');
      }
      // A check that names a function which is none, SQLite's own check cannot compute.
      rmSync(path, { force: true });
      bookWithLines(path);
      const overwritten = readFileSync(path, 'latin1').replaceAll('length(functional)', 'lengtx(functional)');
      writeFileSync(path, overwritten, 'latin1');
      expect(refusal(folder, path)?.code).toBe('BOOK_DAMAGED');
    }));

  test('a truncated book, an empty file and a book with overwritten pages', () =>
    inFolder((folder) => {
      const path = join(folder, '坏.ysb');
      bookWithLines(path);
      const whole = readFileSync(path);
      truncateSync(path, whole.length - 5_000);
      expect(refusal(folder, path)).toMatchObject({
        code: 'BOOK_DAMAGED',
        sentence: '账套“坏.ysb”已损坏，未作任何改动（文件不完整，可能没有复制完）。',
        remedy: '请从“备份”中最近的一份恢复；损坏的文件会留着。',
      });
      writeFileSync(path, '');
      expect(refusal(folder, path)?.sentence).toBe('账套“坏.ysb”已损坏，未作任何改动（文件是空的）。');
      for (const from of [4_096, 45_056, 60_000]) {
        writeFileSync(
          path,
          Buffer.concat([whole.subarray(0, from), Buffer.alloc(2_000, 0xa5), whole.subarray(from + 2_000)]),
        );
        expect(refusal(folder, path)?.sentence).toBe('账套“坏.ysb”已损坏，未作任何改动（文件内容前后不一致）。');
      }
    }));
});

describe('where nothing can be written', () => {
  test('a book in a read-only folder opens for reading with the reason, and nothing is created beside it', () =>
    inFolder(async (outer) => {
      const folder = join(outer, 'CD');
      mkdirSync(folder);
      const path = join(folder, '只读.ysb');
      newBook(path).close();
      for (const mode of [0o555, 0o755]) {
        chmodSync(outer, 0o755);
        chmodSync(path, 0o444);
        chmodSync(folder, mode);
        const before = fingerprint(folder);
        const child = startChild('open', path, true);
        expect(await child.next()).toEqual({
          readOnly: true,
          reason: '账套“只读.ysb”所在位置不能写入，现在只能查看。',
          write: 'BOOK_READ_ONLY',
        });
        await child.ended;
        expect(fingerprint(folder)).toEqual(before);
      }
    }));

  test('a new book is refused there', () =>
    inFolder(async (folder) => {
      chmodSync(folder, 0o555);
      const child = startChild('create', join(folder, '新.ysb'), true);
      expect(await child.next()).toMatchObject({ failure: { code: 'TARGET_DENIED' } });
      await child.ended;
    }));
});

describe('one writer', () => {
  test('a second process gets the book for reading, with the name of the first, and sees what the first commits', () =>
    inFolder(async (folder) => {
      const path = join(folder, '账.ysb');
      newBook(path).close();
      const child = startChild('hold', path);
      expect(await child.next()).toEqual({ readOnly: false, reason: null, write: null });
      const second = open(path);
      expect(second.readOnly).toBe(true);
      expect(second.readOnlyReason?.sentence).toMatch(
        /^账套“账\.ysb”正由李四（本机另一个窗口，\d\d-\d\d \d\d:\d\d 起）打开编辑，现在只能查看。$/,
      );
      expect(failureOf(() => save(second, 'line', 1, [line({})]))?.code).toBe('BOOK_BUSY');
      expect(listRows(second, 'unit', null)).toHaveLength(1);
      second.close();
      await child.kill();

      const third = open(path);
      expect(third.readOnly).toBe(false);
      third.close();
      expect(readdirSync(folder)).toEqual(['账.ysb']);
    }));

  test('a reader sees what the writer has committed since', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const writer = newBook(path);
      const reader = open(path);
      save(writer, 'line', 1, [line({})]);
      expect(listRows(reader, 'line', 1)).toHaveLength(1);
      reader.close();
      writer.close();
      expect(readdirSync(folder)).toEqual(['账.ysb']);
    }));

  test('takes over the lock of a dead process, of a time before the last start, and of a silent other computer', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      newBook(path).close();
      const lock = lockPath(path);
      const holder = { pid: process.pid, host: hostname(), user: '王五', at: now().toISOString(), token: 'x' };
      const left = (given: object, hoursAgo = 0) => {
        writeFileSync(lock, JSON.stringify({ ...holder, ...given }));
        const at = Date.now() / 1000 - hoursAgo * 3600;
        utimesSync(lock, at, at);
        const book = open(path);
        const { readOnly } = book;
        book.close();
        return readOnly;
      };
      expect(left({})).toBe(true);
      expect(left({ pid: 999_999_999 })).toBe(false);
      expect(left({}, 24 * 365 * 20)).toBe(false);
      expect(left({ host: '别的电脑' })).toBe(true);
      expect(left({ host: '别的电脑' }, 1)).toBe(false);
    }));

  test('the user takes over from another computer once it has missed two heartbeats, and is told who had left', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      newBook(path).close();
      const lock = lockPath(path);
      const holder = { pid: 1, host: '别的电脑', user: '王五', at: now().toISOString(), token: 'x' };
      const silentFor = (seconds: number, takeOver: boolean) => {
        writeFileSync(lock, JSON.stringify(holder));
        const at = Date.now() / 1000 - seconds;
        utimesSync(lock, at, at);
        const book = openBook(path, { mode: 'write', user: '张三', now, takeOver });
        book.close();
        return { readOnly: book.readOnly, leftBy: book.leftBy };
      };
      expect(silentFor(60, true)).toEqual({ readOnly: true, leftBy: null });
      expect(silentFor(180, false)).toEqual({ readOnly: true, leftBy: null });
      expect(silentFor(180, true)).toEqual({ readOnly: false, leftBy: expect.stringMatching(/^王五（电脑 别的电脑/) });
    }));

  test('a writer whose lock was taken over refuses to write on, and leaves the other lock alone', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const book = newBook(path);
      const other = { pid: 1, host: '别的电脑', user: '王五', at: now().toISOString(), token: 'x' };
      writeFileSync(lockPath(path), JSON.stringify(other));
      expect(failureOf(() => save(book, 'line', 1, [line({})]))?.sentence).toMatch(
        /^账套“账\.ysb”正由王五（电脑 别的电脑/,
      );
      book.close();
      expect(readdirSync(folder)).toContain('.账.ysb.lock');
    }));

  test('a book that has been moved away refuses to be written', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const book = newBook(path);
      copyFileSync(path, join(folder, '别处.ysb'));
      for (const name of ['.账.ysb.lock', '账.ysb']) writeFileSync(join(folder, name), '');
      expect(failureOf(() => save(book, 'line', 1, [line({})]))).not.toBeNull();
      book.close();
    }));
});

describe('one file', () => {
  test('nothing but the book holds data after a commit, so that copying the one file copies everything', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const book = newBook(path);
      save(book, 'line', 1, [line({ note: '刚写的' })]);
      const journal = `${path}-journal`;
      expect(readdirSync(folder).sort()).toEqual(['.账.ysb.lock', '账.ysb', '账.ysb-journal']);
      // Without its header a journal counts for nothing.
      expect(readFileSync(journal).subarray(0, 28)).toEqual(Buffer.alloc(28));
      copyFileSync(path, join(folder, '拷贝.ysb'));
      copyFileSync(path, join(folder, '两个.ysb'));
      copyFileSync(journal, join(folder, '两个.ysb-journal'));
      book.close();
      for (const name of ['拷贝.ysb', '两个.ysb']) {
        const copy = open(join(folder, name));
        expect(listRows(copy, 'line', 1).map(({ note }) => note)).toEqual(['刚写的']);
        copy.close();
      }
      expect(readdirSync(folder).sort()).toEqual(['两个.ysb', '拷贝.ysb', '账.ysb']);
    }));

  test('a new book never replaces a file, and a seed that fails leaves nothing behind', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      writeFileSync(path, '珍贵');
      expect(failureOf(() => newBook(path))?.sentence).toBe('账套文件“账.ysb”已存在。');
      expect(readFileSync(path, 'utf8')).toBe('珍贵');
      const seed = () => {
        throw new Error('no');
      };
      expect(() => createBook(join(folder, '新.ysb'), { user: '张三', now, seed })).toThrow('no');
      expect(readdirSync(folder)).toEqual(['账.ysb']);
    }));
});
