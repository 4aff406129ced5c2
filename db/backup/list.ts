/** The backups of a book: those beside it, and those kept elsewhere because the book's folder took no new file. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBackupName } from './names.ts';
import { outdated } from './rotation.ts';

export interface Backup {
  readonly path: string;
  /** File name: how the window knows it. */
  readonly file: string;
  readonly at: Date;
  readonly reason: string;
  readonly bytes: number;
}

/** All backups of a book in these folders, newest first. A folder that is not there holds none. */
export function listBackups(folders: readonly string[], book: string): readonly Backup[] {
  return folders
    .flatMap((folder) => namesIn(folder).map((file) => ({ path: join(folder, file), file })))
    .flatMap(({ path, file }) => {
      const name = readBackupName(basename(book), file);
      const bytes = name === null ? null : sizeOf(path);
      return name === null || bytes === null ? [] : [{ path, file, ...name, bytes }];
    })
    .sort((left, right) => right.at.getTime() - left.at.getTime() || right.file.localeCompare(left.file));
}

/** Removes the program's own backups that newer ones have overtaken. One that cannot be removed stays. */
export function removeOutdated(backups: readonly Backup[]): void {
  for (const { path } of outdated(backups)) {
    try {
      rmSync(path, { force: true });
    } catch {
      // Held open by another program just now; the next backup tries again.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number | null {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null;
  }
}
