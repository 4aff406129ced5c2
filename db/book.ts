/** The open book, and the change in progress on it: the two handles every function of `db` takes. */
import type { Database } from 'better-sqlite3';
import type { Failure } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';

/** One open `.ysb` file. Only `db` runs SQL on `db`; everything else passes the book on. */
export interface Book {
  readonly db: Database;
  /** Absolute path with symbolic links resolved. */
  readonly path: string;
  /** Of a sealed book, else null. Never leaves `db` and `electron/core`. */
  readonly password: string | null;
  /** File name with extension, as shown to the user. */
  readonly name: string;
  readonly readOnly: boolean;
  /** Why the book is read-only: the failure a write would answer with; null when it may be written. */
  readonly readOnlyReason: Failure | null;
  /** Who had left the book without closing it before it was opened now, in words; null when nobody had. */
  readonly leftBy: string | null;
  /** Who changes the book, for the journal. */
  readonly user: string;
  readonly now: () => Date;
  /** Verifies that this process still holds the right to write. @throws FailureError BOOK_BUSY, BOOK_READ_ONLY. */
  assertWritable(): void;
  /** Closes the file and releases the lock. Idempotent. */
  close(): void;
}

/** A value as SQLite stores it here: booleans are 0 and 1, amounts whole 分. */
export type Cell = string | number | null;

/**
 * One recorded step of a change, undone in reverse order. `columns` names what each `rows` array holds, so that
 * a step stays readable after a migration adds columns.
 */
export type Step =
  /** Rows inserted with ids in the inclusive ranges; their images are captured when the step is undone. */
  | {
      readonly entity: EntityName;
      readonly kind: 'insert';
      /** The row is one that had been removed, back under its id; otherwise it is a new one. */
      readonly again?: true;
      readonly ranges: readonly (readonly [number, number])[];
      readonly columns?: readonly string[];
      readonly rows?: readonly (readonly Cell[])[];
    }
  | {
      readonly entity: EntityName;
      readonly kind: 'remove';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** Per row: its id and, by column, the value before and after. */
  | {
      readonly entity: EntityName;
      readonly kind: 'update';
      readonly rows: readonly (readonly [number, Readonly<Record<string, readonly [Cell, Cell]>>])[];
    };

/** Which rows a committed change, undo or redo touched; null = too many to name, read the entity anew. */
export type Touched = ReadonlyMap<EntityName, ReadonlySet<number> | null>;

/**
 * A change in progress: everything done through it is one transaction and one row of the journal.
 * Made by `change()` in journal.ts; the functions of rows.ts take it.
 */
export interface Change {
  readonly book: Book;
  /** Adds a step to the journal row. Called by rows.ts only. */
  record(step: Step): void;
}
