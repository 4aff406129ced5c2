/**
 * Row ids are given here, not by SQLite: a block of new rows gets consecutive ids (so the journal can name it by its
 * ends), and an id that was used in this session is never given again, also after its row is removed or undone.
 */
import type { Database } from 'better-sqlite3';
import type { Layout } from './layout.ts';
import { count } from './statements.ts';

const lastIds = new WeakMap<Database, Map<string, number>>();

/** Reserves `howMany` consecutive ids of an entity and answers the first. */
export function takeIds(db: Database, layout: Layout, howMany: number): number {
  let ids = lastIds.get(db);
  if (ids === undefined) {
    ids = new Map();
    lastIds.set(db, ids);
  }
  const last = ids.get(layout.table) ?? count(db, `SELECT max(id) FROM "${layout.table}"`);
  ids.set(layout.table, last + howMany);
  return last + 1;
}
