/** Verified copies of the book in the folder `备份` beside it, or where the user wants one. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Book } from '../book.ts';
import { connect } from '../connection.ts';
import { APPLICATION_ID } from '../format.ts';
import { BACKUP_FOLDER, backupStem } from './names.ts';

/** What is copied. */
type Source = Pick<Book, 'db' | 'path' | 'password'>;

/** How many pages an online backup copies in one turn: 2 MB, a few milliseconds. */
const PAGES_A_TURN = 512;

/**
 * Copies the committed state of an open book at once, before something that must not go wrong. The copy is written
 * under a temporary name, checked and only then given its own, so that whatever bears a backup's name is a whole book.
 * @param reason why, in a few Chinese characters, e.g. `升级前（格式1）`; part of the file name
 * @returns path of the copy
 * @throws SqliteError or a file system error; nothing is left behind
 */
export function backUp(book: Source, reason: string, now: Date): string {
  const target = backupTarget(join(dirname(book.path), BACKUP_FOLDER), book.path, reason, now);
  vacuum(book, target);
  return target;
}

/**
 * The same by SQLite's online backup, a few pages a turn: calls go on meanwhile, and what they change is in the copy.
 * A sealed book is copied at once instead, sealed with the same password: the online backup knows no keys.
 * @param target absolute path; an existing file is replaced once the copy has passed its check
 * @throws SqliteError or a file system error; nothing is left behind
 */
export async function backUpOnline(book: Source, target: string): Promise<void> {
  if (book.password !== null) return vacuum(book, target);
  const temporary = `${target}.tmp`;
  try {
    await book.db.backup(temporary, { progress: () => PAGES_A_TURN });
    finish(temporary, target, null);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A free name in a backup folder, which is made when it is not there. */
export function backupTarget(folder: string, book: string, reason: string, now: Date): string {
  mkdirSync(folder, { recursive: true });
  const stem = backupStem(book, reason, now);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${stem}.ysb` : `${stem} ${number}.ysb`);
    if (!existsSync(path)) return path;
  }
}

function vacuum(book: Source, target: string): void {
  const temporary = `${target}.tmp`;
  try {
    book.db.prepare('VACUUM INTO ?').run(temporary);
    finish(temporary, target, book.password);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function finish(temporary: string, target: string, password: string | null): void {
  verify(temporary, password);
  flush(temporary);
  renameSync(temporary, target);
}

function verify(path: string, password: string | null): void {
  const copy = connect(path, true, password);
  try {
    const sound = copy.pragma('quick_check', { simple: true }) === 'ok';
    if (!sound || copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Error('the backup copy did not pass its check');
    }
  } finally {
    copy.close();
  }
}

/** Forces a file's content to the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
