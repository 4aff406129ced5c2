/** Reading rows of one entity, as records or column by column. */
import type { PackedRows } from '../shared/api/types.ts';
import type { EntityName, RowOfEntity } from '../shared/entities/index.ts';
import type { Book, Cell } from './book.ts';
import { columnList, type Layout, layoutOf, rowFrom } from './layout.ts';
import { count, image, images, statement } from './statements.ts';

/** All rows of a parent in book order; `parentId: null` = all of the book. */
export function listRows<N extends EntityName>(book: Book, entity: N, parentId: number | null): RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  const { sql, values } = selection(layout, parentId);
  return images(book.db, sql, ...values).map((cells) => rowFrom<N>(layout, cells));
}

/** One row, or null when there is none with this id. */
export function findRow<N extends EntityName>(book: Book, entity: N, id: number): RowOfEntity<N> | null {
  const layout = layoutOf(entity);
  const cells = rowImage(book, layout, id);
  return cells === null ? null : rowFrom<N>(layout, cells);
}

/** The rows with these ids, in book order; ids that are gone are left out. */
export function rowsById<N extends EntityName>(book: Book, entity: N, ids: readonly number[]): RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  return ids
    .map((id) => rowImage(book, layout, id))
    .filter((cells) => cells !== null)
    .map((cells) => rowFrom<N>(layout, cells))
    .sort((left, right) => left.position - right.position || left.id - right.id);
}

/** The stored image of one row, in the layout's column order. */
export function rowImage(book: Book, layout: Layout, id: number): Cell[] | null {
  return image(book.db, `SELECT ${columnList(layout.columns)} FROM "${layout.table}" WHERE id = ?`, id);
}

/** All rows of a parent, column by column, in book order: the form in which 100,000 rows cross to the window. */
export function packRows(book: Book, entity: EntityName, parentId: number | null): PackedRows {
  const layout = layoutOf(entity);
  const { sql, values } = selection(layout, parentId);
  const columns: unknown[][] = layout.keys.map(() => []);
  let count = 0;
  // Raw mode: each row is an array of stored values.
  for (const cells of statement(book.db, sql).iterate(...values) as IterableIterator<Cell[]>) {
    for (let index = 0; index < columns.length; index += 1) {
      columns[index]?.push(layout.booleans[index] ? cells[index] === 1 : cells[index]);
    }
    count += 1;
  }
  if (layout.parentColumn !== null) return { fields: layout.keys, columns, count };
  const [id, revision, ...rest] = columns;
  return {
    fields: ['id', 'revision', 'parentId', ...layout.keys.slice(2)],
    columns: [id ?? [], revision ?? [], new Array(count).fill(null), ...rest],
    count,
  };
}

function selection(layout: Layout, parentId: number | null): { sql: string; values: Cell[] } {
  const from = `SELECT ${columnList(layout.columns)} FROM "${layout.table}"`;
  if (layout.parentColumn === null) return { sql: `${from} ORDER BY position, id`, values: [] };
  if (parentId !== null) {
    return { sql: `${from} WHERE "${layout.parentColumn}" = ? ORDER BY position, id`, values: [parentId] };
  }
  return { sql: `${from} ORDER BY "${layout.parentColumn}", position, id`, values: [] };
}

/** A number that differs from the last one when another connection has committed since. */
export function dataVersion(book: Book): number {
  return count(book.db, 'PRAGMA data_version');
}
