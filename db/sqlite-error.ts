/** SQLite's errors as failures, decided by the driver's code and never by the message text. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, failure } from '../shared/api/failure.ts';

/** The driver's code such as `SQLITE_FULL`, or null when the error is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/** Whether the schema refused what a statement was to do. */
export function isConstraint(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === true;
}

/**
 * What an error of SQLite on the book file at `path` means to the user; null when the error is not SQLite's or
 * means a mistake of the program.
 */
export function bookFailure(error: unknown, path: string): Failure | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  const name = basename(path);
  const is = (prefix: string) => code === prefix || code.startsWith(`${prefix}_`);
  if (is('SQLITE_FULL')) return failure('DISK_FULL', { name });
  if (is('SQLITE_READONLY') || is('SQLITE_PERM')) return failure('BOOK_READ_ONLY', { name });
  if (is('SQLITE_BUSY') || is('SQLITE_LOCKED')) return failure('BOOK_HELD', { name });
  if (is('SQLITE_CORRUPT') || is('SQLITE_NOTADB')) {
    return failure('BOOK_DAMAGED', { name, reason: '文件内容前后不一致' });
  }
  if (is('SQLITE_IOERR') || is('SQLITE_CANTOPEN')) {
    if (!existsSync(path)) return failure('BOOK_MISSING', { name });
    return failure('BOOK_DAMAGED', { name, reason: '磁盘读写出错' });
  }
  return null;
}
