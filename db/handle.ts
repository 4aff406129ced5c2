/** The handle that the rest of the program holds of an open file. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Failure, FailureError, fail, failure } from '../shared/api/failure.ts';
import type { Book } from './book.ts';
import { holderText, type Lock, lockPath, readHolder } from './lock.ts';

export interface HandleParts {
  readonly db: Database;
  readonly path: string;
  readonly user: string;
  readonly now: () => Date;
  /** The right to write; null makes the book read-only. */
  readonly lock: Lock | null;
  /** Why there is no right to write; null when none was asked for. */
  readonly reason: Failure | null;
  /** Who had left the book without closing it, in words; null when nobody had. */
  readonly leftBy: string | null;
  readonly password: string | null;
}

/** Makes the book of an open connection. */
export function bookHandle(parts: HandleParts): Book {
  const { db, path, user, now, lock, reason, leftBy, password } = parts;
  const name = basename(path);
  return {
    db,
    path,
    password,
    name,
    readOnly: lock === null,
    readOnlyReason: reason,
    leftBy,
    user,
    now,
    assertWritable: () => {
      if (lock === null) throw new FailureError(reason ?? failure('BOOK_READ_ONLY', { name }));
      if (lock.isMine()) return;
      if (!existsSync(path)) fail('BOOK_MISSING', { name });
      const holder = readHolder(lockPath(path));
      fail('BOOK_BUSY', { name, holder: holder === null ? '另一个程序' : holderText(holder) });
    },
    close: () => {
      if (!db.open) return;
      if (lock !== null) removeJournal(db);
      db.close();
      lock?.release();
    },
  };
}

/** Leaving the mode of a kept journal removes the file beside the book, unless a reader holds it just now. */
function removeJournal(db: Database): void {
  try {
    db.pragma('journal_mode = DELETE');
  } catch {
    // A journal with an empty header means nothing to SQLite; it only looks untidy until the next writer closes.
  }
}
