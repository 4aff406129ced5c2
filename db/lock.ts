/**
 * One writer per book: a small file `.<name>.lock` beside it says who. SQLite's own locks keep single transactions
 * apart; this one keeps a whole editing session apart, and can tell the second person who the first is.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** When the book was opened, ISO 8601. */
  readonly at: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

export interface Lock {
  /** True while the lock file is still the one this process wrote. */
  isMine(): boolean;
  release(): void;
}

export type LockAnswer =
  /** `from`: whose lock was taken over because they had not closed the book; null when there was none. */
  | { readonly kind: 'held'; readonly lock: Lock; readonly from: Holder | null }
  | { readonly kind: 'busy'; readonly holder: Holder }
  /** The folder takes no new file. */
  | { readonly kind: 'denied' };

const HEARTBEAT_MS = 60_000;
/** A holder on another computer that has not stirred for this long has crashed, or its stick was pulled out. */
const SILENT_MS = 10 * HEARTBEAT_MS;
/** The same when the user says so: two heartbeats missed. */
const SILENT_WHEN_ASKED_MS = 2 * HEARTBEAT_MS + 10_000;
/** A lock without legible content is still being written, unless it has been so for longer than this. */
const WRITING_MS = 5_000;

/** Where the lock of a book lies. */
export function lockPath(book: string): string {
  return join(dirname(book), `.${basename(book)}.lock`);
}

/**
 * Tries to become the book's writer. A lock left by a process that has died on this computer, or by another
 * computer that has been silent for ten minutes, is taken over.
 * @param asked whether the user wants to take over: two missed heartbeats are enough then
 */
export function acquireLock(book: string, user: string, now: Date, asked = false): LockAnswer {
  const path = lockPath(book);
  const me: Holder = { pid: process.pid, host: hostname(), user, at: now.toISOString(), token: randomUUID() };
  const text = JSON.stringify(me);
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return { kind: 'held', lock: lockOf(path, text), from: null };
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return { kind: 'denied' };
  }
  const touchedAt = modifiedAt(path);
  const holder = readHolder(path);
  if (holder === null && Date.now() - touchedAt < WRITING_MS)
    return { kind: 'busy', holder: { ...me, user: '另一个程序' } };
  const silent = asked ? SILENT_WHEN_ASKED_MS : SILENT_MS;
  if (holder !== null && isAlive(holder, touchedAt, silent)) return { kind: 'busy', holder };
  try {
    // Written aside and renamed: the lock is never half a lock. Should two processes take over at once, the last
    // rename wins, and the other finds out before its first write, because every write asks isMine().
    const aside = `${path}.${me.token}`;
    writeFileSync(aside, text, { flag: 'wx' });
    renameSync(aside, path);
    return { kind: 'held', lock: lockOf(path, text), from: holder };
  } catch {
    return { kind: 'denied' };
  }
}

/** Who holds the book's lock, or null when nobody does. */
export function readHolder(path: string): Holder | null {
  try {
    const raw: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(raw) ? raw : null;
  } catch {
    return null;
  }
}

/** The holder as shown in a sentence: `张三（电脑 CWK-01，11-23 09:05 起）`. */
export function holderText(holder: Holder): string {
  const at = new Date(holder.at);
  const two = (part: number) => String(part).padStart(2, '0');
  const since = Number.isNaN(at.getTime())
    ? ''
    : `，${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())} 起`;
  const where = holder.host === hostname() ? '本机另一个窗口' : `电脑 ${holder.host}`;
  return `${holder.user}（${where}${since}）`;
}

function lockOf(path: string, text: string): Lock {
  const isMine = () => {
    try {
      return readFileSync(path, 'utf8') === text;
    } catch {
      return false;
    }
  };
  const heartbeat = setInterval(() => {
    const seconds = Date.now() / 1000;
    try {
      if (isMine()) utimesSync(path, seconds, seconds);
    } catch {
      // The stick is out or the share is gone; the next write says so in its own words.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    isMine,
    release: () => {
      clearInterval(heartbeat);
      if (isMine()) rmSync(path, { force: true });
    },
  };
}

/** `touchedAt`: when the holder last stirred, in ms. */
function isAlive(holder: Holder, touchedAt: number, silent: number): boolean {
  if (holder.host !== hostname()) return Date.now() - touchedAt < silent;
  const bootedAt = Date.now() - uptime() * 1000;
  // A process number from before the last start of the computer may belong to anything by now.
  if (touchedAt < bootedAt - HEARTBEAT_MS) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Modification time in ms; 0 when the file has just gone. */
function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isHolder(raw: unknown): raw is Holder {
  if (typeof raw !== 'object' || raw === null) return false;
  const record: Readonly<Record<string, unknown>> = { ...raw };
  return (
    typeof record.pid === 'number' && ['host', 'user', 'at', 'token'].every((key) => typeof record[key] === 'string')
  );
}

/** The code of a file system error such as `EEXIST`, or null. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
