/** The stored rows of one entity under one parent, in book order, as last answered by the core. */
import type { PackedRows } from '../../shared/api/types.ts';
import type { CellValue, SavedRow } from '../../shared/intake/values.ts';
import type { SaveRow } from './saving.ts';

const META = ['id', 'revision', 'parentId', 'position'];

export interface StoreChange {
  /** `null`: anything may have changed. */
  readonly ids: readonly number[] | null;
  /** `appended`: rows came at the end; `changed`: rows came, went or moved. */
  readonly structure: 'none' | 'appended' | 'changed';
}

interface Renewed {
  readonly ids: readonly number[];
  readonly field: string | null;
}

const NOTHING: Renewed = { ids: [], field: null };

export class RowStore {
  /** The book's revision that the rows show. */
  revision = 0;
  /** Changes with every change of the rows. */
  version = 0;
  /** The rows that came anew with the last change from elsewhere, and the field where only that of one is another. */
  renewed: Renewed = NOTHING;
  private byId = new Map<number, SavedRow>();
  private ordered: number[] = [];
  private readonly listeners = new Set<(change: StoreChange) => void>();

  /** Row ids in book order. */
  get order(): readonly number[] {
    return this.ordered;
  }

  get(id: number): SavedRow | undefined {
    return this.byId.get(id);
  }

  /** Place of a stored row in book order. */
  placeOf(id: number): number {
    const row = this.byId.get(id);
    return row === undefined ? this.ordered.length : this.firstNotBefore(row);
  }

  /** The first row from a place on, going by `step`, that is not among `without`. */
  nearest(place: number, step: 1 | -1, without: ReadonlySet<number>): SavedRow | undefined {
    let at = place;
    while (without.has(this.ordered[at] ?? -1)) at += step;
    return this.byId.get(this.ordered[at] ?? -1);
  }

  /** Whether saving rows makes others move, of which the core does not tell: one of them comes where another stands. */
  crowdedBy(rows: readonly Pick<SaveRow, 'id' | 'position'>[]): boolean {
    return rows.some(({ id, position }) => position !== null && this.taken(position, id));
  }

  /** True where a row other than `id` stands at a position. */
  private taken(position: number, id: number | null): boolean {
    const from = this.firstNotBefore({ position, id: 0 });
    const found = this.nearest(from, 1, new Set(id === null ? [] : [id]));
    return found?.position === position;
  }

  /** Rows stand elsewhere, as the core will soon say, too. */
  reposition(positions: ReadonlyMap<number, number>): void {
    for (const [id, position] of positions) {
      const row = this.byId.get(id);
      if (row !== undefined) this.byId.set(id, { ...row, position });
    }
    this.renewed = NOTHING;
    this.reorder();
    this.tell({ ids: [...positions.keys()], structure: 'changed' });
  }

