/** What goes wrong while a book is open: a full disk, another program on the file, a stick pulled out, damage found late. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { failureOf, inBook, inFolder, line, logicalDump, newBook, now, save } from './book.fixture.ts';
import { change } from './journal.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';
import { insertMany } from './rows.ts';
import { bookFailure } from './sqlite-error.ts';

/** The failure that an error of SQLite means. */
function meaning(path: string, run: () => unknown) {
  try {
    run();
    return null;
  } catch (error) {
    return bookFailure(error, path);
  }
}

test('a change that finds the disk full is taken back whole, and the next smaller one is saved', () =>
  inBook((book) => {
    save(book, 'line', 1, [line({ note: '先有的' })]);
    const before = logicalDump(book);
    const pages = book.db.pragma('page_count', { simple: true });
    book.db.pragma(`max_page_count = ${pages}`);
    const many = Array.from({ length: 2_000 }, () => line({ note: '长'.repeat(400) }));
    const failure = meaning(book.path, () =>
      change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, many)),
    );
    expect(failure).toMatchObject({
      code: 'DISK_FULL',
      sentence: '磁盘空间不足，“环卫中心.ysb”没有写入，原文件未变。',
      remedy: '清理磁盘或换一个位置再试。',
    });
    expect(logicalDump(book)).toEqual(before);
    book.db.pragma('max_page_count = 1000000');
    expect(save(book, 'line', 1, [line({})])).toHaveLength(1);
  }));

test('a save that finds the file held by another program says so after a while, and goes through once it is let go', () =>
  inBook((book) => {
    const other = new Database(book.path);
    other.exec('BEGIN EXCLUSIVE');
    const failure = meaning(book.path, () => save(book, 'line', 1, [line({})]));
    expect(failure).toMatchObject({
      code: 'BOOK_HELD',
      sentence: '账套“环卫中心.ysb”正被别的程序占用（如杀毒软件、网盘同步），这一步没有存进去。',
    });
    other.exec('ROLLBACK');
    other.close();
    expect(listRows(book, 'line', 1)).toEqual([]);
    expect(save(book, 'line', 1, [line({})])).toHaveLength(1);
  }));

test('a book whose folder has gone says that it cannot be found', () =>
  inFolder((outer) => {
    const folder = join(outer, 'U盘');
    const away = join(outer, '拔出');
    const path = join(folder, '账.ysb');
    mkdirSync(folder);
    const first = newBook(path);
    renameSync(folder, away);
    expect(failureOf(() => save(first, 'line', 1, [line({})]))).toMatchObject({
      code: 'BOOK_MISSING',
      sentence: '找不到账套“账.ysb”。',
    });
    renameSync(away, folder);
    expect(save(first, 'line', 1, [line({})])).toHaveLength(1);
    first.close();
  }));

test('damage in a large book is found when the damaged pages are read, and the file stays as it is', () =>
  inFolder((folder) => {
    const path = join(folder, '大.ysb');
    const book = newBook(path);
    const many = Array.from({ length: 40_000 }, (_, at) => line({ note: `说明${at}` }));
    change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, many));
    book.close();
    const bytes = readFileSync(path);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    bytes.fill(0xa5, 2_000_000 - (2_000_000 % 4_096), 2_020_000);
    writeFileSync(path, bytes);
    const open = openBook(path, { mode: 'write', user: '张三', now });
    expect(meaning(path, () => listRows(open, 'line', 1))).toMatchObject({
      code: 'BOOK_DAMAGED',
      sentence: '账套“大.ysb”已损坏，未作任何改动（文件内容前后不一致）。',
    });
    open.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }));

test('a large book that was not copied to its end is refused at opening', () =>
  inFolder((folder) => {
    const path = join(folder, '大.ysb');
    const book = newBook(path);
    const many = Array.from({ length: 40_000 }, () => line({}));
    change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, many));
    book.close();
    writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size - 20_000));
    expect(failureOf(() => openBook(path, { mode: 'write', user: '张三', now }))?.sentence).toBe(
      '账套“大.ysb”已损坏，未作任何改动（文件不完整，可能没有复制完）。',
    );
  }));
