/** Brings a book to the newest format: backup, then every due step in one transaction, then the version. */
import type { Database } from 'better-sqlite3';
import { APPLICATION_ID } from './format.ts';
import type { Migration } from './migrations/migration.ts';

/** The newest version that the steps lead to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The `user_version` of an open file; 0 for an empty one. */
export function versionOf(db: Database): number {
  const version = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}

/**
 * Runs the steps after the file's version, all or none: on any error the file is as it was.
 * @throws whatever a step throws, and Error when the result breaks a foreign key or SQLite's own check
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const from = versionOf(db);
  const due = migrations.filter((migration) => migration.version > from);
  if (due.length === 0) return;
  // A step may rebuild a table others refer to; the references are checked as a whole before the commit instead.
  db.pragma('foreign_keys = OFF');
  try {
    const run = db.transaction(() => {
      for (const migration of due) migration.up(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${newestVersion(migrations)}`);
      const broken = db.pragma('foreign_key_check');
      if (!Array.isArray(broken) || broken.length > 0) throw new Error('foreign keys are broken after migrating');
      if (!isSound(db)) throw new Error('quick_check failed after migrating');
    });
    run.immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** SQLite's own check of the whole file: pages, order, constraints. */
export function isSound(db: Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}
