/**
 * Version 3: a purchase says whether it belongs to a construction project, where it follows the rules for works.
 * Nullable: nobody was asked before, and a purchase without an answer counts as not related.
 */
import type { Migration } from './migration.ts';

export const worksRelated: Migration = {
  version: 3,
  up: (db) => {
    db.exec('ALTER TABLE procurement ADD COLUMN works_related INTEGER CHECK (works_related IN (0, 1))');
  },
};
