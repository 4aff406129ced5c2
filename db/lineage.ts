/** The mark by which the rows of one project are recognised from year to year. */
import type { Change } from './book.ts';
import { statement } from './statements.ts';

/**
 * Gives a project without a mark one. Also in a budget that is submitted or locked: the mark is no part of what was
 * handed in, and last year's budget usually is locked when the next one is opened.
 */
export function markLineage(change: Change, projectId: number, lineage: string): void {
  const { db } = change.book;
  const sql = 'UPDATE project SET lineage = ?, revision = revision + 1 WHERE id = ? AND lineage IS NULL';
  if (statement(db, sql).run(lineage, projectId).changes === 0) return;
  change.record({ entity: 'project', kind: 'update', rows: [[projectId, { lineage: [null, lineage] }]] });
}
