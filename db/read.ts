/** Reading rows of one entity, as records or column by column. */
import type { PackedRows } from '../shared/api/types.ts';
import type { EntityName, RowOfEntity } from '../shared/entities/index.ts';
import type { Book, Cell } from './book.ts';
import { aliasedColumns, booleanFrom, columnList, type Layout, layoutOf, rowKeys } from './layout.ts';
import { count, image, recordStatement } from './statements.ts';

/** All rows of a parent in book order; `parentId: null` = all of the book. */
export function listRows<N extends EntityName>(book: Book, entity: N, parentId: number | null): RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  return records(book, layout, where(layout, parentId)).map((record) => rowOf<N>(layout, record));
}

/** Where a row stands among those of its parent. */
export interface RowPlace {
  readonly position: number;
  readonly id: number;
}

/** At most `limit` rows of a parent in book order, those behind a place; null = from the first. */
export function rowsBehind<N extends EntityName>(
  book: Book,
  entity: N,
  parentId: number,
  place: RowPlace | null,
  limit: number,
): RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  const clause = `WHERE "${layout.parentColumn}" = ? AND (position, id) > (?, ?) ORDER BY position, id LIMIT ?`;
  const values = [parentId, place?.position ?? Number.MIN_SAFE_INTEGER, place?.id ?? 0, limit];
  return records(book, layout, { clause, values }).map((record) => rowOf<N>(layout, record));
}

/** One row, or null when there is none with this id. */
export function findRow<N extends EntityName>(book: Book, entity: N, id: number): RowOfEntity<N> | null {
  const layout = layoutOf(entity);
  const [record] = records(book, layout, { clause: 'WHERE id = ?', values: [id] });
  return record === undefined ? null : rowOf<N>(layout, record);
}

/** All rows of a parent, column by column, in book order: the form in which 100,000 rows cross to the window. */
export function packRows(book: Book, entity: EntityName, parentId: number | null): PackedRows {
  const layout = layoutOf(entity);
  return packed(layout, records(book, layout, where(layout, parentId)));
}

/** Rows by their ids, column by column; ids that are gone are left out. */
export function packRowsById(book: Book, entity: EntityName, ids: readonly number[]): PackedRows {
  const layout = layoutOf(entity);
  const rows = ids.flatMap((id) => records(book, layout, { clause: 'WHERE id = ?', values: [id] }));
  return packed(layout, rows);
}

function packed(layout: Layout, rows: readonly StoredRecord[]): PackedRows {
  const fields = rowKeys(layout);
  return {
    fields,
    columns: fields.map((key) => column(rows, key, layout.fields[key]?.kind === 'boolean')),
    count: rows.length,
  };
}

/** The rows with these ids, in book order; ids that are gone are left out. */
export function rowsById<N extends EntityName>(book: Book, entity: N, ids: readonly number[]): RowOfEntity<N>[] {
  return ids
    .map((id) => findRow(book, entity, id))
    .filter((row) => row !== null)
    .sort((left, right) => left.position - right.position || left.id - right.id);
}

/**
 * The rows that name a row of another entity in one of their fields, in book order.
 * @param field key of a reference field, e.g. `projectId`
 */
export function rowsReferring<N extends EntityName>(
  book: Book,
  entity: N,
  field: keyof RowOfEntity<N> & string,
  id: number,
): RowOfEntity<N>[] {
  const layout = layoutOf(entity);
  const ref = layout.refs.find(({ key }) => key === field);
  if (ref === undefined) throw new TypeError(`${entity}.${field} is no reference`);
  const clause = `WHERE "${layout.columns[ref.index]}" = ? ORDER BY position, id`;
  return records(book, layout, { clause, values: [id] }).map((record) => rowOf<N>(layout, record));
}

/** The indicators of all goal sheets of a budget, sheet by sheet in book order. */
export function listIndicators(book: Book, budgetId: number): RowOfEntity<'indicator'>[] {
  const layout = layoutOf('indicator');
  const clause = `
    JOIN (SELECT id AS sheet, position AS place FROM goal_sheet WHERE budget_id = ?) ON sheet = goal_sheet_id
    ORDER BY place, sheet, position, id`;
  return records(book, layout, { clause, values: [budgetId] }).map((record) => rowOf<'indicator'>(layout, record));
}

/** The stored image of one row, in the layout's column order. */
export function rowImage(book: Book, layout: Layout, id: number): Cell[] | null {
  return image(book.db, `SELECT ${columnList(layout.columns)} FROM "${layout.table}" WHERE id = ?`, id);
}

/** A number that differs from the last one when another connection has committed since. */
export function dataVersion(book: Book): number {
  return count(book.db, 'PRAGMA data_version');
}

/** A row as SQLite answers it under the names of the fields; booleans still 0 and 1. */
type StoredRecord = Record<string, Cell>;

interface Where {
  /** Everything after `FROM table`. */
  readonly clause: string;
  readonly values: readonly Cell[];
}

function records(book: Book, layout: Layout, { clause, values }: Where): StoredRecord[] {
  const sql = `SELECT ${aliasedColumns(layout)} FROM "${layout.table}" ${clause}`;
  // The columns are named by the layout's keys, and hold nothing but what STRICT columns can.
  return recordStatement(book.db, sql).all(...values) as StoredRecord[];
}

function where(layout: Layout, parentId: number | null): Where {
  if (layout.parentColumn === null) return { clause: 'ORDER BY position, id', values: [] };
  if (parentId === null) return { clause: `ORDER BY "${layout.parentColumn}", position, id`, values: [] };
  return { clause: `WHERE "${layout.parentColumn}" = ? ORDER BY position, id`, values: [parentId] };
}

/** The record becomes the row: only the booleans have to be turned. */
function rowOf<N extends EntityName>(layout: Layout, record: StoredRecord): RowOfEntity<N> {
  if (!layout.hasBooleans) return record as unknown as RowOfEntity<N>;
  const turned: Record<string, unknown> = record;
  layout.booleans.forEach((isBoolean, index) => {
    const key = layout.keys[index];
    if (isBoolean && key !== undefined) turned[key] = booleanFrom(record[key]);
  });
  // The record was selected by this layout's columns, which the drift test holds equal to the field list.
  return turned as unknown as RowOfEntity<N>;
}

function column(rows: readonly StoredRecord[], key: string, isBoolean: boolean): unknown[] {
  const values = new Array<unknown>(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = isBoolean ? booleanFrom(rows[at]?.[key]) : rows[at]?.[key];
  return values;
}
