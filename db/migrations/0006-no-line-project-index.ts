/**
 * Version 6: lines are no longer kept by project, too. A pasted block by hundreds of projects changed nearly every page of
 * that index, a quarter of what the core needed for it; what it served is rare (see lines-by-project.ts).
 */
import type { Migration } from './migration.ts';

export const noLineProjectIndex: Migration = {
  version: 6,
  up: (db) => {
    db.exec('DROP INDEX line_project');
  },
};
