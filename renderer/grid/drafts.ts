/** What was typed in one grid and is not in the book yet, by row; and what new rows are called once they are stored. */
import type { SavedRow, Values } from '../../shared/intake/values.ts';
import { type Draft, type DraftPlace, seenValues, settle } from './draft.ts';
import { type Neighbour, placesBeside } from './places.ts';
import type { RowStore } from './row-store.ts';
import { idIn, keyOf, storedRow } from './view.ts';

/** The rows of a block, by key. */
type Block = readonly { readonly key: string }[];

export class Drafts {
  private readonly store: RowStore;
  private readonly byKey = new Map<string, Draft>();
  private readonly renamed = new Map<string, string>();
  /** Those of a block that lies ready, as long as nothing else is typed: when it is stored they go all at once. */
  private apart = new Map<string, Draft>();
  private block: Block = [];
  /** Keys of rows on their way out of the book: they are not shown any more. */
  readonly leaving = new Set<string>();

  constructor(store: RowStore) {
    this.store = store;
  }

  get(key: string): Draft | undefined {
    return this.byKey.get(key) ?? this.apart.get(key);
  }

  /** The draft of a row, an empty one where nothing was typed. */
  of(key: string): Draft {
    const id = storedRow(this.store, key)?.id ?? null;
    return this.get(key) ?? { key, id, place: null, values: {}, typed: {}, problems: {}, failure: null };
  }

  *all(): Iterable<Draft> {
    yield* this.byKey.values();
    yield* this.apart.values();
  }

  set(draft: Draft): void {
    this.putTogether();
    this.byKey.set(draft.key, draft);
  }

  drop(key: string): void {
    this.byKey.delete(key);
    this.apart.delete(key);
  }

  /** Takes drafts of an earlier run; those over rows that are there no more, or have been typed over since, are left out. */
  restore(drafts: readonly Draft[], newKey: () => string): void {
    for (const draft of drafts) {
      if (draft.id !== null && this.store.get(draft.id) === undefined) continue;
      const key = draft.id === null ? newKey() : keyOf(draft.id);
      if (this.get(key) === undefined) this.set({ ...draft, key, place: null });
    }
  }

  /** A row is stored: what was typed since is left over it. */
  settle(key: string, { id, values }: SavedRow): void {
    const draft = this.get(key);
    const left = draft === undefined ? null : settle(draft, id, values);
    this.drop(key);
    if (left !== null) this.set(left);
  }

  /** Keeps the drafts of a block apart from now on. */
  keepApart(block: Block): void {
    this.putTogether();
    for (const { key } of block) {
      const draft = this.byKey.get(key);
      if (draft !== undefined) this.apart.set(key, draft);
      this.byKey.delete(key);
    }
    this.block = block;
  }

  /** In the order in which they came. */
  private putTogether(): void {
    if (this.apart.size === 0) return;
    for (const [key, draft] of this.apart) this.byKey.set(key, draft);
    this.apart = new Map();
  }

  /** Drops all drafts of a block; answers false, with nothing done, where it is not kept apart, or no longer whole. */
  dropApart(block: Block): boolean {
    if (this.block !== block || this.apart.size < block.length) return false;
    this.apart = new Map();
    return true;
  }

  /** The key a row goes by now: a row typed as new goes by its id once that is known. */
  current(key: string): string {
    let now = key;
    for (let next = this.renamed.get(now); next !== undefined; next = this.renamed.get(now)) now = next;
    return now;
  }

  /** A row goes by its id from now on, and its draft with it. */
  rename(key: string, id: number): void {
    const now = keyOf(id);
    this.renamed.set(key, now);
    if (this.leaving.delete(key)) this.leaving.add(now);
    const draft = this.get(key);
    if (draft === undefined) return;
    this.drop(key);
    this.set({ ...draft, key: now });
  }

  /** Id of the stored row that a key means by now. */
  idOf(key: string): number | null {
    const now = this.current(key);
    return storedRow(this.store, now)?.id ?? this.get(now)?.id ?? null;
  }

  /** True for a row that was stored and is no longer; not for a new one whose id is known before it is stored. */
  isGone(key: string): boolean {
    const now = this.current(key);
    return idIn(now) !== null && storedRow(this.store, now) === undefined && this.get(now)?.id !== null;
  }

  /** A row's values as they are seen, and whether something in it waits to be mended. */
  seen(key: string): { readonly id: number | null; readonly values: Values; readonly waits: boolean } {
    const stored = storedRow(this.store, key);
    const draft = this.get(key);
    const waits = draft !== undefined && (draft.failure !== null || Object.keys(draft.typed).length > 0);
    return { id: stored?.id ?? null, values: seenValues(stored, draft), waits };
  }

  /** The stored row that a place leads to, past rows that are new themselves. */
  neighbourOf(place: DraftPlace): Neighbour {
    let at = place;
    while (at !== null) {
      const key = this.current(at.key);
      const stored = storedRow(this.store, key);
      if (stored !== undefined) return { side: at.side, id: stored.id };
      at = this.get(key)?.place ?? null;
    }
    return null;
  }

  /**
   * Positions for those of some rows that are new and do not stand last: those beside the same stored row share the room
   * there, in the order of the screen.
   */
  places(rows: readonly { readonly key: string }[], indexOf: (key: string) => number): ReadonlyMap<string, number> {
    const beside = new Map<string, { readonly neighbour: Neighbour; readonly keys: string[] }>();
    const fresh = rows.filter(({ key }) => this.idOf(key) === null && this.get(key)?.place !== null);
    for (const { key } of fresh.sort((left, right) => indexOf(left.key) - indexOf(right.key))) {
      const neighbour = this.neighbourOf(this.get(key)?.place ?? null);
      if (neighbour === null) continue;
      const name = `${neighbour.side} ${neighbour.id}`;
      const known = beside.get(name) ?? { neighbour, keys: [] };
      beside.set(name, known);
      known.keys.push(key);
    }
    const places = new Map<string, number>();
    for (const { neighbour, keys: together } of beside.values()) {
      const positions = placesBeside(this.store, neighbour, together.length, new Set());
      for (const [index, key] of together.entries()) places.set(key, positions[index] ?? 0);
    }
    return places;
  }

  /** Puts new rows where they stand in an order: each below the row above it. */
  follow(keys: readonly string[]): void {
    let above: string | null = null;
    for (const [index, key] of keys.entries()) {
      const draft = this.get(key);
      if (draft?.id === null) this.set({ ...draft, place: this.placeUnder(above, keys, index) });
      above = key;
    }
  }

  /** Below the row above; a row that comes first stands above the first one that is stored. */
  private placeUnder(above: string | null, keys: readonly string[], index: number): DraftPlace {
    if (above !== null) return { side: 'below', key: above };
    const below = keys.slice(index + 1).find((key) => storedRow(this.store, key) !== undefined);
    return below === undefined ? null : { side: 'above', key: below };
  }
}
