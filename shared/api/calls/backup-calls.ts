/** Calls of the contract: backups, restoring them, examining the book. */
import type { BackupComparison, BackupList } from '../backup-types.ts';
import type { BookState, Written } from '../types.ts';
import { optionalText, read, text } from './declare.ts';

/** A backup is sealed with the password its book had then; without one, that of the open book is tried. */
const oneBackup = { id: text('备份'), password: optionalText('备份的密码') } as const;

export const backupCalls = {
  /** The backups of the open book; with none open, of the book that was last refused as damaged. */
  'backup.list': read<BackupList>()({}),
  /** What restoring a backup would change. Nothing is changed yet. */
  'backup.compare': read<BackupComparison>()(oneBackup),
  /** Puts a backup in the book's place and opens it, with the backup's password. What stood there becomes a backup itself. */
  'backup.restore': read<BookState>()(oneBackup),
  /** Copies the open book to where the user chooses. */
  'backup.make': read<Written>()({ jobId: text('任务', 60) }),
  /** Examines the whole book; answers what is wrong, empty when nothing is. */
  'book.examine': read<readonly string[]>()({}),
} as const;
