/**
 * Version 2: projects that go on from year to year know each other.
 *
 * Why a shared mark and not a reference to last year's row: a reference would hold last year's project (and its whole
 * budget) against removal, and would be lost as soon as one budget travels alone in an interchange file. Projects that
 * were never carried forward have no mark. No index: marks are compared within the few hundred projects of two budgets.
 */
import type { Migration } from './migration.ts';

export const projectLineage: Migration = {
  version: 2,
  up: (db) => {
    db.exec('ALTER TABLE project ADD COLUMN lineage TEXT');
  },
};
