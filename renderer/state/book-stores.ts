import type { CoreEvent } from '../../shared/api/events.ts';
import type { Failure, FailureCode } from '../../shared/api/failure.ts';
import { type IdRun, idsOf } from '../../shared/api/id-runs.ts';
import type { BookState, PackedRows } from '../../shared/api/types.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import { call } from '../api.ts';
import { RowStore } from '../grid/row-store.ts';
import type { ReadyRows, SaveRow, Sending, SessionOptions } from '../grid/saving.ts';
import { GridSession } from '../grid/session.ts';
import { notifyFailure } from '../ui/toasts.tsx';
import { askBehind } from './ask-behind.ts';
import { showTogether } from './following.ts';
import { type Foresight, foresee } from './foresight.ts';
import { keepDrafts } from './kept-drafts.ts';
import { shownQuestions } from './query.ts';
import { savingBegan, savingEnded } from './save-state.ts';
import { prepareRows, sendRows } from './send-rows.ts';

export interface Shelf {
  readonly entity: EntityName;
  readonly parentId: number | null;
  readonly store: RowStore;
  /** Resolves when the rows are there; rejects when they could not be read. */
  ready: Promise<void>;
  loaded: boolean;
  /** Changes from elsewhere that are still to be fetched, by the book's revision; null = any row may have changed. */
  readonly owed: Map<number, readonly IdRun[] | null>;
  /** Revisions of own saves whose rows have come with their answer, and that the core is still to tell of. */
  readonly own: Set<number>;
  /** Fetches all rows again. */
  readonly reload: () => Promise<void>;
}

/** What passes by itself: another program lets go of the file, room is made, the stick is put in again. */
const PASSING: ReadonlySet<FailureCode> = new Set(['BOOK_HELD', 'BOOK_MISSING', 'DISK_FULL']);
const AGAIN_MS = 5_000;

type SessionParts = Omit<SessionOptions, 'store' | 'send' | 'fields' | 'recordName'>;

export class BookStores {
  private readonly shelves = new Map<string, Shelf>();
  private readonly sessions = new Map<string, { readonly session: GridSession; readonly shelf: Shelf }>();
  /** How many show a shelf that may be forgotten. */
  private readonly held = new Map<Shelf, number>();
  private closed = false;
  /** What the rows laid ready last will bring about. */
  private foresight: Foresight | null = null;
  private trying: ReturnType<typeof setTimeout> | undefined;
  private readonly onState: (state: BookState) => void;

  /** @param onState hears the book's state after each save */
  constructor(onState: (state: BookState) => void) {
    this.onState = onState;
  }

  /** The rows of an entity under a parent; fetched on first use. */
  shelf(entity: EntityName, parentId: number | null): Shelf {
    const key = `${entity}|${parentId}`;
    const known = this.shelves.get(key);
    if (known !== undefined) return known;
    const store = new RowStore();
    const reload = () => {
      shelf.ready = fetchInto(shelf);
      return shelf.ready;
    };
    const shelf: Shelf = {
      entity,
      parentId,
      store,
      ready: Promise.resolve(),
      loaded: false,
      owed: new Map(),
      own: new Set(),
      reload,
    };
    reload().catch(() => undefined);
    this.shelves.set(key, shelf);
    return shelf;
  }

  /** The session of a page's grid; made on first use, with drafts of an earlier run laid over the rows. */
  session(name: string, shelf: Shelf, parts: () => SessionParts): GridSession {
    const key = `${name}|${shelf.parentId}`;
    const known = this.sessions.get(key);
    if (known !== undefined) return known.session;
    const { fields, label } = entities[shelf.entity];
    const session = new GridSession({
      ...parts(),
      store: shelf.store,
      fields,
      recordName: label,
      send: (sending) => this.send(shelf, sending),
      prepare: (rows) => this.prepare(shelf, rows),
    });
    this.sessions.set(key, { session, shelf });
    keepDrafts(session, `draft.${name}.${shelf.parentId ?? 0}`, shelf.ready);
    return session;
  }

  /**
   * Keeps a shelf while something shows it; answers a function that lets it go. One that nobody shows any more and that
   * owes the book nothing is forgotten: else a thousand goal sheets once looked at would be fetched at every change.
   */
  hold(shelf: Shelf): () => void {
    this.held.set(shelf, (this.held.get(shelf) ?? 0) + 1);
    return () => {
      this.held.set(shelf, (this.held.get(shelf) ?? 1) - 1);
      this.forget(shelf).catch(() => undefined);
    };
  }

