/** The power goes while the core works: imports, merges, carrying forward, undoing. Single lines are db/freeze.test.ts's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { now } from '../../db/book.fixture.ts';
import { frozen } from '../../db/freeze.fixture.ts';
import { openBook } from '../../db/open.ts';
import { sampleDocument } from '../../samples/sample-document.ts';
import { inCore } from './core.fixture.ts';
import { bookOf, IMPORTED, makeBook, STEPS, stateOf } from './crash-steps.fixture.ts';

const POINTS = 120;

const prepare = (folder: string) =>
  writeFileSync(join(folder, IMPORTED), JSON.stringify(sampleDocument('lanxian-2025')));

/** The state of a book; it must be whole. */
function stateIn(folder: string, round: number): string {
  const book = openBook(join(folder, bookOf(round)), { mode: 'write', user: '李四', now });
  try {
    expect(book.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(book.db.pragma('foreign_key_check')).toEqual([]);
    return stateOf(book);
  } finally {
    book.close();
  }
}

test('whenever the power goes, the book holds every step that was answered, and none by halves', async () => {
  const states: string[] = [];
  await inCore(async (core) => {
    prepare(core.folder);
    await makeBook(core, 0);
    for (const step of STEPS) {
      await step(core);
      const book = openBook(join(core.folder, bookOf(0)), { mode: 'read', user: '李四', now });
      states.push(stateOf(book));
      book.close();
    }
  });
  const cut = new Set<number>();
  const points = await frozen({
    script: join(import.meta.dirname, 'crash-worker.fixture.ts'),
    words: [],
    points: POINTS,
    pause: 60,
    prepare,
    look: (folder, done) => {
      const round = Math.floor((done - 1) / STEPS.length);
      const step = done - 1 - round * STEPS.length;
      // The step after the last answered one may have been committed; after a round's last step that is the next book's.
      expect(stateIn(folder, round)).toBeOneOf([states[step], states[step + 1]]);
      cut.add(step);
    },
  });
  expect(points).toBe(POINTS);
  expect(cut.size).toBeGreaterThan(STEPS.length / 2);
  console.log(`${points} moments within imports, merges, carrying forward and undoing: 0 steps lost, 0 by halves`);
}, 180_000);
