/** Where each entity is stored: table and column names derived from its field list, and the two conversions. */
import { type EntityName, entities, type RowOfEntity } from '../shared/entities/index.ts';
import type { Fields } from '../shared/shape/shape.ts';
import type { Cell } from './book.ts';

export interface Layout {
  readonly entity: EntityName;
  /** Chinese name of one record. */
  readonly label: string;
  readonly table: string;
  readonly fields: Fields;
  /** The entity that owns these rows, or null when they belong to the book. */
  readonly parent: EntityName | null;
  readonly parentColumn: string | null;
  /** Columns in the order of every image and `SELECT`: id, revision, (parent), position, then the fields. */
  readonly columns: readonly string[];
  /** Row keys in the same order. */
  readonly keys: readonly string[];
  /** Index of the first field in `columns`. */
  readonly firstField: number;
  /** True at the indexes of boolean columns. */
  readonly booleans: readonly boolean[];
  readonly hasBooleans: boolean;
  /** Fields that hold the id of a row of another entity: index in `columns`, field key, target. */
  readonly refs: readonly { readonly index: number; readonly key: string; readonly target: EntityName }[];
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const PARENTS = { book: null, budget: 'budget', goalSheet: 'goalSheet' } as const;

function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name);
}

function layoutFrom(entity: EntityName): Layout {
  const spec = entities[entity];
  const fields: Fields = spec.fields;
  const parent = PARENTS[spec.parent];
  const parentColumn = parent === null ? null : `${snake(parent)}_id`;
  const meta = parentColumn === null ? ['id', 'revision', 'position'] : ['id', 'revision', 'parentId', 'position'];
  const keys = [...meta, ...Object.keys(fields)];
  const booleans = keys.map((key, index) => index >= meta.length && fields[key]?.kind === 'boolean');
  return {
    entity,
    label: spec.label,
    table: snake(entity),
    fields,
    parent,
    parentColumn,
    columns: keys.map((key) => (key === 'parentId' && parentColumn !== null ? parentColumn : snake(key))),
    keys,
    firstField: meta.length,
    booleans,
    hasBooleans: booleans.includes(true),
    refs: keys.flatMap((key, index) => {
      const field = index < meta.length ? undefined : fields[key];
      return field?.kind === 'ref' && isEntityName(field.entity) ? [{ index, key, target: field.entity }] : [];
    }),
  };
}

/** All entity names, parents before the rows that refer to them. */
export const ENTITY_NAMES: readonly EntityName[] = Object.keys(entities).filter(isEntityName);

const layouts = new Map<EntityName, Layout>(ENTITY_NAMES.map((entity) => [entity, layoutFrom(entity)]));

/** The layout of one entity. */
export function layoutOf(entity: EntityName): Layout {
  const layout = layouts.get(entity);
  if (layout === undefined) throw new TypeError(`unknown entity: ${entity}`);
  return layout;
}

/** Columns quoted for SQL; names come from the declarations only. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** Keys of a row in the order they are read and shown. */
export function rowKeys(layout: Layout): readonly string[] {
  return layout.parentColumn === null ? ['id', 'revision', 'parentId', ...layout.keys.slice(2)] : layout.keys;
}

/** Columns for a `SELECT` that names them as the row's keys; a row of the book has no parent. */
export function aliasedColumns(layout: Layout): string {
  return rowKeys(layout)
    .map((key) => {
      const index = layout.keys.indexOf(key);
      return `${index < 0 ? 'NULL' : `"${layout.columns[index]}"`} AS "${key}"`;
    })
    .join(', ');
}

/** A stored image as the row the application sees. */
export function rowFrom<N extends EntityName>(layout: Layout, image: readonly Cell[]): RowOfEntity<N> {
  const row: Record<string, unknown> = { id: image[0], revision: image[1], parentId: null, position: null };
  for (let index = 2; index < layout.keys.length; index += 1) {
    const key = layout.keys[index];
    if (key !== undefined) row[key] = layout.booleans[index] ? booleanFrom(image[index]) : image[index];
  }
  // The image was selected by this layout's columns, which the drift test holds equal to the field list.
  return row as RowOfEntity<N>;
}

/** A stored 0 or 1 as the application sees it; an optional one that is not answered stays null. */
export function booleanFrom(cell: unknown): boolean | null {
  return cell === null ? null : cell === 1;
}

/** A field's value as SQLite stores it. */
export function cellFrom(value: unknown): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`not a storable value: ${typeof value}`);
}
