/** Errors of the file system as failures, by their code. */
import { codeOf } from '../../db/lock.ts';
import { bookFailure } from '../../db/sqlite-error.ts';
import { type Failure, failure } from '../../shared/api/failure.ts';

/** What an error while writing `name` means to the user, or null when it is none that a disk causes. */
export function diskFailure(error: unknown, name: string): Failure | null {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return failure('DISK_FULL', { name });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure('TARGET_DENIED', { name });
    case 'ENOENT':
    case 'ENOTDIR':
      return failure('TARGET_MISSING', { name });
    default:
      return bookFailure(error, name);
  }
}
