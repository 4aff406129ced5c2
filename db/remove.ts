/** Removing rows: what they own goes with them, what others refer to stays; every removed row is in the journal. */
import { fail } from '../shared/api/failure.ts';
import type { EntityName } from '../shared/entities/index.ts';
import type { Cell, Change } from './book.ts';
import { rowText, usersText } from './describe.ts';
import { assertOpen } from './guard.ts';
import { columnList, ENTITY_NAMES, type Layout, layoutOf } from './layout.ts';
import { deleting } from './lines-by-project.ts';
import { rowImage } from './read.ts';
import { isConstraint } from './sqlite-error.ts';
import { images, statement } from './statements.ts';

/**
 * Removes rows of one parent, with the rows they own (a budget's lines, a goal sheet's indicators).
 * @param parentId the parent all of them have; null for rows of the book
 * @throws FailureError NOT_FOUND, IN_USE naming who refers to the row, BOOK_LOCKED_BUDGET
 */
export function removeRows(change: Change, entity: EntityName, parentId: number | null, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const layout = layoutOf(entity);
  const removed: Cell[][] = [];
  const record = () => {
    if (removed.length > 0) change.record({ entity, kind: 'remove', columns: layout.columns, rows: removed.splice(0) });
  };
  deleting(change.book.db, entity, ids.length, () => {
    for (const id of ids) {
      const image = rowImage(change.book, layout, id);
      if (image === null || (layout.parent !== null && image[2] !== parentId))
        fail('NOT_FOUND', { what: layout.label });
      if (entity === 'budget') assertOpen(change.book, entity, id);
      if (removeOwned(change, layout, id, record)) record();
      deleteRow(change, layout, id);
      removed.push(image);
    }
  });
  record();
}

/**
 * Removes what a row owns, last entities first, so that a row goes before what it refers to.
 * @param before called once before the first owned row is removed, to keep the journal's steps in order
 */
function removeOwned(change: Change, owner: Layout, ownerId: number, before: () => void): boolean {
  let any = false;
  for (const name of ENTITY_NAMES.toReversed()) {
    const layout = layoutOf(name);
    if (layout.parent !== owner.entity) continue;
    const sql = `SELECT ${columnList(layout.columns)} FROM "${layout.table}" WHERE "${layout.parentColumn}" = ?`;
    const rows = images(change.book.db, sql, ownerId);
    if (rows.length === 0) continue;
    if (!any) before();
    any = true;
    for (const [id] of rows) if (typeof id === 'number') removeOwned(change, layout, id, () => undefined);
    deleting(change.book.db, name, rows.length, () => {
      for (const [id] of rows) if (typeof id === 'number') deleteRow(change, layout, id);
    });
    change.record({ entity: name, kind: 'remove', columns: layout.columns, rows });
  }
  return any;
}

function deleteRow(change: Change, layout: Layout, id: number): void {
  const { db } = change.book;
  try {
    statement(db, `DELETE FROM "${layout.table}" WHERE id = ?`).run(id);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    fail('IN_USE', { what: rowText(db, layout, id), by: usersText(db, layout.entity, id) });
  }
}
