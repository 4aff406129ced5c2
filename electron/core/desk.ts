/** Keeps the one open book of a core. */
import { realpathSync } from 'node:fs';
import { ENTITY_NAMES } from '../../db/layout.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { Desk } from './context.ts';
import type { Port } from './port.ts';
import type { Recent } from './recent.ts';
import { createSession, type Session } from './session.ts';

/** Starts with an empty desk. */
export function createDesk(port: Port, recent: Recent): Desk {
  let session: Session | null = null;
  const tell = (entities: readonly EntityName[]) => {
    if (session !== null) port.emit({ name: 'book.changed', payload: { state: session.state(), entities } });
  };
  return {
    get session() {
      return session;
    },
    holds: (path) => session !== null && session.book.path === realPath(path),
    put: (book) => {
      session?.book.close();
      session = createSession(book, tell);
      recent.add(book.path, port.now());
      tell(ENTITY_NAMES);
      return session.state();
    },
    clear: () => {
      if (session === null) return;
      session.book.close();
      session = null;
      port.emit({ name: 'book.closed', payload: null });
    },
  };
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
