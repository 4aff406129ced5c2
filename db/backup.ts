/** Verified copies of the book in the folder `备份` beside it. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID } from './format.ts';

/** Name of the backup folder beside a book. */
const BACKUP_FOLDER = '备份';

/**
 * Copies the committed state of an open book. The copy is written under a temporary name, checked and only then
 * given its own, so that whatever bears a backup's name is a whole book.
 * @param reason why, in a few Chinese characters, e.g. `升级前（格式1）`; part of the file name
 * @returns path of the copy
 * @throws SqliteError or a file system error; nothing is left behind
 */
export function backUp(db: Database.Database, path: string, reason: string, now: Date): string {
  const folder = join(dirname(path), BACKUP_FOLDER);
  mkdirSync(folder, { recursive: true });
  const target = freeName(folder, `${basename(path, extname(path))} ${stamp(now)} ${reason}`);
  const temporary = `${target}.tmp`;
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    verify(temporary);
    flush(temporary);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return target;
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
function flush(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function freeName(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${stem}.ysb` : `${stem} ${number}.ysb`);
    if (!existsSync(path)) return path;
  }
}

/** Local date and time for a file name: `2026-11-23 09-05-07`. */
function stamp(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`;
}
