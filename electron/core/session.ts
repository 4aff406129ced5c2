/** The open book with everything that lives as long as it is open: facts in memory, the count of changes, findings. */

import { basename, dirname } from 'node:path';
import type { Book, Change, Touched } from '../../db/book.ts';
import { nextSteps } from '../../db/history.ts';
import { type BeforeCommit, change } from '../../db/journal.ts';
import { preparedLines } from '../../db/prepared.ts';
import { dataVersion } from '../../db/read.ts';
import { goTo, redo, undo } from '../../db/undo.ts';
import type { ChecksProgress } from '../../shared/api/events.ts';
import type { BookState } from '../../shared/api/types.ts';
import type { TableFacts } from '../../shared/facts/cube.ts';
import { type Checkers, createCheckers } from './checks/checkers.ts';
import { createFactsCache, type FactsCache } from './facts-cache.ts';

export interface Session {
  readonly book: Book;
  /** The facts in memory; for a book that another process writes they are those of the last call. */
  cache(): FactsCache;
  checks(): Checkers;
  state(): BookState;
  /**
   * What `ask` answers once lines that lie ready are taken as the very next change; null when they lie there no more.
   * @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW
   */
  foresee<T>(prepared: number, ask: (facts: TableFacts) => T): T | null;
  /** One change of the book. @param taking rows that lie ready and are all of it @throws FailureError, with nothing changed. */
  change<T>(label: string, run: (change: Change) => T, taking?: number): T;
  undo(): void;
  redo(): void;
  /** Undoes or redoes so that this entry of the history is the last one done; null = before the first. */
  goTo(entryId: number | null): void;
}

let openings = 0;

export interface SessionListeners {
  /** Hears of every commit that changed something. */
  readonly changed: (touched: Touched) => void;
  readonly checked: (progress: ChecksProgress) => void;
}

/** Starts a session. */
export function createSession(book: Book, { changed, checked }: SessionListeners): Session {
  const facts = createFactsCache(book);
  openings += 1;
  const opening = openings;
  let revision = 1;
  let seen = dataVersion(book);
  /** Lines that lie ready, and of which revision it is known that with them all sums are exact. */
  let foreseen: { readonly prepared: number; readonly revision: number } | null = null;

  /** A reader's facts are stale as soon as the writer in the other process has committed. */
  const cache = () => {
    if (book.readOnly && dataVersion(book) !== seen) {
      seen = dataVersion(book);
      revision += 1;
      facts.forget();
      checkers.forget();
    }
    return facts;
  };
  const checkers: Checkers = createCheckers({ book, cache, tell: checked });

  /** The facts follow a change that has been foreseen when they are next asked: the answer to it need not wait for them. */
  const changing = <T>(label: string, run: (change: Change) => T, taking?: number): T => {
    const known = foreseen !== null && foreseen.prepared === taking && foreseen.revision === revision;
    const follow = known ? facts.followLater : facts.follow;
    return committing((beforeCommit) => change(book, { label, beforeCommit }, run), follow).value;
  };

  const committing = <R extends { readonly touched: Touched }>(
    write: (beforeCommit: BeforeCommit) => R,
    follow: BeforeCommit = facts.follow,
  ): R => {
    let followed = false;
    let done: R;
    try {
      done = write((touched) => {
        followed = true;
        follow(touched);
      });
    } catch (error) {
      // What the facts have followed has just been rolled back.
      if (followed) facts.forget();
      throw error;
    }
    if (done.touched.size > 0) {
      revision += 1;
      checkers.follow(done.touched);
      changed(done.touched);
    }
    return done;
  };

  return {
    book,
    cache,
    checks: () => {
      cache();
      return checkers;
    },
    state: () => {
      cache();
      const reason = book.readOnlyReason;
      return {
        opening,
        name: book.name,
        folder: basename(dirname(book.path)),
        readOnly: book.readOnly,
        sealed: book.password !== null,
        readOnlyReason: reason === null ? null : reason.sentence + reason.remedy,
        revision,
        ...nextSteps(book),
      };
    },
    foresee: (prepared, ask) => {
      const ready = preparedLines(book, prepared);
      if (ready === null) return null;
      const answer = cache().facts(ready.budgetId).foreseeing(ready.lines, ask);
      foreseen = { prepared, revision };
      return answer;
    },
    change: changing,
    undo: () => void committing((beforeCommit) => undo(book, beforeCommit)),
    redo: () => void committing((beforeCommit) => redo(book, beforeCommit)),
    goTo: (entryId) => void committing((beforeCommit) => goTo(book, entryId, beforeCommit)),
  };
}
