/** All 13 tables recomputed in memory from the lines, beside thirteen SQL queries over the book. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readFactsContext, readLineFacts } from '../../db/facts.ts';
import { openBook } from '../../db/open.ts';
import { createCodeBook } from '../../shared/codes/index.ts';
import { createFacts } from '../../shared/facts/facts.ts';
import type { Benchmark } from './harness.ts';
import { temporaryFolder, writeLargeBook } from './large-book.ts';

const QUERIES = readFileSync(new URL('thirteen-tables.sql', import.meta.url), 'utf8')
  .split(';')
  .filter((sql) => sql.trim() !== '');

function tables(lines: number, atLeast: number): Benchmark {
  return {
    name: `13 tables recomputed, ${lines.toLocaleString('en')} lines`,
    goal: { atLeast },
    rounds: lines > 500_000 ? 3 : 7,
    prepare: () => {
      const folder = temporaryFolder();
      const path = join(folder, 'book.ysb');
      writeLargeBook(path, lines);
      const book = openBook(path, { mode: 'read', user: 'bench', now: () => new Date() });
      const facts = createFacts(readFactsContext(book, 1, (year) => createCodeBook(year)));
      facts.load(readLineFacts(book, 1));
      book.close();
      const db = new Database(path, { readonly: true });
      if (QUERIES.length !== 13) throw new Error(`${QUERIES.length} queries, not 13`);
      const statements = QUERIES.map((sql) => db.prepare(sql));
      return {
        ours: () => facts.recompute(),
        reference: () => {
          for (const statement of statements) statement.all({ budget: 1 });
        },
        done: () => {
          db.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  };
}

export const tableRecomputations = [tables(100_000, 60), tables(1_000_000, 250)];
