/** Makes backups of the open book by itself: soon after opening, and while it is being changed. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backUpOnline, backupTarget } from '../../../db/backup/back-up.ts';
import { type Backup, listBackups, removeOutdated } from '../../../db/backup/list.ts';
import { BACKUP_FOLDER, type OwnReason } from '../../../db/backup/names.ts';
import type { Book } from '../../../db/book.ts';
import { readSetting } from '../../../db/settings.ts';
import { BACKUP_PAUSE, minutesOf } from '../../../shared/api/pauses.ts';
import { diskFailure } from '../disk-failure.ts';
import type { Port } from '../port.ts';

/** The first screen comes first. */
const AFTER_OPENING_MS = 5_000;
const MINUTE_MS = 60_000;

export interface BackupKeeper {
  /** Takes care of a book from now on, and of no other. */
  watch(book: Book): void;
  /** Hears of each committed change of that book. */
  changed(): void;
  /** Leaves the book alone; it is about to be closed. */
  leave(): void;
  /** Copies the book now, for a reason of the program's own. @throws what `backUpOnline` throws */
  make(book: Book, reason: OwnReason): Promise<void>;
  /** The backups of a book, newest first. */
  list(book: string): readonly Backup[];
  /** Where copies of a book go that was found at this path. */
  folder(book: string): string;
}

/** A keeper that tells the windows when a backup cannot be made. Nothing happens before `watch`. */
export function createBackupKeeper(port: Pick<Port, 'emit' | 'now' | 'dataFolder' | 'brief'>): BackupKeeper {
  let watched: Book | null = null;
  let timer: NodeJS.Timeout | null = null;

  /** Copies kept with the program, for a book on a stick or share that takes no new folder. */
  const ownFolder = (book: string) => {
    const mark = createHash('sha256').update(book).digest('hex').slice(0, 8);
    return join(port.dataFolder, BACKUP_FOLDER, `${basename(book, '.ysb')} ${mark}`);
  };
  const folders = (book: string) => [join(dirname(book), BACKUP_FOLDER), ownFolder(book)];
  const list = (book: string) => listBackups(folders(book), book);

  const make = async (book: Book, reason: OwnReason): Promise<void> => {
    const [beside = '', own = ''] = folders(book.path);
    try {
      await backUpOnline(book, backupTarget(beside, book.path, reason, port.now()));
    } catch {
      // A book that was closed meanwhile needs no copy. Any other reason is the folder's: full, write-protected, gone.
      if (!book.db.open) return;
      await backUpOnline(book, backupTarget(own, book.path, reason, port.now()));
    }
    removeOutdated(list(book.path));
  };

  const later = (milliseconds: number, reason: OwnReason) => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      const book = watched;
      if (book === null) return;
      make(book, reason).catch((error: unknown) => {
        if (watched !== book) return;
        const why = diskFailure(error, '备份')?.sentence ?? '';
        port.emit({
          name: 'notice',
          payload: {
            kind: 'trouble',
            sentence: `自动备份没有成功。${why}`,
            remedy: '账套本身已保存；请在“备份”中手工备份到别的位置。',
          },
        });
      });
    }, milliseconds);
    timer.unref();
  };
  const leave = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    watched = null;
  };

  return {
    watch: (book) => {
      leave();
      if (book.readOnly || port.brief === true) return;
      watched = book;
      const newest = list(book.path)[0];
      if (newest === undefined || newest.at.getTime() < statSync(book.path).mtimeMs) later(AFTER_OPENING_MS, '打开时');
    },
    changed: () => {
      if (watched === null || timer !== null) return;
      const minutes = minutesOf(BACKUP_PAUSE, readSetting(watched, BACKUP_PAUSE.key));
      later(minutes * MINUTE_MS, '自动');
    },
    leave,
    make,
    list,
    folder: (book) => join(dirname(book), BACKUP_FOLDER),
  };
}
