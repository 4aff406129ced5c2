/** The foreign workbook that lies open; one at a time. It belongs to no book. */
import { fail } from '../../shared/api/failure.ts';
import type { OpenForeign } from './foreign/open-foreign.ts';

export interface Foreigns {
  put(foreign: OpenForeign): void;
  /** The open workbook. @throws FailureError NOT_FOUND when it is another one. */
  get(fileId: string): OpenForeign;
  clear(fileId: string): void;
}

export function createForeigns(): Foreigns {
  let open: OpenForeign | null = null;
  return {
    put: (foreign) => {
      open = foreign;
    },
    get: (fileId) => {
      if (open === null || open.fileId !== fileId) return fail('NOT_FOUND', { what: '外来公开表' });
      return open;
    },
    clear: (fileId) => {
      if (open?.fileId === fileId) open = null;
    },
  };
}
