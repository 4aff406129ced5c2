/** One edit made durable with all 13 tables right, beside a bare one-row UPDATE in the same journal mode. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fen } from '../../shared/money/fen.ts';
import type { Benchmark } from './harness.ts';
import { inventedLine } from './invented-lines.ts';
import { openLargeBook, temporaryFolder, writeLargeBook } from './large-book.ts';

const EDITS = 50;

function edit(lines: number): Benchmark {
  return {
    name: `edit durable, tables right, ${lines.toLocaleString('en')} lines`,
    goal: { atMost: 2 },
    rounds: 9,
    prepare: async () => {
      const book = await openLargeBook(lines);
      await book.call('totals.get', { budgetId: book.budgetId });
      const folder = temporaryFolder();
      const bare = new Database(bareBook(folder, lines));
      bare.pragma('foreign_keys = ON');
      bare.pragma('synchronous = FULL');
      bare.pragma('journal_mode = PERSIST');
      const mode = bare.pragma('journal_mode', { simple: true });
      console.error(`  journal_mode ${mode}`);
      const update = bare.prepare('UPDATE line SET amount = ?, revision = revision + 1 WHERE id = ?');
      const place = (at: number) => 1 + ((at * 7907) % lines);
      const revisions = new Map<number, number>();
      let at = 0;
      let referenceAt = 0;
      return {
        ours: async () => {
          for (let index = 0; index < EDITS; index++) {
            at += 1;
            const id = place(at);
            const draft = {
              ...inventedLine(id),
              id,
              revision: revisions.get(id) ?? 1,
              position: null,
              amount: fen(at),
            };
            const { rows } = await book.call('line.apply', {
              parentId: book.budgetId,
              label: '修改',
              save: [draft],
              remove: [],
            });
            revisions.set(id, rows[0]?.revision ?? 1);
          }
        },
        reference: () => {
          for (let index = 0; index < EDITS; index++) update.run(++referenceAt, place(referenceAt));
        },
        done: async () => {
          bare.close();
          rmSync(folder, { recursive: true, force: true });
          await book.close();
        },
      };
    },
  };
}

function bareBook(folder: string, lines: number): string {
  const path = join(folder, 'bare.ysb');
  writeLargeBook(path, lines);
  return path;
}

export const edits = [1_000, 100_000, 1_000_000].map(edit);
