/**
 * What a kill or a power cut would leave, at hundreds of moments: a working process is frozen, its files are copied as
 * they are at that instant, and the copy must open with everything that had been reported as saved.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inFolder, now } from './book.fixture.ts';
import { linesOf, OLD_LINES } from './crash-steps.fixture.ts';
import { newestVersion, versionOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';
import { images } from './statements.ts';

const WORKER = join(import.meta.dirname, 'crash-worker.fixture.ts');
const EDIT_POINTS = 400;
const MIGRATE_POINTS = 120;

/** Waits until the system says that the process stands still; elsewhere than on Linux a little while. */
async function standing(pid: number): Promise<void> {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return sleep(5);
  while (!/\) T /.test(readFileSync(stat, 'utf8'))) await sleep(0);
}

/** Freezes a worker at random moments and hands a copy of its folder, with the last step it had reported, to `look`. */
async function frozen(command: string, points: number, look: (folder: string, step: number) => void): Promise<number> {
  return inFolder(async (folder) => {
    const worker = spawn(process.execPath, [WORKER, command, folder], { stdio: 'inherit' });
    let looked = 0;
    try {
      while (looked < points) {
        expect(worker.exitCode, 'the worker has ended').toBeNull();
        await sleep(Math.random() * 12);
        const pid = worker.pid ?? 0;
        worker.kill('SIGSTOP');
        await standing(pid);
        const step = lastSaid(folder);
        const copy = mkdtempSync(join(tmpdir(), 'yusuan-frozen-'));
        if (step > 0) cpSync(folder, copy, { recursive: true, filter: (from) => !from.endsWith('.lock') });
        // The worker stands still while its copy is looked at, so that its book does not grow meanwhile.
        if (step > 0) {
          look(copy, step);
          looked += 1;
        }
        rmSync(copy, { recursive: true, force: true });
        worker.kill('SIGCONT');
      }
    } finally {
      worker.kill('SIGKILL');
      await new Promise((resolve) => worker.once('close', resolve));
    }
    return looked;
  });
}

function lastSaid(folder: string): number {
  try {
    return Number.parseInt(readFileSync(join(folder, 'said'), 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

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
  const points = await frozen('edit', EDIT_POINTS, (folder, step) => {
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
  const points = await frozen('migrate', MIGRATE_POINTS, (folder, step) => {
    opened(join(folder, `旧${step}.ysb`), (book) => {
      expect(versionOf(book.db)).toBe(newestVersion(MIGRATIONS));
      expect(listRows(book, 'line', 1)).toHaveLength(OLD_LINES);
    });
    wholeBackups(folder);
  });
  expect(points).toBe(MIGRATE_POINTS);
  console.log(`${points} moments while upgrading: 0 lines lost, 0 books that do not open`);
}, 120_000);
