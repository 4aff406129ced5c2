import type { Database } from 'better-sqlite3';

/** One step of the book format. Never edited after release: books in the field have been through it as it was. */
export interface Migration {
  /** The `user_version` a book has after this step; steps are numbered 1, 2, 3 … without gaps. */
  readonly version: number;
  /** Changes the schema and the rows. Runs inside the transaction that all due steps share. */
  up(db: Database): void;
}
