/**
 * Version 4: a goal sheet may have any form, not only the two that the first version knew. Forms are declared as data;
 * a new one must not need a new step here. SQLite changes no CHECK of a table that exists, so the table is made anew.
 */
import type { Migration } from './migration.ts';

const OLD_CHECK = "CHECK (form IN ('costUnderOutput', 'costFirst'))";

export const goalForms: Migration = {
  version: 4,
  up: (db) => {
    const all = db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'goal_sheet' AND sql IS NOT NULL ORDER BY name")
      .all() as readonly { readonly name: string; readonly sql: string }[];
    const table = all.find(({ name }) => name === 'goal_sheet')?.sql;
    if (table?.includes(OLD_CHECK) !== true) throw new Error('goal_sheet is not as version 3 left it');
    const made = table.replace(/goal_sheet/, 'goal_sheet_new').replace(OLD_CHECK, "CHECK (form <> '')");
    db.exec(`
      ${made};
      INSERT INTO goal_sheet_new SELECT * FROM goal_sheet;
      DROP TABLE goal_sheet;
      ALTER TABLE goal_sheet_new RENAME TO goal_sheet;
    `);
    for (const { name, sql } of all) if (name !== 'goal_sheet') db.exec(sql);
  },
};
