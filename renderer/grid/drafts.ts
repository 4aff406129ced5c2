/** What was typed in one grid and is not in the book yet, by row; and what new rows are called once they are stored. */
import type { Values } from '../../shared/intake/values.ts';
import { type Draft, type DraftPlace, seenValues } from './draft.ts';
import { type Neighbour, placesBeside } from './places.ts';
import type { RowStore } from './row-store.ts';
import { idIn, keyOf, storedRow } from './view.ts';

export class Drafts {
  private readonly store: RowStore;
  private readonly byKey = new Map<string, Draft>();
  private readonly renamed = new Map<string, number>();
  /** Keys of rows on their way out of the book: they are not shown any more. */
  readonly leaving = new Set<string>();

  constructor(store: RowStore) {
    this.store = store;
  }

  get(key: string): Draft | undefined {
    return this.byKey.get(key);
  }

  /** The draft of a row, an empty one where nothing was typed. */
  of(key: string): Draft {
    const id = storedRow(this.store, key)?.id ?? null;
    return this.byKey.get(key) ?? { key, id, place: null, values: {}, typed: {}, problems: {}, failure: null };
  }

  all(): Iterable<Draft> {
    return this.byKey.values();
  }

  set(draft: Draft): void {
    this.byKey.set(draft.key, draft);
  }

  drop(key: string): void {
    this.byKey.delete(key);
  }

  /** The key a row goes by now: a row typed as new goes by its id once it is stored. */
  current(key: string): string {
    const id = this.renamed.get(key);
    return id === undefined ? key : keyOf(id);
  }

  /** A row typed as new is stored; answers false when that was known. */
  rename(key: string, id: number): boolean {
    if (this.renamed.has(key)) return false;
    this.renamed.set(key, id);
    if (this.leaving.delete(key)) this.leaving.add(keyOf(id));
    return true;
  }

  /** Id of the stored row that a key means by now. */
  idOf(key: string): number | null {
    return this.renamed.get(key) ?? this.byKey.get(key)?.id ?? storedRow(this.store, key)?.id ?? null;
  }

  /** True for a row that was stored and is no longer. */
  isGone(key: string): boolean {
    const now = this.current(key);
    return idIn(now) !== null && storedRow(this.store, now) === undefined;
  }

  /** A row's values as they are seen, and whether something in it waits to be mended. */
  seen(key: string): { readonly id: number | null; readonly values: Values; readonly waits: boolean } {
    const stored = storedRow(this.store, key);
    const draft = this.byKey.get(key);
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
      at = this.byKey.get(key)?.place ?? null;
    }
    return null;
  }

  /**
   * Positions for those of some rows that are new and do not stand last: those beside the same stored row share the room
   * there, in the order of the screen.
   */
  places(rows: readonly { readonly key: string }[], indexOf: (key: string) => number): ReadonlyMap<string, number> {
    const beside = new Map<string, { readonly neighbour: Neighbour; readonly keys: string[] }>();
    const fresh = rows.filter(({ key }) => this.idOf(key) === null && this.byKey.get(key)?.place !== null);
    for (const { key } of fresh.sort((left, right) => indexOf(left.key) - indexOf(right.key))) {
      const neighbour = this.neighbourOf(this.byKey.get(key)?.place ?? null);
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
      const draft = this.byKey.get(key);
      if (draft?.id === null) this.byKey.set(key, { ...draft, place: this.placeUnder(above, keys, index) });
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
