/**
 * What a kill or a power cut would leave, at hundreds of moments: a working process is frozen, its files are copied as
 * they are at that instant, and the copy must open with everything that had been reported as saved.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { now } from './book.fixture.ts';
import { linesOf, OLD_LINES } from './crash-steps.fixture.ts';
import { type Freezing, frozen } from './freeze.fixture.ts';
import { newestVersion, versionOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';
import { images } from './statements.ts';

const WORKER = join(import.meta.dirname, 'crash-worker.fixture.ts');
const EDIT_POINTS = 400;
const MIGRATE_POINTS = 120;
const RESTORE_POINTS = 120;

const moments = (command: string, points: number, look: Freezing['look']) =>
  frozen({ script: WORKER, words: [command], points, pause: 12, look });

/** Opens what the freeze left and closes it again. */
function opened<T>(path: string, look: (book: ReturnType<typeof openBook>) => T): T {
  const book = openBook(path, { mode: 'write', user: '李四', now });
  try {
    expect(book.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(book.db.pragma('foreign_key_check')).toEqual([]);
    return look(book);
  } finally {
    book.close();
  }
}

/** Every file that bears a backup's name is a whole book. */
function wholeBackups(folder: string): void {
  const backups = join(folder, '备份');
  const names = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.ysb')) : [];
  const [one] = names.sort(() => Math.random() - 0.5);
  if (one !== undefined) opened(join(backups, one), (book) => expect(listRows(book, 'budget', null)).toHaveLength(1));
}

test('whenever the power goes while lines are saved, imported and backed up, no reported line is lost and no step is half done', async () => {
  const points = await moments('edit', EDIT_POINTS, (folder, step) => {
    opened(join(folder, '账.ysb'), (book) => {
      const counts = images(book.db, 'SELECT amount, count(*) FROM line GROUP BY amount ORDER BY amount');
      // The step after the reported one may have been committed, too.
      expect(counts.length - step).toBeOneOf([0, 1]);
      expect(counts).toEqual(counts.map((_, at) => [at + 1, linesOf(at + 1)]));
    });
    wholeBackups(folder);
  });
  expect(points).toBe(EDIT_POINTS);
  console.log(`${points} moments while editing, importing and backing up: 0 lines lost, 0 books that do not open`);
}, 120_000);

test('whenever the power goes while a book is brought to the newest format, it opens with all its lines, old or new', async () => {
  const points = await moments('migrate', MIGRATE_POINTS, (folder, step) => {
    opened(join(folder, `旧${step}.ysb`), (book) => {
      expect(versionOf(book.db)).toBe(newestVersion(MIGRATIONS));
      expect(listRows(book, 'line', 1)).toHaveLength(OLD_LINES);
    });
    wholeBackups(folder);
  });
  expect(points).toBe(MIGRATE_POINTS);
  console.log(`${points} moments while upgrading: 0 lines lost, 0 books that do not open`);
}, 120_000);

test('whenever the power goes while a backup is restored, the book is the one before or the one restored, and both are kept', async () => {
  const points = await moments('restore', RESTORE_POINTS, (folder, step) => {
    opened(join(folder, '账.ysb'), (book) => {
      const amounts = images(book.db, 'SELECT amount FROM line WHERE note IS NULL ORDER BY amount').flat();
      expect(amounts.length - step).toBeOneOf([0, 1]);
      expect(amounts).toEqual(amounts.map((_, at) => at + 1));
    });
    wholeBackups(folder);
  });
  expect(points).toBe(RESTORE_POINTS);
  console.log(`${points} moments while restoring: 0 lines lost, 0 books that do not open`);
}, 120_000);
