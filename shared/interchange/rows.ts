/** Between a document and rows: keys become ids and back, amount texts become 分 and back. Lossless both ways. */
import { renamePlace } from '../checks/place-text.ts';
import { type EntityName, entities, type RowOfEntity } from '../entities/index.ts';
import type { Fen } from '../money/fen.ts';
import { fromDecimalYuan, toDecimalYuan } from '../money/format.ts';
import { groupedBy } from '../shape/grouped-by.ts';
import type { InterchangeDocument } from './document.ts';
import { type AnyRecord, type AnyRow, type KeysById, keysOf } from './keys.ts';
import { FORMAT, KEYED, keysAreGlobal, listsIn, planOf, VERSION } from './layout.ts';

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
  const rows = byEntity<Record<string, unknown>[]>(() => []);
  const ids = new Map<string, number>();
  const counted = new Map<string, number>();
  const pending: Pending[] = [];
  const take = (owner: EntityName | 'document', record: AnyRecord, ownerId: number | null, budgetId: number | null) => {
    for (const [list, entity] of Object.entries(listsIn(owner))) {
      // Every list of the layout is an array of records in an InterchangeDocument.
      (record[list] as readonly AnyRecord[]).forEach((child, position) => {
        const id = rows[entity].length + 1;
        const scope = entity === 'budget' ? id : budgetId;
        const row = { id, parentId: ownerId, position };
        rows[entity].push(row);
        pending.push({ entity, row, record: child, scope });
        if (typeof child.key === 'string') ids.set(keyIn(entity, scope, child.key), id);
        const series = keyIn(entity, scope, '#');
        const count = (counted.get(series) ?? 0) + 1;
        counted.set(series, count);
        ids.set(`${series}${count}`, id);
        take(entity, child, id, scope);
      });
    }
  };
  take('document', document, null, null);
  // References may point forward, so fields are filled when every key is known.
  for (const one of pending) fill(one, ids);
  // Every row has been filled from its own entity's field list.
  return rows as unknown as InterchangeRows;
}

interface Pending {
  readonly entity: EntityName;
  readonly row: Record<string, unknown>;
  readonly record: AnyRecord;
  /** The budget in which the record's references are looked up. */
  readonly scope: number | null;
}

function fill({ entity, row, record, scope }: Pending, ids: ReadonlyMap<string, number>): void {
  for (const { name, inDocument, field, target } of planOf(entity)) {
    const value = record[inDocument];
    if (typeof value !== 'string') row[name] = value;
    else if (entity === 'waiver' && name === 'at')
      row[name] = renamePlace(value, (of, at) => String(ids.get(keyIn(of, scope, at)) ?? 0));
    else if (target !== null) row[name] = found(ids.get(keyIn(target, scope, value)), entity, name, value);
    else row[name] = field.kind === 'fen' ? found(fromDecimalYuan(value), entity, name, value) : value;
  }
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
  const ordinals = all.waiver.length === 0 ? NO_ORDINALS : ordinalsOf(children);
  const listsFor = (owner: EntityName | 'document', ownerId: number | null): AnyRecord => {
    const lists: Record<string, readonly AnyRecord[]> = {};
    for (const [list, entity] of Object.entries(listsIn(owner))) {
      lists[list] = (children[entity].get(ownerId) ?? []).flatMap((row) => {
        const record: Record<string, unknown> = KEYED.has(entity) ? { key: keys[entity].get(row.id) ?? null } : {};
        addValues(record, entity, row, keys);
        if (entity === 'waiver') {
          const at = placeInDocument(String(row.at), ordinals);
          if (at === null) return [];
          record.at = at;
        }
        return [Object.assign(record, listsFor(entity, row.id))];
      });
    }
    return lists;
  };
  // Lists and records are made from the layout and field lists that the type is derived from.
  return { format: FORMAT, version: VERSION, ...listsFor('document', null) } as unknown as InterchangeDocument;
}

/** A place by the ordinals of the rows it names; null when one of them is gone: its waiver holds for nothing any more. */
function placeInDocument(place: string, ordinals: ReadonlyMap<string, number>): string | null {
  let isGone = false;
  const named = renamePlace(place, (entity, id) => {
    const ordinal = ordinals.get(`${entity} ${id}`);
    isGone ||= ordinal === undefined;
    return `#${ordinal}`;
  });
  return isGone ? null : named;
}

/** Adds the row's fields to a record, by their names in the document. */
function addValues(record: Record<string, unknown>, entity: EntityName, row: AnyRow, keys: KeysById): void {
  for (const { name, inDocument, field, target } of planOf(entity)) {
    const value = row[name];
    if (typeof value !== 'number') record[inDocument] = value;
    else if (target !== null) record[inDocument] = found(keys[target].get(value), entity, name, value);
    // A `fen` field of a row holds an amount in 分.
    else record[inDocument] = field.kind === 'fen' ? toDecimalYuan(value as Fen) : value;
  }
}

const NO_ORDINALS: ReadonlyMap<string, number> = new Map();

/** Places of rows among those of their entity in the budget, in document order: what waivers name instead of ids. */
function ordinalsOf(children: Readonly<Record<EntityName, ReadonlyMap<number | null, readonly AnyRow[]>>>) {
  const ordinals = new Map<string, number>();
  const walk = (owner: EntityName | 'document', ownerId: number | null, counts: Map<EntityName, number>) => {
    for (const entity of Object.values(listsIn(owner))) {
      for (const { id } of children[entity].get(ownerId) ?? []) {
        const count = (counts.get(entity) ?? 0) + 1;
        counts.set(entity, count);
        ordinals.set(`${entity} ${id}`, count);
        walk(entity, id, entity === 'budget' ? new Map() : counts);
      }
    }
  };
  walk('document', null, new Map());
  return ordinals;
}

function childrenByParent(rows: readonly AnyRow[]): ReadonlyMap<number | null, readonly AnyRow[]> {
  return groupedBy(
    rows.toSorted((left, right) => left.position - right.position),
    ({ parentId }) => parentId,
  );
}

function byEntity<T>(make: (entity: EntityName) => T): Readonly<Record<EntityName, T>> {
  const names = Object.keys(entities) as EntityName[];
  // The entries are made from the names of `entities`, which EntityName is.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<EntityName, T>;
}

function found<T>(value: T | null | undefined, entity: EntityName, name: string, wanted: unknown): T {
  if (value === null || value === undefined) throw new Error(`interchange: cannot resolve ${entity}.${name} ${wanted}`);
  return value;
}
