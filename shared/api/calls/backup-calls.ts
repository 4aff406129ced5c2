/** Calls of the contract: backups, restoring them, examining the book. */
import type { BackupComparison, BackupList } from '../backup-types.ts';
import type { BookState, Written } from '../types.ts';
import { read, text } from './declare.ts';

export const backupCalls = {
  /** The backups of the open book; with none open, of the book that was last refused as damaged. */
  'backup.list': read<BackupList>()({}),
  /** What restoring a backup would change. Nothing is changed yet. */
  'backup.compare': read<BackupComparison>()({ id: text('备份') }),
  /** Puts a backup in the book's place and opens it. What stood there becomes a backup itself. */
  'backup.restore': read<BookState>()({ id: text('备份') }),
  /** Copies the open book to where the user chooses. */
  'backup.make': read<Written>()({ jobId: text('任务', 60) }),
  /** Examines the whole book; answers what is wrong, empty when nothing is. */
  'book.examine': read<readonly string[]>()({}),
} as const;
