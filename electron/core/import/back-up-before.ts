/** The copy of the book that stands before every import. */
import { backUp } from '../../../db/backup/back-up.ts';
import type { Book } from '../../../db/book.ts';
import { FailureError } from '../../../shared/api/failure.ts';
import { diskFailure } from '../disk-failure.ts';

/** Copies the book before an import. @throws FailureError DISK_FULL, TARGET_DENIED; the import then does not begin. */
export function backUpBefore(book: Book, now: Date): void {
  try {
    backUp(book, '导入前', now);
  } catch (error) {
    const known = diskFailure(error, '备份');
    throw known === null ? error : new FailureError(known, { cause: error });
  }
}
