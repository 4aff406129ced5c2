/** Prepared statements, each compiled once per open file. */
import type { Database, Statement } from 'better-sqlite3';
import type { Cell } from './book.ts';

type Prepared = Statement<Cell[], unknown>;

type Cache = WeakMap<Database, Map<string, Prepared>>;

const raw: Cache = new WeakMap();
const named: Cache = new WeakMap();

/** The prepared statement for a text; rows come as arrays. Texts are built from declarations, so their number is bounded. */
export function statement(db: Database, sql: string): Prepared {
  return cached(raw, db, sql, (prepared) => (prepared.reader ? prepared.raw(true) : prepared));
}

/** The same for rows as records, named by the columns of the query. */
export function recordStatement(db: Database, sql: string): Prepared {
  return cached(named, db, sql, (prepared) => prepared);
}

function cached(cache: Cache, db: Database, sql: string, set: (prepared: Prepared) => Prepared): Prepared {
  const statements = cache.get(db) ?? new Map<string, Prepared>();
  cache.set(db, statements);
  const prepared = statements.get(sql) ?? set(db.prepare<Cell[]>(sql));
  statements.set(sql, prepared);
  return prepared;
}

/** All rows as arrays of stored values. */
export function images(db: Database, sql: string, ...values: Cell[]): Cell[][] {
  // In raw mode each row is an array of what the columns hold; the schema is STRICT and has no BLOB column.
  return statement(db, sql).all(...values) as Cell[][];
}

/** The first row as an array of stored values, or null. */
export function image(db: Database, sql: string, ...values: Cell[]): Cell[] | null {
  // As in `images`.
  return (statement(db, sql).get(...values) as Cell[] | undefined) ?? null;
}

/** The first column of the first row, or null. */
export function value(db: Database, sql: string, ...values: Cell[]): Cell {
  return image(db, sql, ...values)?.[0] ?? null;
}

/** The first column of the first row as a whole number; 0 when there is none. */
export function count(db: Database, sql: string, ...values: Cell[]): number {
  return whole(value(db, sql, ...values));
}

/** A stored whole number; 0 for NULL. */
export function whole(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
