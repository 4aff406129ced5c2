/** A new book: built aside, then given its name, so that a half-made book never bears it. */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FailureError, fail } from '../shared/api/failure.ts';
import type { Book, Change } from './book.ts';
import { connect } from './connection.ts';
import { flushFolder } from './flush-folder.ts';
import { bookHandle } from './handle.ts';
import { unrecorded } from './journal.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openBook } from './open.ts';
import { bookFailure } from './sqlite-error.ts';

export interface CreateOptions {
  readonly user: string;
  readonly now: () => Date;
  /** Fills the new book before it gets its name; not in its history, since there is nothing before it to go back to. */
  readonly seed?: (change: Change) => void;
}

/**
 * Creates a book and opens it for writing. An existing file is never replaced.
 * @throws FailureError DUPLICATE when the file exists, TARGET_DENIED, DISK_FULL, what `seed` throws
 */
export function createBook(path: string, options: CreateOptions): Book {
  const name = basename(path);
  if (existsSync(path)) fail('DUPLICATE', { what: `账套文件“${name}”` });
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    fail('TARGET_DENIED', { name });
  }
  const temporary = join(folder, `.${name}.${randomUUID()}.new`);
  try {
    build(temporary, options);
    if (existsSync(path)) fail('DUPLICATE', { what: `账套文件“${name}”` });
    renameSync(temporary, path);
    flushFolder(folder);
  } catch (error) {
    const known = error instanceof FailureError ? null : bookFailure(error, path);
    throw known === null ? error : new FailureError(known, { cause: error });
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
  return openBook(path, { mode: 'write', user: options.user, now: options.now });
}

function build(path: string, options: CreateOptions): void {
  const db = connect(path, false);
  try {
    migrate(db, MIGRATIONS);
    if (options.seed !== undefined) {
      const alone = { isMine: () => true, release: () => undefined };
      const book = bookHandle({
        db,
        path,
        user: options.user,
        now: options.now,
        lock: alone,
        reason: null,
        leftBy: null,
        password: null,
      });
      unrecorded(book, options.seed);
    }
  } finally {
    db.close();
  }
}
