/**
 * That a book has every table and column this program reads. SQLite's own check holds the pages to what the schema says; a
 * schema in which a byte has been overwritten it takes as it is, and the first one to miss a table was whoever asked.
 */
import type { Database } from 'better-sqlite3';
import { columnList, ENTITY_NAMES, layoutOf } from './layout.ts';

const OTHERS = [
  { table: 'journal', columns: ['id', 'at', 'author', 'label', 'undone', 'steps'] },
  { table: 'setting', columns: ['key', 'value'] },
];

/** @throws SqliteError SQLITE_ERROR where one is not there */
export function assertTables(db: Database): void {
  for (const { table, columns } of [...ENTITY_NAMES.map(layoutOf), ...OTHERS]) {
    db.prepare(`SELECT ${columnList(columns)} FROM "${table}" LIMIT 0`).all();
  }
}