  private async forget(shelf: Shelf): Promise<void> {
    await this.idle(shelf);
    const sessions = [...this.sessions].filter(([, each]) => each.shelf === shelf);
    const owes = sessions.some(([, { session }]) => session.unsaved.length > 0);
    if (owes || (this.held.get(shelf) ?? 0) > 0) return;
    for (const [key] of sessions) this.sessions.delete(key);
    this.shelves.delete(`${shelf.entity}|${shelf.parentId}`);
    this.held.delete(shelf);
  }

  /** Drafts of all grids that are not in the book. */
  get unsaved(): number {
    return [...this.sessions.values()].reduce((sum, { session }) => sum + session.unsaved.length, 0);
  }

  /** Tries again by itself after a while, once for however many drafts wait. */
  private tryLater({ code }: Failure): void {
    if (this.closed || !PASSING.has(code)) return;
    clearTimeout(this.trying);
    this.trying = setTimeout(() => this.retry(), AGAIN_MS);
  }

  /** The book is no longer the open one: nothing of it is sent any more. */
  close(): void {
    this.closed = true;
    clearTimeout(this.trying);
  }

  /** Sends every unsaved draft of every grid again. */
  retry(): void {
    for (const { session } of this.sessions.values()) session.retry();
  }

  /** Fetches again what was changed elsewhere: by undo, an import, or another window. */
  async onChanged(event: Extract<CoreEvent, { name: 'book.changed' }>): Promise<void> {
    const { state, entities: changed, rows } = event.payload;
    const owing = [...this.shelves.values()].filter(
      (shelf) => changed.includes(shelf.entity) && !shelf.own.delete(state.revision),
    );
    for (const shelf of owing) shelf.owed.set(state.revision, rows[shelf.entity] ?? null);
    for (const shelf of owing) {
      // An own save on its way brings its rows with its answer.
      await this.idle(shelf);
      await catchUp(shelf, state.revision).catch(() => undefined);
    }
  }

  /** Resolves when nothing of any grid is on its way to the book. */
  async settled(): Promise<void> {
    for (const { session } of this.sessions.values()) await session.idle();
  }

  private async idle(shelf: Shelf): Promise<void> {
    await shelf.ready.catch(() => undefined);
    for (const each of this.sessions.values()) if (each.shelf === shelf) await each.session.idle();
  }

  /** Rows to be looked over lie ready in the core, and what they will bring about lies ready here. */
  private async prepare(shelf: Shelf, rows: readonly SaveRow[]): Promise<ReadyRows | null> {
    const ready = await prepareRows(shelf.entity, shelf.parentId, rows);
    if (ready === null) return null;
    foresee(ready.prepared, shelf.parentId, shownQuestions(shelf.entity)).then((foresight) => {
      this.foresight = foresight;
    });
    return ready;
  }

  private async send(shelf: Shelf, { label, save, remove, ready, take }: Sending): Promise<void> {
    savingBegan();
    const foresight = this.foresight?.holdsFor(ready?.prepared ?? null) === true ? this.foresight : null;
    this.foresight = null;
    const sent = sendRows(shelf.entity, shelf.parentId, label, save, remove, ready);
    foresight?.show();
    const drop = askBehind(shownQuestions(shelf.entity), (question) => foresight?.behind(question, sent));
    const answer = await sent;
    drop();
    if (!answer.ok) foresight?.takeBack();
    await showTogether(() => {
      if (answer.ok) {
        if (!shelf.owed.delete(answer.revision)) shelf.own.add(answer.revision);
        this.onState(answer.state);
        savingEnded(null);
        // Those that lay ready came last.
        if (ready === null && shelf.store.crowdedBy(save)) shelf.reload().catch(() => undefined);
      } else if (save.some(({ id, position }) => id === null || position === null)) {
        savingEnded(answer.failure);
        this.tryLater(answer.failure);
      } else {
        // Nothing typed is at stake: rows to be removed stay, rows that were moved go back, and the reason is told.
        savingEnded(null);
        notifyFailure(answer.failure);
        if (save.length > 0) shelf.reload().catch(() => undefined);
      }
      take(answer);
    });
  }
}

/** Fetches what was changed elsewhere: single rows where they are known, else all. */
async function catchUp(shelf: Shelf, revision: number): Promise<void> {
  const owed = [...shelf.owed.values()];
  if (owed.length === 0) return;
  shelf.owed.clear();
  if (owed.includes(null)) {
    await shelf.reload();
    return;
  }
  const ids = [...new Set(owed.flatMap((each) => idsOf(each ?? [])))];
  const packed = await call('rows.get', { entity: shelf.entity, ids });
  shelf.store.renew(packed, ids, shelf.parentId, revision);
}

async function fetchInto(shelf: Shelf): Promise<void> {
  const before = await call('book.state', {});
  const packed: PackedRows = await call(`${shelf.entity}.list`, { parentId: shelf.parentId });
  shelf.store.load(packed, before?.revision ?? 0);
  shelf.loaded = true;
}
