/** The rows of one entity as the checks hold them, with the keys they are found by. */

import type { CheckedEntity } from '../look.ts';
import type { Scalar } from '../record-spec.ts';
import type { RuleRow } from '../records.ts';
import { IdMap } from './id-map.ts';

type Keys = Scalar | readonly Scalar[];

const NO_KEYS: readonly Scalar[] = [];

/** Rows under a key; most keys of a large entity have one. */
export class RowIndex {
  /** Told of every key that a replaced row was or is under. */
  onKey: ((key: Scalar) => void) | null = null;
  private readonly keyOf: (row: RuleRow) => Keys;
  private readonly ids = new Map<Scalar, number | Set<number>>();

  /** @param keyOf null leaves a row out; several keys put it under each */
  constructor(keyOf: (row: RuleRow) => Keys) {
    this.keyOf = keyOf;
  }

  replace(id: number, before: RuleRow | null, after: RuleRow | null): void {
    const old = before === null ? NO_KEYS : this.keysOf(before);
    const next = after === null ? NO_KEYS : this.keysOf(after);
    for (const key of old) if (!next.includes(key)) this.remove(key, id);
    for (const key of next) if (!old.includes(key)) this.add(key, id);
    if (this.onKey === null) return;
    for (const key of old) this.onKey(key);
    for (const key of next) if (!old.includes(key)) this.onKey(key);
  }

  idsAt(key: Scalar): readonly number[] {
    const known = this.ids.get(key);
    return known === undefined ? [] : typeof known === 'number' ? [known] : [...known];
  }

  sizeAt(key: Scalar): number {
    const known = this.ids.get(key);
    return known === undefined ? 0 : typeof known === 'number' ? 1 : known.size;
  }

  private keysOf(row: RuleRow): readonly Scalar[] {
    const keys = this.keyOf(row);
    if (keys === null) return NO_KEYS;
    return typeof keys === 'object' ? keys : [keys];
  }

  private add(key: Scalar, id: number): void {
    const known = this.ids.get(key);
    if (known === undefined) this.ids.set(key, id);
    else if (typeof known === 'number') this.ids.set(key, new Set([known, id]));
    else known.add(id);
  }

  private remove(key: Scalar, id: number): void {
    const known = this.ids.get(key);
    if (typeof known === 'number') this.ids.delete(key);
    else {
      known?.delete(id);
      if (known?.size === 0) this.ids.delete(key);
    }
  }
}

const byPlace = (left: RuleRow, right: RuleRow) => placeOf(left) - placeOf(right) || left.id - right.id;

/** A row's place in its parent's own order. */
export function placeOf({ position }: RuleRow): number {
  return typeof position === 'number' ? position : 0;
}

export class RowTable {
  readonly rows = new IdMap<RuleRow>();
  private readonly indexes: RowIndex[] = [];
  private ordered: readonly RuleRow[] | null = null;

  /** In book order of one parent. */
  inOrder(): readonly RuleRow[] {
    this.ordered ??= [...this.rows.values()].sort(byPlace);
    return this.ordered;
  }

  at(index: RowIndex, key: Scalar): readonly RuleRow[] {
    const rows = index.idsAt(key).flatMap((id) => this.rows.get(id) ?? []);
    return rows.length > 1 ? rows.sort(byPlace) : rows;
  }

  /** Puts a row in the place of the one of its id; null takes it out. */
  replace(id: number, before: RuleRow | null, after: RuleRow | null): void {
    this.ordered = null;
    if (after === null) this.rows.delete(id);
    else this.rows.set(id, after);
    for (const index of this.indexes) index.replace(id, before, after);
  }

  addIndex(index: RowIndex): void {
    this.indexes.push(index);
  }
}

/** Rows that are worked out from others. */
export type DerivedName = 'paragraph' | 'typedFigure';

export type RowTables = Readonly<Record<CheckedEntity | DerivedName, RowTable>>;
