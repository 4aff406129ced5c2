/** The order of rows within their parent: whole numbers with gaps, so that a row fits between two others. */
import type { Book, Change } from './book.ts';
import type { Layout } from './layout.ts';
import { count, images, statement } from './statements.ts';

/** Room left behind each row put last. */
const GAP = 1_024;

/** The position of a row put last in its parent (`parentId: null` for rows of the book). */
function positionAfterLast({ db }: Book, layout: Layout, parentId: number | null): number {
  return (
    GAP +
    (parentId === null || layout.parentColumn === null
      ? count(db, `SELECT max(position) FROM "${layout.table}"`)
      : count(db, `SELECT max(position) FROM "${layout.table}" WHERE "${layout.parentColumn}" = ?`, parentId))
  );
}

/** Positions for `howMany` rows put last, in order. */
export function positionsAfterLast(book: Book, layout: Layout, parentId: number | null): (index: number) => number {
  const first = positionAfterLast(book, layout, parentId);
  return (index) => first + index * GAP;
}

/**
 * Frees a position for a row that is to stand there: the rows from it up to the next gap move one place down.
 * Their revisions stay, because their content does.
 */
export function makeRoom(change: Change, layout: Layout, parentId: number | null, position: number): void {
  const run = occupiedRun(change, layout, parentId, position);
  if (run.length === 0) return;
  const move = statement(change.book.db, `UPDATE "${layout.table}" SET position = position + 1 WHERE id = ?`);
  const rows = run.map(([id, at]) => [id, { position: [at, at + 1] as const }] as const);
  for (const [id] of run) move.run(id);
  change.record({ entity: layout.entity, kind: 'update', rows });
}

/** Rows at `position`, `position + 1`, … without a gap: id and position. */
function occupiedRun(change: Change, layout: Layout, parentId: number | null, position: number): [number, number][] {
  const under = layout.parentColumn === null || parentId === null ? '' : `"${layout.parentColumn}" = ? AND `;
  const parents = under === '' || parentId === null ? [] : [parentId];
  const sql = `SELECT id, position FROM "${layout.table}" WHERE ${under}position BETWEEN ? AND ? ORDER BY position, id`;
  const run: [number, number][] = [];
  for (let next = position; ; next += GAP) {
    for (const [id, at] of images(change.book.db, sql, ...parents, next, next + GAP - 1)) {
      if (typeof id !== 'number' || typeof at !== 'number' || at > position + run.length) return run;
      run.push([id, at]);
    }
    if (run.length < next + GAP - position) return run;
  }
}
