/** Opening a book: what must be true of the file before anything is read, and who may write. */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Failure, FailureError, fail, failure } from '../shared/api/failure.ts';
import { backUp } from './backup/back-up.ts';
import type { Book } from './book.ts';
import { connect } from './connection.ts';
import { assertTables } from './expected-tables.ts';
import { APPLICATION_ID, readHeader, truncation } from './format.ts';
import { bookHandle } from './handle.ts';
import { acquireLock, codeOf, type Holder, holderText, type Lock } from './lock.ts';
import { isSound, migrate, newestVersion, versionOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { bookFailure, sqliteCode } from './sqlite-error.ts';

export interface OpenOptions {
  /** `write` falls back to a read-only book when somebody else writes or the place takes no writing. */
  readonly mode: 'write' | 'read';
  readonly user: string;
  readonly now: () => Date;
  /** The user wants to take the book over from a computer that has been silent for two minutes. */
  readonly takeOver?: boolean;
  /** Of a sealed book; null when it has none, which is also what a book without password ignores. */
  readonly password?: string | null;
  /** Steps of the format; tests pass others. */
  readonly migrations?: readonly Migration[];
}

/**
 * Larger books are not checked page by page at opening (it takes 3 s for a million lines). SQLite still refuses every
 * damaged page it reads, and opening reads the lines; a migration and a backup check everything whatever the size.
 */
const CHECKED_BYTES = 4_000_000;

/** How much room the journal keeps; a large change takes more and gives it back. */
const JOURNAL_BYTES = 8_000_000;

/**
 * Opens a book. The file is not changed by a refusal, and no file is left beside it.
 * @throws FailureError BOOK_MISSING, BOOK_FOREIGN, BOOK_NEWER, BOOK_DAMAGED, BOOK_UNFINISHED, BOOK_OLD_READ_ONLY,
 * BOOK_UPGRADE_FAILED, DISK_FULL, BOOK_SEALED, BOOK_WRONG_PASSWORD
 */
export function openBook(path: string, options: OpenOptions): Book {
  const { real, sealed } = checkedPath(path, options);
  const right = options.mode === 'write' ? rightToWrite(real, options) : READER;
  try {
    return openWith(real, sealed ? options : { ...options, password: null }, right);
  } catch (error) {
    right.lock?.release();
    if (sealed && sqliteCode(error) === 'SQLITE_NOTADB') fail('BOOK_WRONG_PASSWORD', { name: basename(path) });
    if (options.mode === 'read' && isUnfinished(error)) return recover(real, options);
    if (error instanceof FailureError) throw error;
    const known = openFailure(error, real);
    if (known !== null) throw new FailureError(known, { cause: error });
    throw error;
  }
}

/** The real path of a file that is a book this program understands. */
function checkedPath(path: string, options: OpenOptions): { readonly real: string; readonly sealed: boolean } {
  const name = basename(path);
  if (!existsSync(path)) fail('BOOK_MISSING', { name });
  const real = realpathSync(path);
  const header = readHeader(real);
  const known = newestVersion(options.migrations ?? MIGRATIONS);
  if (header.kind === 'missing') fail('BOOK_MISSING', { name });
  if (header.kind === 'foreign') fail('BOOK_FOREIGN', { name });
  if (header.kind === 'damaged') fail('BOOK_DAMAGED', { name, reason: header.reason });
  if (header.kind === 'sealed') {
    if (options.password == null) fail('BOOK_SEALED', { name });
    return { real, sealed: true };
  }
  if (header.version > known) fail('BOOK_NEWER', { name, found: header.version, known });
  return { real, sealed: false };
}

/** The right to write, or why there is none. `from`: whose lock was taken over. */
interface Right {
  readonly lock: Lock | null;
  readonly reason: Failure | null;
  readonly from: Holder | null;
}

const READER: Right = { lock: null, reason: null, from: null };

function rightToWrite(path: string, options: OpenOptions): Right {
  const name = basename(path);
  const readOnly = { ...READER, reason: failure('BOOK_READ_ONLY', { name }) };
  try {
    accessSync(path, constants.W_OK);
  } catch {
    return readOnly;
  }
  const answer = acquireLock(path, options.user, options.now(), options.takeOver);
  if (answer.kind === 'held') return { lock: answer.lock, reason: null, from: answer.from };
  if (answer.kind === 'denied') return readOnly;
  return { ...READER, reason: failure('BOOK_BUSY', { name, holder: holderText(answer.holder) }) };
}

function openWith(path: string, options: OpenOptions, { lock, reason, from }: Right): Book {
  const password = options.password ?? null;
  const db = connect(path, lock === null, password);
  try {
    // A system that lets us open the file for writing but not write (some network shares) shows itself here. This is
    // also where SQLite takes back what a killed writer left half done.
    if (lock !== null) db.exec('BEGIN IMMEDIATE; ROLLBACK');
    const migrations = options.migrations ?? MIGRATIONS;
    const version = versionOf(db);
    const name = basename(path);
    if (password !== null) checkSealed(db, name, newestVersion(migrations));
    if (statSync(path).size <= CHECKED_BYTES && !isSound(db)) {
      fail('BOOK_DAMAGED', { name, reason: truncation(path) ?? '文件内容前后不一致' });
    }
    if (version < newestVersion(migrations)) {
      if (lock === null) fail('BOOK_OLD_READ_ONLY', { name });
      upgrade(db, path, version, options, migrations);
    }
    assertTables(db);
    if (lock !== null) keepJournal(db);
    const leftBy = from === null ? null : holderText(from);
    return bookHandle({ db, path, user: options.user, now: options.now, lock, reason, leftBy, password });
  } catch (error) {
    db.close();
    if (lock !== null && sqliteCode(error)?.startsWith('SQLITE_READONLY') === true) {
      lock.release();
      return openWith(path, options, { ...READER, reason: failure('BOOK_READ_ONLY', { name: basename(path) }) });
    }
    throw error;
  }
}

/**
 * The journal file keeps its room between writes: giving it back and asking for it again made a pasted block a tenth
 * slower. What it held counts for nothing, since its header is emptied.
 */
function keepJournal(db: Database): void {
  db.pragma('journal_mode = PERSIST');
  db.pragma(`journal_size_limit = ${JOURNAL_BYTES}`);
}

/** What the header of a sealed book says only once the password is known. */
function checkSealed(db: Database, name: string, known: number): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) fail('BOOK_FOREIGN', { name });
  const found = versionOf(db);
  if (found > known) fail('BOOK_NEWER', { name, found, known });
}