  subscribe(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes all rows anew. Rows that did not change keep their identity, so that nothing is redrawn for them. */
  load(packed: PackedRows, revision: number): void {
    const before = this.byId;
    this.byId = new Map();
    const rows: SavedRow[] = [];
    const renewed: number[] = [];
    for (const row of rowsIn(packed)) {
      const old = before.get(row.id);
      const kept = old !== undefined && old.revision === row.revision && old.position === row.position ? old : row;
      // What comes for the first time is no news.
      if (kept === row && before.size > 0) renewed.push(row.id);
      rows.push(kept);
      this.byId.set(row.id, kept);
    }
    this.renewed = {
      ids: renewed,
      field: fieldChanged(renewed.length === 1 ? this.byId.get(renewed[0] ?? -1) : undefined, before),
    };
    this.ordered = rows.sort(byPosition).map((row) => row.id);
    this.revision = revision;
    this.tell({ ids: null, structure: 'changed' });
  }

  /** Takes what one save changed. */
  apply(saved: readonly SavedRow[], removed: readonly number[], revision: number): void {
    this.renewed = NOTHING;
    this.take(saved, removed, revision);
  }

  /**
   * Takes a block of new rows that come last, in order, as one save brought them; looks at none of them singly.
   * @param ids of the rows
   */
  append(block: readonly SavedRow[], ids: readonly number[], revision: number): void {
    const [first] = block;
    if (first === undefined || this.byId.has(first.id) || !this.comesLast(first)) {
      this.apply(block, [], revision);
      return;
    }
    this.renewed = NOTHING;
    for (const row of block) this.byId.set(row.id, row);
    this.ordered.push(...ids);
    this.revision = Math.max(this.revision, revision);
    this.tell({ ids, structure: 'appended' });
  }

  /** Takes rows as they are now, whatever changed them; `ids` that are not among the rows are gone. */
  renew(packed: PackedRows, ids: readonly number[], parentId: number | null, revision: number): void {
    const parents = packed.columns[packed.fields.indexOf('parentId')] ?? [];
    const rows = rowsIn(packed).filter((_, index) => parentId === null || parents[index] === parentId);
    const there = new Set(rows.map(({ id }) => id));
    const gone = ids.filter((id) => !there.has(id) && this.byId.has(id));
    const fresh = rows.filter((row) => this.isNews(row));
    const renewed = fresh.map(({ id }) => id);
    this.renewed = { ids: renewed, field: fieldChanged(fresh.length === 1 ? fresh[0] : undefined, this.byId) };
    if (fresh.length + gone.length > 0) this.take(fresh, gone, revision);
    else this.revision = Math.max(this.revision, revision);
  }

  private isNews({ id, revision, position }: SavedRow): boolean {
    const known = this.byId.get(id);
    return known === undefined || known.revision !== revision || known.position !== position;
  }

  private take(saved: readonly SavedRow[], removed: readonly number[], revision: number): void {
    const added: SavedRow[] = [];
    let moved = false;
    for (const row of saved) {
      const before = this.byId.get(row.id);
      if (before === undefined) added.push(row);
      else if (before.position !== row.position) moved = true;
      this.byId.set(row.id, row);
    }
    added.sort(byPosition);
    for (const id of removed) this.byId.delete(id);
    let structure: StoreChange['structure'] = added.length > 0 ? 'appended' : 'none';
    if (moved || removed.length > 0 || !this.putLast(added)) {
      this.reorder();
      structure = 'changed';
    }
    this.revision = Math.max(this.revision, revision);
    this.tell({ ids: [...saved.map((row) => row.id), ...removed], structure });
  }

  /** Puts new rows at the end where they belong there; answers whether they did. The usual case of entry, at no cost. */
  private putLast(added: readonly SavedRow[]): boolean {
    if (added[0] !== undefined && !this.comesLast(added[0])) return false;
    for (const row of added) this.ordered.push(row.id);
    return true;
  }

  private comesLast(row: SavedRow): boolean {
    const last = this.byId.get(this.ordered.at(-1) ?? -1);
    return last === undefined || byPosition(last, row) <= 0;
  }

  private firstNotBefore(wanted: Placed): number {
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.byId.get(this.ordered[middle] ?? -1);
      if (row !== undefined && byPosition(row, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private reorder(): void {
    this.ordered = [...this.byId.values()].sort(byPosition).map((row) => row.id);
  }

  private tell(change: StoreChange): void {
    this.version += 1;
    for (const listener of this.listeners) listener(change);
  }
}

interface Placed {
  readonly position: number;
  readonly id: number;
}

/** The one field in which a row is not what it was; null where there is no such. */
function fieldChanged(now: SavedRow | undefined, before: ReadonlyMap<number, SavedRow>): string | null {
  const was = now === undefined ? undefined : before.get(now.id);
  if (now === undefined || was === undefined) return null;
  const changed = Object.keys(now.values).filter((key) => now.values[key] !== was.values[key]);
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

const byPosition = (left: Placed, right: Placed) => left.position - right.position || left.id - right.id;

/** The rows of an answer. Which column holds what is found out once: there may be a hundred thousand rows. */
function rowsIn({ fields, columns, count }: PackedRows): SavedRow[] {
  const column = (field: string) => columns[fields.indexOf(field)] ?? [];
  const [ids, revisions, positions] = [column('id'), column('revision'), column('position')];
  const own = fields.flatMap((field) => (META.includes(field) ? [] : [[field, column(field)] as const]));
  return Array.from({ length: count }, (_, index) => {
    const values: Record<string, CellValue> = {};
    for (const [field, cells] of own) values[field] = cellValue(cells[index]);
    return {
      id: integer(ids[index]),
      revision: integer(revisions[index]),
      position: integer(positions[index]),
      values,
    };
  });
}

/** Splits what the core sends into the row's own keys and its fields. */
export function savedRow(raw: Readonly<Record<string, unknown>>): SavedRow {
  const values: Record<string, CellValue> = {};
  for (const key of Object.keys(raw)) if (!META.includes(key)) values[key] = cellValue(raw[key]);
  return { id: integer(raw.id), revision: integer(raw.revision), position: integer(raw.position), values };
}

const integer = (value: unknown): number => (typeof value === 'number' ? value : 0);

function cellValue(value: unknown): CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
