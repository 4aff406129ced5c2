/** Which browser profile a window uses. Chromium lets one process use a profile; a second one would hand its window to the first. */
import { closeSync, mkdtempSync, openSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a running browser uses the profile, by the mark Chromium leaves in it. */
function isInUse(profile: string): boolean {
  try {
    if (process.platform === 'win32') {
      closeSync(openSync(path.join(profile, 'lockfile'), 'r+'));
      return false;
    }
    // A link that points to `host-pid`; it stays behind when the browser is killed.
    const pid = /-(\d+)$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[1];
    return pid !== undefined && isAlive(Number.parseInt(pid, 10));
  } catch (error) {
    return process.platform === 'win32' && error instanceof Error && 'code' in error && error.code !== 'ENOENT';
  }
}

export interface Profile {
  readonly folder: string;
  /** Removes it when it was made for this time only. */
  release(): void;
}

/** The program's own profile below `dataFolder`, or one for this time only when another window uses that or `fresh` asks for it. */
export function takeProfile(dataFolder: string, fresh = false): Profile {
  const usual = path.join(dataFolder, 'window');
  if (!fresh && !isInUse(usual)) return { folder: usual, release: () => undefined };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-window-'));
  return { folder, release: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
