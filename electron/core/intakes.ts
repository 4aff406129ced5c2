/** The workbook that lies open for an import; one at a time. */
import type { Book } from '../../db/book.ts';
import { fail } from '../../shared/api/failure.ts';
import type { OpenIntake } from './intake/open-intake.ts';

export interface Intakes {
  put(intake: OpenIntake): void;
  /** The open workbook. @throws FailureError NOT_FOUND when it is another one, or was opened for another book. */
  get(fileId: string, book: Book): OpenIntake;
  clear(fileId: string): void;
}

export function createIntakes(): Intakes {
  let open: OpenIntake | null = null;
  return {
    put: (intake) => {
      open = intake;
    },
    get: (fileId, book) => {
      if (open === null || open.fileId !== fileId || open.place.book !== book) fail('NOT_FOUND', { what: '导入文件' });
      return open;
    },
    clear: (fileId) => {
      if (open?.fileId === fileId) open = null;
    },
  };
}
