/** Matching imported records with the rows already there: by id, else equal in every field, else by key. */
import type { EntityName } from '../entities/index.ts';
import type { CellValue, Values } from './values.ts';

export interface ExistingRow {
  readonly id: number;
  readonly values: Values;
}

export interface IncomingRecord {
  /** Id named by the sheet itself (our own export carries one); null without. */
  readonly id: number | null;
  readonly values: Values;
}

export type Outcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'same'; readonly id: number }
  | { readonly kind: 'changed'; readonly id: number; readonly values: Values; readonly fields: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The fields that tell one record from another when a sheet has no ids. Names repeat in real books: records of
 * one key are matched in their order.
 */
const KEYS: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  line: ['side', 'origin', 'fund', 'functional', 'revenue', 'nature', 'deptEconomic', 'projectId', 'note'],
  project: ['name'],
  procurement: ['projectId', 'catalogueCode', 'name'],
  indicator: ['period', 'level1', 'level2', 'level3'],
  goalSheet: ['projectId'],
  asset: ['kind', 'name'],
  prior: ['measure'],
};

/** Fields of which the book takes no value twice under one parent. */
const UNIQUE: Readonly<Partial<Record<EntityName, string>>> = { goalSheet: 'projectId', prior: 'measure' };

/** A row waiting to be matched; taken at most once. */
class Pool {
  private readonly byKey = new Map<string, ExistingRow[]>();
  private readonly keyOf: (values: Values) => string;
  private readonly taken: Set<number>;

  constructor(rows: readonly ExistingRow[], taken: Set<number>, keyOf: (values: Values) => string) {
    this.keyOf = keyOf;
    this.taken = taken;
    for (const row of rows) {
      const key = keyOf(row.values);
      const list = this.byKey.get(key);
      if (list === undefined) this.byKey.set(key, [row]);
      else list.push(row);
    }
    for (const list of this.byKey.values()) list.reverse();
  }

  take(values: Values): ExistingRow | null {
    const list = this.byKey.get(this.keyOf(values));
    for (let row = list?.pop(); row !== undefined; row = list?.pop()) {
      if (this.taken.has(row.id)) continue;
      this.taken.add(row.id);
      return row;
    }
    return null;
  }
}

/** An empty text and no text are the same to whoever looks at the cell. */
const plain = (value: CellValue | undefined): CellValue =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;

const ADDED: Outcome = { kind: 'added' };

const keyBy = (fields: readonly string[]) => (values: Values) =>
  JSON.stringify(fields.map((field) => plain(values[field])));

/**
 * Compares records with existing rows. Only `fields` (what the sheet has columns for) are compared and changed;
 * the other fields of a matched row stay as they are.
 */
export function compareRecords(
  entity: EntityName,
  existing: readonly ExistingRow[],
  incoming: readonly IncomingRecord[],
  fields: readonly string[],
): readonly Outcome[] {
  const taken = new Set<number>();
  const byId = new Map(existing.map((row) => [row.id, row]));
  const matched: (ExistingRow | 'twice' | null)[] = incoming.map((record) => {
    if (record.id === null) return null;
    const row = byId.get(record.id);
    // Deleted since, or from another book: it is matched like a record without an id.
    if (row === undefined) return null;
    if (taken.has(row.id)) return 'twice';
    taken.add(row.id);
    return row;
  });
  const passes = [new Pool(existing, taken, keyBy(fields))];
  const key = (KEYS[entity] ?? []).filter((field) => fields.includes(field));
  if (key.length > 0) passes.push(new Pool(existing, taken, keyBy(key)));
  for (const pool of passes) {
    if (taken.size === existing.length) break;
    incoming.forEach((record, index) => {
      if (matched[index] === null) matched[index] = pool.take(record.values);
    });
  }
  const repeats = repeated(entity, existing, incoming, matched);
  return incoming.map((record, index): Outcome => {
    const row = matched[index] ?? null;
    if (repeats.has(index)) return { kind: 'refused', reason: '表中或账套中已有同样的一条，只能有一条。' };
    if (row === 'twice') return { kind: 'refused', reason: `编号 ${record.id} 在表中出现了两次。` };
    if (row === null) return ADDED;
    const differing = fields.filter((field) => plain(record.values[field]) !== plain(row.values[field]));
    return differing.length === 0
      ? { kind: 'same', id: row.id }
      : { kind: 'changed', id: row.id, values: { ...row.values, ...picked(record.values, fields) }, fields: differing };
  });
}

const picked = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));

/** Places of records that would be a second one of what there can be only one of. */
function repeated(
  entity: EntityName,
  existing: readonly ExistingRow[],
  incoming: readonly IncomingRecord[],
  matched: readonly (ExistingRow | 'twice' | null)[],
): ReadonlySet<number> {
  const field = UNIQUE[entity];
  const places = new Set<number>();
  if (field === undefined) return places;
  const leaving = new Set(matched.flatMap((row) => (row !== null && typeof row === 'object' ? [row.id] : [])));
  const seen = new Set(existing.flatMap((row) => (leaving.has(row.id) ? [] : [plain(row.values[field])])));
  incoming.forEach((record, index) => {
    const row = matched[index];
    const known = row !== null && typeof row === 'object' ? row.values[field] : undefined;
    const value = plain(record.values[field] === undefined ? known : record.values[field]);
    if (seen.has(value)) places.add(index);
    seen.add(value);
  });
  return places;
}
