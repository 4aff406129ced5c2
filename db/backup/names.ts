/** What a backup is called: book, local date and time, reason. All of it can be read back from the name. */
import { basename, extname } from 'node:path';

/** Name of the backup folder beside a book. */
export const BACKUP_FOLDER = '备份';

/** Made by the program itself, and removed by it when newer ones have taken their place. */
export const OWN_REASONS = ['打开时', '自动', '导入前', '恢复前', '升级前', '加密前'] as const;
export type OwnReason = (typeof OWN_REASONS)[number];

export interface BackupName {
  /** Local time, to the second. */
  readonly at: Date;
  /** In a few Chinese characters, e.g. `导入前`. */
  readonly reason: string;
}

const PATTERN = /^ (\d{4})-(\d\d)-(\d\d) (\d\d)-(\d\d)-(\d\d) (.+?)(?: \d+)?\.ysb$/u;

/** `县环卫 2026-11-23 09-05-07 导入前`: the name of a backup without its extension. */
export function backupStem(book: string, reason: string, at: Date): string {
  return `${stemOf(book)} ${stamp(at)} ${reason}`;
}

/** Reads a file name of the backup folder; null when it is no backup of this book. */
export function readBackupName(book: string, file: string): BackupName | null {
  const stem = stemOf(book);
  const found = file.startsWith(stem) ? PATTERN.exec(file.slice(stem.length)) : null;
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number.parseInt(part, 10));
  return { at: new Date(year, month - 1, day, hour, minute, second), reason: found[7] ?? '' };
}

/** Local date and time for a file name: `2026-11-23 09-05-07`. */
function stamp(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`;
}

const stemOf = (book: string) => basename(book, extname(book));
