/**
 * Writes a file so that its name always holds either the old content or the new one, whole:
 * a temporary file beside it, flushed to the disk, then renamed over it.
 */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../../shared/api/failure.ts';

/** The file operations used, so that a test can let any one of them fail. */
export interface FileOperations {
  readonly open: typeof fs.open;
  readonly rename: typeof fs.rename;
  readonly rm: typeof fs.rm;
  readonly access: typeof fs.access;
  readonly realpath: typeof fs.realpath;
}

export interface ReplaceOptions {
  readonly operations?: FileOperations;
  readonly platform?: NodeJS.Platform;
  /** Waiting times in milliseconds between attempts to rename. */
  readonly waits?: readonly number[];
}

/** Excel, WPS and virus scanners let go of a file within seconds, or keep it for as long as it is open. */
const WAITS = [20, 50, 100, 200, 400, 800];
const TEMPORARY = /^~yusuan-[0-9a-f-]{36}\.tmp$/;
const LEFTOVER_AGE_MS = 24 * 3600 * 1000;

/**
 * Replaces `target` by `content`, or creates it. The folder must exist.
 * @returns the number of bytes written.
 * @throws FailureError TARGET_OPEN, TARGET_DENIED, TARGET_MISSING or DISK_FULL, naming the file without its path;
 *   the old file is then as it was and no temporary file stays behind.
 */
export async function replaceFile(target: string, content: Uint8Array, options: ReplaceOptions = {}): Promise<number> {
  const operations = options.operations ?? fs;
  const platform = options.platform ?? process.platform;
  const name = basename(target);
  // A link (a shared folder's shortcut on Linux) keeps pointing to the file: what it points to is replaced.
  const real = await operations.realpath(target).catch(() => target);
  const folder = dirname(real);
  const temporary = join(folder, `~yusuan-${randomUUID()}.tmp`);
  try {
    await writeDurably(operations, temporary, content);
    await renameWithRetries(operations, temporary, real, { platform, waits: options.waits ?? WAITS });
  } catch (error) {
    // The file may never have come into being; the first error is the one to report.
    await operations.rm(temporary, { force: true }).catch(() => undefined);
    return refuse(error, { name, real, platform, operations });
  }
  await flushFolder(operations, folder);
  return content.byteLength;
}

/** Removes temporary files that a killed program left in a folder more than a day ago. Never throws. */
export async function removeLeftovers(folder: string, now: Date): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names.filter((each) => TEMPORARY.test(each))) {
    const path = join(folder, name);
    const seen = await fs.stat(path).catch(() => null);
    if (seen && now.getTime() - seen.mtimeMs > LEFTOVER_AGE_MS)
      await fs.rm(path, { force: true }).catch(() => undefined);
  }
}

async function writeDurably(operations: FileOperations, path: string, content: Uint8Array): Promise<void> {
  const file = await operations.open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameWithRetries(
  operations: FileOperations,
  from: string,
  to: string,
  { platform, waits }: { platform: NodeJS.Platform; waits: readonly number[] },
): Promise<void> {
  for (const wait of waits) {
    try {
      return await operations.rename(from, to);
    } catch (error) {
      if (!mayPass(codeOf(error), platform)) throw error;
    }
    await sleep(wait);
  }
  await operations.rename(from, to);
}

/** On Windows a file held by another program answers EPERM or EACCES as well as EBUSY. */
function mayPass(code: string, platform: NodeJS.Platform): boolean {
  return code === 'EBUSY' || code === 'ETXTBSY' || (platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}

/** A renamed file is only safe against a power cut once its folder is flushed; Windows cannot open folders. */
async function flushFolder(operations: FileOperations, folder: string): Promise<void> {
  try {
    const handle = await operations.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file itself is complete and flushed: a file system that refuses to flush folders is no failure.
  }
}

interface Refusal {
  readonly name: string;
  readonly real: string;
  readonly platform: NodeJS.Platform;
  readonly operations: FileOperations;
}

async function refuse(error: unknown, { name, real, platform, operations }: Refusal): Promise<never> {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') fail('DISK_FULL', { name });
  if (code === 'ENOENT' || code === 'ENOTDIR') fail('TARGET_MISSING', { name });
  if (['EROFS', 'EISDIR', 'ENOTEMPTY', 'EEXIST'].includes(code)) fail('TARGET_DENIED', { name });
  if (code === 'EBUSY' || code === 'ETXTBSY') fail('TARGET_OPEN', { name });
  if (code === 'EPERM' || code === 'EACCES') {
    const renaming = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
    const writable = await operations.access(real, fs.constants.W_OK).then(
      () => true,
      () => false,
    );
    // Windows: the folder took the temporary file and the target is not read-only, so someone holds it.
    fail(platform === 'win32' && renaming && writable ? 'TARGET_OPEN' : 'TARGET_DENIED', { name });
  }
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
