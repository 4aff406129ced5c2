/** The context of one call. It keeps to the book that was open when the call first asked for it. */
import { fail } from '../../shared/api/failure.ts';
import type { BackupKeeper } from './backups/keeper.ts';
import type { Context, Desk, Files, Jobs } from './context.ts';
import type { Foreigns } from './foreigns.ts';
import type { Intakes } from './intakes.ts';
import type { Port } from './port.ts';
import type { Recent } from './recent.ts';
import type { Session } from './session.ts';

export interface ContextParts {
  readonly port: Port;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly desk: Desk;
  readonly recent: Recent;
  readonly backups: BackupKeeper;
  readonly intakes: Intakes;
  readonly foreigns: Foreigns;
}

/** Makes the context of one call. */
export function callContext(parts: ContextParts): Context {
  let own: Session | null = null;
  /** A call that waited for the user must not go on with another book than the one it began with. */
  const session = (): Session => {
    own ??= parts.desk.session;
    if (own === null || own !== parts.desk.session) fail('NO_BOOK');
    return own;
  };
  /** Opening and closing change what lies on the desk; afterwards the call is about the new book. */
  const desk: Desk = {
    get session() {
      return parts.desk.session;
    },
    get refused() {
      return parts.desk.refused;
    },
    refuse: (path) => parts.desk.refuse(path),
    holds: (path) => parts.desk.holds(path),
    put: (book) => {
      own = null;
      return parts.desk.put(book);
    },
    clear: () => {
      own = null;
      parts.desk.clear();
    },
  };
  return {
    ...parts,
    desk,
    book: () => session().book,
    writable: () => {
      const { book } = session();
      book.assertWritable();
      return book;
    },
    state: () => session().state(),
    facts: (budgetId) => session().cache().facts(budgetId),
    together: (budgetId, others) => session().cache().together(budgetId, others),
    foresee: (prepared, ask) => session().foresee(prepared, ask),
    checks: () => session().checks(),
    codes: (year) => session().cache().codes(year),
    change: (label, run, taking) => session().change(label, run, taking),
    undo: () => session().undo(),
    redo: () => session().redo(),
    goTo: (entryId) => session().goTo(entryId),
  };
}