function upgrade(
  db: Database,
  path: string,
  from: number,
  options: OpenOptions,
  migrations: readonly Migration[],
): void {
  try {
    backUp({ db, path, password: options.password ?? null }, `升级前（格式${from}）`, options.now());
    migrate(db, migrations);
  } catch (error) {
    const full = codeOf(error) === 'ENOSPC' ? failure('DISK_FULL', { name: basename(path) }) : null;
    const known = full ?? bookFailure(error, path);
    throw new FailureError(known ?? failure('BOOK_UPGRADE_FAILED', { name: basename(path) }), { cause: error });
  }
}

/** A reader may not take back what a killed writer left; a short visit as the writer does. */
function recover(path: string, options: OpenOptions): Book {
  const right = rightToWrite(path, options);
  if (right.lock === null) fail('BOOK_UNFINISHED', { name: basename(path) });
  try {
    openWith(path, options, right).close();
  } finally {
    right.lock.release();
  }
  return openWith(path, options, READER);
}

function isUnfinished(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_READONLY_ROLLBACK';
}

function openFailure(error: unknown, path: string): Failure | null {
  const name = basename(path);
  if (isUnfinished(error)) return failure('BOOK_UNFINISHED', { name });
  const code = sqliteCode(error);
  // SQLITE_ERROR: the schema lacks what this program reads, or a CHECK of it cannot be computed any more.
  if (code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR') {
    return failure('BOOK_DAMAGED', { name, reason: truncation(path) ?? '文件内容前后不一致' });
  }
  return bookFailure(error, path);
}
