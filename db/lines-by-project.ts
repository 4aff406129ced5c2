/** Finding the lines of projects that are about to go. */
import type { Database } from 'better-sqlite3';
import type { EntityName } from '../shared/entities/index.ts';

/** From so many on, making the index (20 ms for 100,000 lines) is quicker than looking through them for each project (10). */
const MANY = 4;

/**
 * Deletes rows. Before SQLite deletes a project it looks for lines that refer to it, through all of them; when many go, by
 * an index that is there only meanwhile. If deleting fails the index goes with the transaction.
 * @param entity what the rows are
 * @param count how many go
 */
export function deleting(db: Database, entity: EntityName, count: number, run: () => void): void {
  const indexed = entity === 'project' && count >= MANY;
  if (indexed) db.exec('CREATE INDEX line_project ON line (project_id) WHERE project_id IS NOT NULL');
  run();
  if (indexed) db.exec('DROP INDEX line_project');
}
