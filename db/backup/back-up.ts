/** Verified copies of the book in the folder `备份` beside it, or where the user wants one. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID } from '../format.ts';
import { BACKUP_FOLDER, backupStem } from './names.ts';

/** How many pages an online backup copies in one turn: 2 MB, a few milliseconds. */
const PAGES_A_TURN = 512;

/**
 * Copies the committed state of an open book at once, before something that must not go wrong. The copy is written
 * under a temporary name, checked and only then given its own, so that whatever bears a backup's name is a whole book.
 * @param reason why, in a few Chinese characters, e.g. `升级前（格式1）`; part of the file name
 * @returns path of the copy
 * @throws SqliteError or a file system error; nothing is left behind
 */
export function backUp(db: Database.Database, path: string, reason: string, now: Date): string {
  const target = backupTarget(join(dirname(path), BACKUP_FOLDER), path, reason, now);
  const temporary = `${target}.tmp`;
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    finish(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return target;
}

/**
 * The same by SQLite's online backup, a few pages a turn: calls go on meanwhile, and what they change is in the copy.
 * @param target absolute path; an existing file is replaced once the copy has passed its check
 * @throws SqliteError or a file system error; nothing is left behind
 */
export async function backUpOnline(db: Database.Database, target: string): Promise<void> {
  const temporary = `${target}.tmp`;
  try {
    await db.backup(temporary, { progress: () => PAGES_A_TURN });
    finish(temporary, target);
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

function finish(temporary: string, target: string): void {
  verify(temporary);
  flush(temporary);
  renameSync(temporary, target);
}

function verify(path: string): void {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
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
