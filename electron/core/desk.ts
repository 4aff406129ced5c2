/** Keeps the one open book of a core. */
import { realpathSync } from 'node:fs';
import { ENTITY_NAMES } from '../../db/layout.ts';
import { listRows } from '../../db/read.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { BackupKeeper } from './backups/keeper.ts';
import type { Desk } from './context.ts';
import type { Port } from './port.ts';
import type { Recent } from './recent.ts';
import { createSession, type Session } from './session.ts';

/** Starts with an empty desk. */
export function createDesk(port: Port, recent: Recent, backups: BackupKeeper): Desk {
  let session: Session | null = null;
  let refused: string | null = null;
  const tell = (entities: readonly EntityName[]) => {
    if (session !== null) port.emit({ name: 'book.changed', payload: { state: session.state(), entities } });
  };
  return {
    get session() {
      return session;
    },
    get refused() {
      return session === null ? refused : null;
    },
    refuse: (path) => {
      refused = path;
    },
    holds: (path) => session !== null && session.book.path === realPath(path),
    put: (book) => {
      session?.book.close();
      session = createSession(book, (entities) => {
        tell(entities);
        backups.changed();
      });
      backups.watch(book);
      recent.add(book.path, port.now());
      tell(ENTITY_NAMES);
      readAhead(session);
      return session.state();
    },
    clear: () => {
      if (session === null) return;
      backups.leave();
      session.book.close();
      session = null;
      port.emit({ name: 'book.closed', payload: null });
    },
  };
}

/**
 * The window asks for the newest budget's tables next, after it has drawn itself: reading the lines meanwhile makes
 * the first table come sooner. A book that cannot be read says so when the window asks.
 */
function readAhead(opened: Session): void {
  setImmediate(() => {
    if (!opened.book.db.open) return;
    try {
      const newest = listRows(opened.book, 'budget', null).sort((left, right) => right.year - left.year)[0];
      if (newest !== undefined) opened.cache().facts(newest.id);
    } catch {
      opened.cache().forget();
    }
  });
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
