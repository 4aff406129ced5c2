/** 100,000 lines inserted in one change with its journal row, beside a bare prepared-statement loop. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { change } from '../../db/journal.ts';
import { openBook } from '../../db/open.ts';
import { insertMany } from '../../db/rows.ts';
import type { Benchmark } from './harness.ts';
import { inventedLine } from './invented-lines.ts';
import { temporaryFolder, writeLargeBook } from './large-book.ts';

const LINES = 100_000;

export const bulkInsert: Benchmark = {
  name: 'bulk insert of 100,000 lines',
  goal: { atMost: 1.3 },
  rounds: 5,
  prepare: () => {
    const folder = temporaryFolder();
    const lines = Array.from({ length: LINES }, (_, index) => inventedLine(index + 1));
    let round = 0;
    const fresh = () => {
      round += 1;
      const path = join(folder, `${round}.ysb`);
      writeLargeBook(path, 0);
      return path;
    };
    const books = Array.from({ length: 6 }, () =>
      openBook(fresh(), { mode: 'write', user: 'bench', now: () => new Date() }),
    );
    const bares = Array.from({ length: 6 }, () => {
      const db = new Database(fresh());
      db.pragma('foreign_keys = ON');
      db.pragma('synchronous = FULL');
      return db;
    });
    const waitingBooks = [...books];
    const waitingBares = [...bares];
    return {
      ours: () => {
        const book = waitingBooks.pop();
        if (book === undefined) throw new Error('more rounds than books');
        change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, lines));
      },
      reference: () => {
        const db = waitingBares.pop();
        if (db === undefined) throw new Error('more rounds than files');
        const insert = db.prepare(
          `INSERT INTO line (id, revision, budget_id, position, side, origin, fund, functional, revenue, nature,
             dept_economic, gov_economic, use, project_id, amount, note)
           VALUES (?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        );
        db.transaction(() => {
          lines.forEach((line, index) => {
            insert.run(
              index + 1,
              (index + 1) * 1024,
              line.side,
              line.origin,
              line.fund,
              line.functional,
              line.revenue,
              line.nature,
              line.deptEconomic,
              line.govEconomic,
              line.use,
              line.projectId,
              line.amount,
              line.note,
            );
          });
        })();
      },
      done: () => {
        for (const book of books) book.close();
        for (const db of bares) db.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
