import { randomUUID } from 'node:crypto';
import { fail } from '../../shared/api/failure.ts';
import type { Files } from './context.ts';

/** Remembers files of this session, so that the window can ask for one again without knowing its path. */
export function createFiles(): Files {
  const paths = new Map<string, string>();
  return {
    remember: (path) => {
      const id = randomUUID();
      paths.set(id, path);
      return id;
    },
    path: (id) => paths.get(id) ?? fail('NOT_FOUND', { what: '文件' }),
  };
}
