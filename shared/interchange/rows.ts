/** Between a document and rows: keys become ids and back, amount texts become 分 and back. Lossless both ways. */
import { type EntityName, entities, type RowOfEntity } from '../entities/index.ts';
import type { Fen } from '../money/fen.ts';
import { fromDecimalYuan, toDecimalYuan } from '../money/format.ts';
import type { Field } from '../shape/shape.ts';
import type { InterchangeDocument } from './document.ts';
import { type AnyRecord, type AnyRow, type KeysById, keysOf } from './keys.ts';
import { documentName, FORMAT, KEYED, keysAreGlobal, listsIn, targetOf, VERSION } from './layout.ts';

/**
 * A row with ids that mean something only among these rows: `id` is of its entity's own series, references and
 * `parentId` are such ids. Rows read from a book fit as they are.
 */
export type LocalRow<N extends EntityName> = Omit<RowOfEntity<N>, 'revision'>;

export type InterchangeRows = { readonly [N in EntityName]: readonly LocalRow<N>[] };

/**
 * @param document as `readInterchange` returned it
 * @returns rows of every entity in book order; a reference may point to a row that stands later in its list
 * @throws Error when a reference or an amount of a document that was not checked cannot be resolved
 */
export function documentToRows(document: InterchangeDocument): InterchangeRows {
  const rows = byEntity<AnyRow[]>(() => []);
  const ids = new Map<string, number>();
  const fills: (() => void)[] = [];
  const take = (owner: EntityName | 'document', record: AnyRecord, ownerId: number | null, budgetId: number | null) => {
    for (const [list, entity] of Object.entries(listsIn(owner))) {
      // Every list of the layout is an array of records in an InterchangeDocument.
      (record[list] as readonly AnyRecord[]).forEach((child, position) => {
        const id = rows[entity].length + 1;
        const row: AnyRow = { id, parentId: ownerId, position };
        rows[entity].push(row);
        const scope = entity === 'budget' ? id : budgetId;
        if (typeof child.key === 'string') ids.set(keyIn(entity, scope, child.key), id);
        // References may point forward, so fields are filled when every key is known.
        fills.push(() => Object.assign(row, fieldValues(entity, child, scope, ids)));
        take(entity, child, id, scope);
      });
    }
  };
  take('document', document, null, null);
  for (const fill of fills) fill();
  // Every row has been filled from its own entity's field list.
  return rows as unknown as InterchangeRows;
}

function fieldValues(
  entity: EntityName,
  record: AnyRecord,
  scope: number | null,
  ids: ReadonlyMap<string, number>,
): AnyRecord {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field>(entities[entity].fields)) {
    const value = record[documentName(name, field)];
    const target = targetOf(field);
    const where = `${entity}.${name} ${String(value)}`;
    if (typeof value !== 'string') values[name] = value;
    else if (target !== null) values[name] = found(ids.get(keyIn(target, scope, value)), where);
    else values[name] = field.kind === 'fen' ? found(fromDecimalYuan(value), where) : value;
  }
  return values;
}

/** Keys of book-wide records are looked up in the document, others in their budget. */
function keyIn(entity: EntityName, budgetId: number | null, key: string): string {
  return `${entity} ${keysAreGlobal(entity) ? '' : budgetId} ${key}`;
}

/**
 * @param rows of a book or a part of it in which every reference is found; order within a parent follows `position`
 * @returns a document in which every record that something refers to has a key
 * @throws Error when a reference leads out of the rows
 */
export function rowsToDocument(rows: InterchangeRows): InterchangeDocument {
  // Each list holds rows of its own entity; here they are read by the names of the field lists only.
  const all = rows as unknown as Readonly<Record<EntityName, readonly AnyRow[]>>;
  const keys = keysOf(all);
  const children = byEntity((entity) => childrenByParent(all[entity]));
  const listsFor = (owner: EntityName | 'document', ownerId: number | null): AnyRecord => {
    const lists: Record<string, readonly AnyRecord[]> = {};
    for (const [list, entity] of Object.entries(listsIn(owner))) {
      lists[list] = (children[entity].get(ownerId) ?? []).map((row) => ({
        ...(KEYED.has(entity) ? { key: keys[entity].get(row.id) ?? null } : {}),
        ...recordValues(entity, row, keys),
        ...listsFor(entity, row.id),
      }));
    }
    return lists;
  };
  // Lists and records are made from the layout and field lists that the type is derived from.
  return { format: FORMAT, version: VERSION, ...listsFor('document', null) } as unknown as InterchangeDocument;
}

function recordValues(entity: EntityName, row: AnyRow, keys: KeysById): AnyRecord {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field>(entities[entity].fields)) {
    const value = row[name];
    const target = targetOf(field);
    const inDocument = documentName(name, field);
    if (typeof value !== 'number') values[inDocument] = value;
    else if (target !== null) values[inDocument] = found(keys[target].get(value), `${entity}.${name} ${value}`);
    // A `fen` field of a row holds an amount in 分.
    else values[inDocument] = field.kind === 'fen' ? toDecimalYuan(value as Fen) : value;
  }
  return values;
}

function childrenByParent(rows: readonly AnyRow[]): ReadonlyMap<number | null, readonly AnyRow[]> {
  const children = new Map<number | null, AnyRow[]>();
  for (const row of [...rows].sort((left, right) => left.position - right.position)) {
    const siblings = children.get(row.parentId);
    if (siblings === undefined) children.set(row.parentId, [row]);
    else siblings.push(row);
  }
  return children;
}

function byEntity<T>(make: (entity: EntityName) => T): Readonly<Record<EntityName, T>> {
  const names = Object.keys(entities) as EntityName[];
  // The entries are made from the names of `entities`, which EntityName is.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<EntityName, T>;
}

function found<T>(value: T | null | undefined, where: string): T {
  if (value === null || value === undefined) throw new Error(`interchange: cannot resolve ${where}`);
  return value;
}
