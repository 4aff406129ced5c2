/** The order of rows on screen: stored rows, unsaved new rows where they were inserted, then a blank one. */

import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Arranged } from './arrange/arrange-rows.ts';
import { NumbersById } from './arrange/by-id.ts';
import { STEP, type Steps } from './arrange/steps.ts';
import type { Drafts } from './drafts.ts';
import type { RowStore } from './row-store.ts';

/** Key of the blank row that stands last. */
export const BLANK = 'blank';

const STORED = 'r';
const NEW = 'n';

/** Key of a stored row. */
export const keyOf = (id: number): string => `${STORED}${id}`;

/** Key of the n-th row that is not stored yet. */
export const newKeyOf = (count: number): string => `${NEW}${count}`;

/** Id in the key of a stored row; null for other keys. */
export function idIn(key: string): number | null {
  return key.startsWith(STORED) ? Number.parseInt(key.slice(1), 10) : null;
}

/** True for a row of the book, stored or to be stored; not for the blank row or the heading of a group. */
export function isRow(key: string): boolean {
  return key.startsWith(STORED) || key.startsWith(NEW);
}

/** The stored row that a key names. */
export function storedRow(store: RowStore, key: string): SavedRow | undefined {
  const id = idIn(key);
  return id === null ? undefined : store.get(id);
}

/** Rows that stand together on screen. */
export interface ViewSection {
  readonly key: string;
  /** Null for rows without a heading above them. */
  readonly label: string | null;
  readonly rows: readonly string[];
}

/** The section of rows that have come since the rows were grouped. */
export const FRESH: Omit<ViewSection, 'rows'> = { key: '+', label: '新增的行（尚未归组）' };

export interface ViewParts {
  readonly store: RowStore;
  /** Which stored rows the grid shows at all. */
  readonly include: (values: Values) => boolean;
  readonly drafts: Drafts;
  readonly arranged: Arranged | null;
}

/** All rows from top to bottom, without the blank one. A row that came after the arrangement was made is always shown. */
export function* sectionsOfView(parts: ViewParts): Steps<readonly ViewSection[]> {
  const { store, include, arranged } = parts;
  const waiting = new Waiting(parts.drafts);
  const { leaving } = parts.drafts;
  const shown = (id: number): boolean => {
    const row = store.get(id);
    if (row === undefined || !include(row.values) || arranged?.hidden.has(id) === true) return false;
    return leaving.size === 0 || !leaving.has(keyOf(id));
  };
  const sections: ViewSection[] = [];
  const known = new NumbersById(arranged?.sections == null ? [] : store.order);
  let looked = 0;
  for (const { key, label, ids } of arranged?.sections ?? []) {
    const rows: string[] = [];
    for (const id of ids) {
      if (++looked % STEP === 0) yield (0.5 * looked) / store.order.length;
      known.set(id, 1);
      if (shown(id)) waiting.put(keyOf(id), rows);
    }
    if (rows.length > 0) sections.push({ key, label, rows });
  }
  const last: string[] = [];
  for (const id of store.order) {
    if (++looked % STEP === 0) yield Math.min(1, (0.5 * looked) / store.order.length);
    if (known.get(id) === undefined && shown(id)) waiting.put(keyOf(id), last);
  }
  waiting.putRest(last);
  const grouped = sections.some(({ label }) => label !== null);
  if (last.length > 0 || sections.length === 0)
    sections.push({ ...FRESH, ...(grouped ? {} : { label: null }), rows: last });
  return sections;
}

/** New rows by the row they stand beside. */
class Waiting {
  private readonly beside = new Map<string, string[]>();
  private readonly last: string[] = [];

  constructor(drafts: Drafts) {
    for (const { id, key, place } of drafts.all()) {
      if (id !== null) continue;
      if (place === null) this.last.push(key);
      else this.note(`${place.side} ${drafts.current(place.key)}`, key);
    }
  }

  /** Puts a row with the new rows around it, and those around them. */
  put(key: string, into: string[]): void {
    if (this.beside.size === 0) {
      into.push(key);
      return;
    }
    const open: { readonly key: string; readonly now: boolean }[] = [{ key, now: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.now) into.push(next.key);
      else open.push({ key: next.key, now: true });
      const around = this.take(`${next.now ? 'below' : 'above'} ${next.key}`);
      for (const each of around.toReversed()) open.push({ key: each, now: false });
    }
  }

  /** The rows that stand last. Rows whose neighbour has gone are kept: what was typed is never dropped. */
  putRest(into: string[]): void {
    for (const each of this.last) this.put(each, into);
    for (const keys of this.beside.values()) into.push(...keys);
    this.beside.clear();
  }

  private take(place: string): readonly string[] {
    const keys = this.beside.get(place) ?? [];
    this.beside.delete(place);
    return keys;
  }

  private note(place: string, key: string): void {
    const known = this.beside.get(place);
    if (known === undefined) this.beside.set(place, [key]);
    else known.push(key);
  }
}
