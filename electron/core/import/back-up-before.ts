/** The copy of the book that stands before every import. */
import { backUp } from '../../../db/backup.ts';
import type { Book } from '../../../db/book.ts';
import { fail } from '../../../shared/api/failure.ts';

/** Copies the book before an import. @throws FailureError DISK_FULL, TARGET_DENIED; the import then does not begin. */
export function backUpBefore(book: Book, now: Date): void {
  try {
    backUp(book.db, book.path, '导入前', now);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOSPC' || code === 'EDQUOT') fail('DISK_FULL', { name: '备份' });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') fail('TARGET_DENIED', { name: '备份' });
    throw error;
  }
}
