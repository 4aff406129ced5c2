/**
 * 100,000 × 12 imported as a user does it: the file read and compared with the book, then, with a backup, taken into it
 * as one change. Beside exceljs's streaming reader with a bare prepared insertion.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Benchmark } from './harness.ts';
import { type LargeBook, openLargeBook, temporaryFolder, writeLargeBook } from './large-book.ts';
import { lineFrom, valuesByLabel, writeLineWorkbook } from './line-workbook.ts';
import { bareRows, ROWS } from './xlsx-read.ts';

const ROUNDS = 3;

export const xlsxImport: Benchmark = {
  name: 'xlsx import 100,000 × 12',
  goal: { atMost: 0.6 },
  rounds: ROUNDS,
  prepare: async () => {
    const folder = temporaryFolder();
    const path = join(folder, '明细.xlsx');
    await writeLineWorkbook(path, ROWS);
    const books: LargeBook[] = [];
    for (let round = 0; round <= ROUNDS; round++) books.push(await openLargeBook(0));
    const waiting = [...books];
    let bares = 0;
    return {
      ours: async () => {
        const book = waiting.pop();
        if (book === undefined) throw new Error('more rounds than books');
        await importInto(book, path);
      },
      reference: () => importBare(join(folder, `${++bares}.ysb`), path),
      done: async () => {
        for (const book of books) await book.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** What importing takes in memory on top of a started core, in a process of its own with the flags of `npm start`. */
export const xlsxImportMemory: Benchmark = {
  name: 'xlsx import 100,000 × 12, memory',
  goal: { within: 150, unit: 'MB' },
  rounds: 1,
  prepare: async () => {
    const folder = temporaryFolder();
    const path = join(folder, '明细.xlsx');
    await writeLineWorkbook(path, ROWS);
    const grown = (way: string): number => {
      const child = join(import.meta.dirname, 'import-child.ts');
      const words = ['--max-semi-space-size=16', child, way, path];
      // not an amount: megabytes
      return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
    };
    return {
      ours: () => grown('ours'),
      reference: () => grown('bare'),
      done: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** Looks a workbook over and takes all of it. */
export async function importInto(book: LargeBook, path: string): Promise<void> {
  book.choose(path);
  const { fileId } = await book.call('intake.open', { budgetId: book.budgetId, kind: 'spending', jobId: 'open' });
  const { added } = await book.call('intake.apply', { fileId, skipBad: false, jobId: 'apply' });
  if (added !== ROWS) throw new Error(`${added} lines imported`);
}

/** Row by row into a book that is no book of ours in anything but its schema. */
export async function importBare(bookPath: string, path: string): Promise<void> {
  writeLargeBook(bookPath, 0);
  const db = new Database(bookPath);
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = FULL');
  const insert = db.prepare(
    `INSERT INTO line (id, revision, budget_id, position, side, origin, fund, functional, revenue, nature,
       dept_economic, gov_economic, use, project_id, amount, note)
     VALUES (?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  db.exec('BEGIN');
  let id = 0;
  for await (const cells of bareRows(path)) {
    if (id > 0) insert.run(id, id * 1024, ...lineFrom(cells, valuesByLabel));
    id += 1;
  }
  db.exec('COMMIT');
  db.close();
}
