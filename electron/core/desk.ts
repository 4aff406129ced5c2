/** Keeps the one open book of a core. */
import { realpathSync } from 'node:fs';
import type { Touched } from '../../db/book.ts';
import { ENTITY_NAMES } from '../../db/layout.ts';
import { listRows } from '../../db/read.ts';
import { type IdRun, runsOf } from '../../shared/api/id-runs.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { BackupKeeper } from './backups/keeper.ts';
import type { Desk } from './context.ts';
import type { Port } from './port.ts';
import type { Recent } from './recent.ts';
import { createSession, type Session } from './session.ts';

/** How often a reader looks whether the writer has changed the book. */
const LOOK_MS = 1_500;

/** Rows of one entity in more runs than this are fetched with all others, not by their ids. */
const FEW = 500;

const rowsIn = (touched: Touched): Partial<Record<EntityName, readonly IdRun[]>> =>
  Object.fromEntries(
    [...touched].flatMap(([entity, ids]) => {
      const runs = ids === null ? null : runsOf(ids);
      return runs === null || runs.length > FEW ? [] : [[entity, runs]];
    }),
  );

/** Starts with an empty desk. */
export function createDesk(port: Port, recent: Recent, backups: BackupKeeper): Desk {
  let session: Session | null = null;
  let refused: string | null = null;
  const tell = (entities: readonly EntityName[], touched: Touched = new Map()) => {
    if (session === null) return;
    const payload = { state: session.state(), entities, rows: rowsIn(touched) };
    port.emit({ name: 'book.changed', payload });
  };
  let looking: NodeJS.Timeout | undefined;
  /** A reader is told of what the writer in another process does. */
  const follow = (opened: Session) => {
    clearInterval(looking);
    if (!opened.book.readOnly) return;
    let { revision } = opened.state();
    looking = setInterval(() => {
      try {
        const now = opened.state().revision;
        if (now === revision) return;
        revision = now;
        tell(ENTITY_NAMES);
      } catch {
        // The stick is out or the share is gone: the next call says so in its own words.
      }
    }, LOOK_MS);
    looking.unref();
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
      session = createSession(book, {
        changed: (touched) => {
          tell([...touched.keys()], touched);
          backups.changed();
        },
        checked: (progress) => {
          if (session?.book === book) port.emit({ name: 'checks.changed', payload: progress });
        },
      });
      backups.watch(book);
      follow(session);
      recent.add(book.path, port.now());
      tell(ENTITY_NAMES);
      if (book.leftBy !== null) {
        const sentence = `${book.leftBy}上次没有正常关闭这个账套，现在由您编辑；已保存的内容都在。`;
        port.emit({ name: 'notice', payload: { kind: 'info', sentence, remedy: '' } });
      }
      readAhead(session);
      return session.state();
    },
    clear: () => {
      if (session === null) return;
      backups.leave();
      clearInterval(looking);
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
