import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, backUpOnline } from './backup/back-up.ts';
import { compareBooks } from './backup/compare.ts';
import { failureOf, inFolder, line, newBook, now, save } from './book.fixture.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';
import { reseal } from './seal.ts';

const PASSWORD = '核算\'中心"2027';
const open = (path: string, password: string | null, mode: 'read' | 'write' = 'write') =>
  openBook(path, { mode, user: '张三', now, password });

/** A book with one line, sealed. */
function sealed(path: string): void {
  const book = newBook(path);
  save(book, 'line', 1, [line({ note: '环卫外包服务费明细' })]);
  reseal(book, PASSWORD);
  book.close();
}

test('a sealed book opens with its password only, and says whether one is missing or wrong', () =>
  inFolder((folder) => {
    const path = join(folder, '账.ysb');
    sealed(path);
    const before = readFileSync(path);
    expect(failureOf(() => open(path, null))?.code).toBe('BOOK_SEALED');
    expect(failureOf(() => open(path, '错'))?.code).toBe('BOOK_WRONG_PASSWORD');
    expect(readFileSync(path).equals(before)).toBe(true);
    const book = open(path, PASSWORD);
    save(book, 'line', 1, [line({ note: '再来一条' })]);
    expect(listRows(book, 'line', 1).map(({ note }) => note)).toEqual(['环卫外包服务费明细', '再来一条']);
    book.close();
    expect(readdirSync(folder)).toEqual(['账.ysb']);
  }));

test('nothing of what was entered can be read in a sealed file or its backups', () =>
  inFolder(async (folder) => {
    const path = join(folder, '账.ysb');
    sealed(path);
    const book = open(path, PASSWORD);
    const copy = backUp(book, '导入前', now());
    const other = join(folder, '另存.ysb');
    await backUpOnline(book, other);
    for (const file of [path, copy, other]) {
      const bytes = readFileSync(file);
      expect(statSync(file).size % 4096).toBe(0);
      for (const text of ['环卫', 'SQLite', 'CREATE TABLE']) expect(bytes.includes(text)).toBe(false);
      const again = file === path ? null : open(file, PASSWORD, 'read');
      expect(again === null ? [] : compareBooks(again, book)).toEqual([]);
      again?.close();
    }
    book.close();
  }));

test('a password can be changed and taken away again', () =>
  inFolder((folder) => {
    const path = join(folder, '账.ysb');
    sealed(path);
    const book = open(path, PASSWORD);
    reseal(book, '第二个');
    book.close();
    expect(failureOf(() => open(path, PASSWORD))?.code).toBe('BOOK_WRONG_PASSWORD');
    const second = open(path, '第二个');
    reseal(second, null);
    second.close();
    const plain = open(path, null);
    expect(listRows(plain, 'line', 1)).toHaveLength(1);
    plain.close();
  }));

test('a sealed file that is cut short or scribbled over is refused, and a text file is still foreign', () =>
  inFolder((folder) => {
    const path = join(folder, '账.ysb');
    sealed(path);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 4096));
    expect(failureOf(() => open(path, PASSWORD))?.code).toBe('BOOK_DAMAGED');
    writeFileSync(path, Buffer.from(bytes).fill(0x5a, 8192, 12_000));
    expect(failureOf(() => open(path, PASSWORD))?.code).toBe('BOOK_DAMAGED');
    const text = join(folder, '文.ysb');
    writeFileSync(text, '预算'.repeat(4096));
    expect(failureOf(() => open(text, PASSWORD))?.code).toBe('BOOK_FOREIGN');
  }));
