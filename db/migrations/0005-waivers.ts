/** Version 5: why warnings of the checks are left as they are. */
import type { Migration } from './migration.ts';

export const waivers: Migration = {
  version: 5,
  up: (db) => {
    db.exec(`
      CREATE TABLE waiver (
        id INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL,
        budget_id INTEGER NOT NULL REFERENCES budget (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        rule_id TEXT NOT NULL,
        at TEXT NOT NULL,
        said TEXT NOT NULL,
        reason TEXT NOT NULL,
        made_by TEXT,
        made_on TEXT CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      ) STRICT;
      CREATE UNIQUE INDEX waiver_place ON waiver (budget_id, rule_id, at);
    `);
  },
};
