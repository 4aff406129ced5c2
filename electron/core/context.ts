/**
 * What a handler gets besides its input, and the type of all handlers.
 *
 * A handler is a function `(input, ctx) => output`, one per call of the contract, grouped by area in
 * `handlers/*.ts` and checked there with `satisfies Pick<Handlers, 'a.b' | 'a.c'>`.
 *
 * A read just answers. A write first does everything that waits (asking the port, reading files), then calls
 * `ctx.change(label, run)` once: `run` is synchronous, one transaction, one row of the journal; what it throws
 * rolls everything back. The answer's `state` is taken after it with `ctx.state()`:
 *
 *     'import.interchange': async (input, ctx) => {
 *       ctx.writable();                                            // refuse before asking for a file
 *       const path = await ctx.port.chooseOpen({ … }) ?? fail('CANCELLED');
 *       const document = readDocument(path);
 *       const counts = ctx.change(`导入 ${name}`, (change) => importDocument(change, document));
 *       return { ...counts, state: ctx.state() };
 *     }
 */
import type { Book, Change } from '../../db/book.ts';
import type { CallName, In, Out } from '../../shared/api/contract.ts';
import type { BookState } from '../../shared/api/types.ts';
import type { CodeBook } from '../../shared/codes/code-book.ts';
import type { TableFacts } from '../../shared/facts/cube.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { BackupKeeper } from './backups/keeper.ts';
import type { Checkers } from './checks/checkers.ts';
import type { Foreigns } from './foreigns.ts';
import type { Intakes } from './intakes.ts';
import type { Port } from './port.ts';
import type { Recent } from './recent.ts';
import type { Session } from './session.ts';

/** One long task, known to the window by the id it chose. */
export interface Job {
  /** Aborted by `job.cancel`. */
  readonly signal: AbortSignal;
  /** Tells the window how far the task is; `total` 0 when unknown. */
  progress(done: number, total: number): void;
  /** @throws FailureError CANCELLED when the user cancelled. */
  check(): void;
}

export interface Jobs {
  /** Runs a task under `jobId`; the window always gets a last `finished: true`, also when the task fails. */
  run<T>(jobId: string, title: string, task: (job: Job) => Promise<T>): Promise<T>;
  /** Cancels a running task; one that is unknown or over is ignored. */
  cancel(jobId: string): void;
}

/** Files the core wrote or was given; the window knows them by opaque ids, never by path. */
export interface Files {
  remember(path: string): string;
  /** @throws FailureError NOT_FOUND when no such file was remembered in this session. */
  path(id: string): string;
}

/** The place where at most one book lies open. */
export interface Desk {
  /** Path of the book that was last refused as damaged, while no other is open; null otherwise. */
  readonly refused: string | null;
  /** Remembers a book that could not be opened, so that its backups can be asked for. */
  refuse(path: string): void;
  /** The open book with its state, or null. */
  readonly session: Session | null;
  /** Whether the open book is this file. */
  holds(path: string): boolean;
  /** Puts an opened book on the desk, closes the one that lay there and tells the windows. */
  put(book: Book): BookState;
  /** Closes the open book, if any, and tells the windows. */
  clear(): void;
}

export interface Context {
  readonly port: Port;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly desk: Desk;
  readonly recent: Recent;
  readonly backups: BackupKeeper;
  /** The workbook that lies open for an import. */
  readonly intakes: Intakes;
  /** The foreign workbook that lies open for an audit. */
  readonly foreigns: Foreigns;
  /** The open book. @throws FailureError NO_BOOK. */
  book(): Book;
  /** The open book when it may be changed. @throws FailureError NO_BOOK, BOOK_BUSY, BOOK_READ_ONLY. */
  writable(): Book;
  /** The open book as the window sees it. @throws FailureError NO_BOOK. */
  state(): BookState;
  /** The facts of a budget, loaded once and kept right by every change. @throws FailureError NOT_FOUND. */
  facts(budgetId: number): Facts;
  /** The facts of a department's budget and others as one. @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW. */
  together(budgetId: number, others: readonly number[]): TableFacts;
  /**
   * What `ask` answers once lines that lie ready are taken as the very next change; null when they lie there no more.
   * @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW
   */
  foresee<T>(prepared: number, ask: (facts: TableFacts) => T): T | null;
  /** The checks of the open book's budgets. */
  checks(): Checkers;
  /** The classification codes of a fiscal year, the user's own among them. */
  codes(year: number): CodeBook;
  /**
   * Runs one change of the book: one transaction, one row of the journal named `label` (Chinese, e.g. `粘贴 30 行`).
   * Afterwards the cached facts are right and the windows are told.
   * @param taking the rows that lie ready, where the change does nothing but take them
   * @throws FailureError what `run` throws, after rolling back; NO_BOOK when the book was closed meanwhile.
   */
  change<T>(label: string, run: (change: Change) => T, taking?: number): T;
  /** Takes back, or does again, one change. @throws FailureError NOTHING_TO_UNDO, NOTHING_TO_REDO. */
  undo(): void;
  redo(): void;
  /** Undoes or redoes so that this entry of the history is the last one done; null = before the first. @throws FailureError NOT_FOUND. */
  goTo(entryId: number | null): void;
}

export type Handler<N extends CallName> = (input: In<N>, ctx: Context) => Out<N> | Promise<Out<N>>;
export type Handlers = { readonly [N in CallName]: Handler<N> };
