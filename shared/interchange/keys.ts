/** Keys for the records that something refers to: readable, and unique where they are looked up. */
import { type EntityName, entities } from '../entities/index.ts';
import { KEYED, keysAreGlobal, planOf } from './layout.ts';

export type AnyRecord = Readonly<Record<string, unknown>>;
/** A row of any entity, read by the names of its field list. */
export type AnyRow = { readonly id: number; readonly parentId: number | null; readonly position: number } & AnyRecord;
export type KeysById = Readonly<Record<EntityName, ReadonlyMap<number, string>>>;

/** What a key begins with, by entity; a number follows. A unit's own code is taken first. */
const PREFIXES: Partial<Readonly<Record<EntityName, string>>> = { unit: 'U', project: 'P', line: 'L' };

/** @returns key by row id for every row that a reference in `all` points to */
export function keysOf(all: Readonly<Record<EntityName, readonly AnyRow[]>>): KeysById {
  const referred = referredIds(all);
  const keys = Object.fromEntries(Object.keys(entities).map((name) => [name, new Map<number, string>()]));
  for (const entity of KEYED) {
    const taken = new Set<string>();
    const places = new Map<number | null, number>();
    for (const row of all[entity]) {
      const scope = keysAreGlobal(entity) ? null : row.parentId;
      const place = (places.get(scope) ?? 0) + 1;
      places.set(scope, place);
      if (!referred[entity]?.has(row.id)) continue;
      const wanted = entity === 'unit' ? String(row.code) : `${PREFIXES[entity] ?? entity}${place}`;
      const key = taken.has(`${scope} ${wanted}`) ? `${wanted} ${PREFIXES[entity] ?? entity}${place}` : wanted;
      taken.add(`${scope} ${key}`);
      keys[entity]?.set(row.id, key);
    }
  }
  // One map per name of `entities`.
  return keys as unknown as KeysById;
}

function referredIds(all: Readonly<Record<EntityName, readonly AnyRow[]>>): Partial<Record<EntityName, Set<unknown>>> {
  const referred: Partial<Record<EntityName, Set<unknown>>> = {};
  for (const entity of Object.keys(entities) as EntityName[]) {
    for (const { name, target } of planOf(entity)) {
      if (target === null) continue;
      const ids = referred[target] ?? new Set<unknown>();
      referred[target] = ids;
      for (const row of all[entity]) ids.add(row[name]);
    }
  }
  return referred;
}
