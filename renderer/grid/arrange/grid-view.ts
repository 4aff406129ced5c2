/**
 * The rows on screen by place: in stored order or arranged, with headings of groups between them and a blank row last.
 * It holds no content; that is the session's.
 */
import type { CellLookup, Values } from '../../../shared/intake/values.ts';
import { sliced } from '../../intake/slices.ts';
import type { GridColumn } from '../column.ts';
import type { DraftPlace } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import type { Content } from '../find/matcher.ts';
import type { RowStore } from '../row-store.ts';
import { BLANK, buildView, FRESH, idIn, isRow, keyOf, type ViewSection } from '../view.ts';
import { type Arranged, arrangeRows, type SeenRow } from './arrange-rows.ts';
import { type Arrangement, isStoredOrder, STORED_ORDER } from './arrangement.ts';
import { type AmountSums, Sums } from './sums.ts';

export interface ViewSource {
  readonly store: RowStore;
  readonly include: (values: Values) => boolean;
  readonly drafts: Drafts;
  /** Something on screen has changed. */
  readonly changed: () => void;
}

/** The heading of a group: its name, and what stands below it. */
export interface Heading {
  readonly label: string;
  readonly rows: number;
  readonly sums: AmountSums;
  readonly collapsed: boolean;
}

const HEADING = 'g';

export class GridView {
  private readonly source: ViewSource;
  private keys: string[] = [BLANK];
  private places: Map<string, number> | null = null;
  private shown: Arrangement = STORED_ORDER;
  private columns: readonly GridColumn[] = [];
  private arranged: Arranged | null = null;
  private sections: ReadonlyMap<string, Omit<ViewSection, 'rows'>> = new Map();
  private readonly closed = new Set<string>();
  private sums: Sums | null = null;
  private numbers: ReadonlyMap<number, number> | null = null;
  private running: AbortController | null = null;
  private done: number | null = null;

  constructor(source: ViewSource) {
    this.source = source;
  }

  /** Rows on screen, headings and the blank row included. */
  get count(): number {
    return this.keys.length;
  }

  get arrangement(): Arrangement {
    return this.shown;
  }

  /** How much of an arrangement is worked out, from 0 to 1; null when it is. */
  get progress(): number | null {
    return this.done;
  }

  keyAt(index: number): string {
    return this.keys[index] ?? BLANK;
  }

  /** Place of a row on screen, or -1. */
  indexOf(key: string): number {
    this.places ??= new Map(this.keys.map((each, index) => [each, index]));
    return this.places.get(key) ?? -1;
  }

  /** The number a row goes by: its place in stored order, also where the screen shows another; null for a new row there. */
  numberAt(index: number): number | null {
    if (this.numbers === null) return index + 1;
    return this.numbers.get(idIn(this.keyAt(index)) ?? -1) ?? null;
  }

  heading(key: string): Heading | null {
    const section = key.startsWith(HEADING) ? this.sections.get(key.slice(1)) : undefined;
    if (section === undefined || section.label === null) return null;
    const { rows = 0, sums = {} } = this.sums?.of(section.key) ?? {};
    return { label: section.label, rows, sums, collapsed: this.closed.has(section.key) };
  }

  /** Rows shown and the sums of their amounts, while the screen does not show all of them in stored order. */
  totals(): { readonly rows: number; readonly sums: AmountSums } | null {
    return this.sums?.all() ?? null;
  }

  /** Why rows cannot be moved, as a sentence; null where they can: the screen must show the stored order. */
  get fixed(): string | null {
    if (this.shown.sort !== null) return '正在按列排序显示，行的存放次序看不到；取消排序后再移动行。';
    return this.shown.group === null ? null : '正在分组显示；取消分组后再移动行。';
  }

  /** Rows that the filters hide. */
  get hidden(): number {
    return this.arranged?.hidden.size ?? 0;
  }

  hides(id: number): boolean {
    return this.arranged?.hidden.has(id) === true;
  }

  /** True where all groups are closed. */
  get allClosed(): boolean {
    return [...this.sections.values()].every(({ key, label }) => label === null || this.closed.has(key));
  }

  /** All stored rows that the grid has, hidden ones too, as they are seen. */
  *stored(): Iterable<{ readonly id: number; readonly values: Values }> {
    for (const id of this.source.store.order) {
      const row = this.seen(id);
      if (row !== null) yield { id, values: row.values };
    }
  }

  /** What a row on screen holds: for looking through many rows. */
  contentAt(index: number): Content {
    const { drafts } = this.source;
    const key = this.keyAt(index);
    const { id, values } = drafts.seen(key);
    return { id, values, typed: drafts.get(key)?.typed ?? {} };
  }

  /** Shows the rows another way. Resolves when they are shown, or when a newer way has been asked for. */
  arrange(next: Arrangement, columns: readonly GridColumn[], lookup: CellLookup): Promise<void> {
    this.running?.abort();
    if (next.group?.column !== this.shown.group?.column) this.closed.clear();
    this.shown = next;
    this.columns = columns;
    if (isStoredOrder(next)) {
      this.finish(null);
      this.source.changed();
      return Promise.resolve();
    }
    this.running = new AbortController();
    const { signal } = this.running;
    const work = arrangeRows([...this.source.store.order], (id) => this.seen(id), next, columns, lookup);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve());
      const step = (enough: () => boolean): boolean => {
        do {
          const { done, value } = work.next();
          if (done) {
            this.finish(value);
            resolve();
            return true;
          }
          this.done = value;
        } while (!enough());
        return false;
      };
      sliced(step, this.source.changed, signal);
    });
  }

  /** Columns have new content, such as sums from elsewhere; answers whether that changes what is shown. */
  takeColumns(columns: readonly GridColumn[]): boolean {
    if (this.arranged === null || columns === this.columns) return false;
    this.columns = columns;
    this.rebuild();
    return true;
  }

  /** Closes a group or opens it; without a key all of them. */
  toggle(key: string | null): void {
    const all = [...this.sections.keys()];
    const keys = key === null ? all : [key.slice(1)];
    const open = keys.some((each) => !this.closed.has(each));
    for (const each of keys)
      if (open) this.closed.add(each);
      else this.closed.delete(each);
    this.rebuild();
  }

  /** Opens the group that holds a row. */
  open(id: number): void {
    const section = this.arranged?.sections?.find(({ ids }) => ids.includes(id))?.key ?? FRESH.key;
    if (this.closed.delete(section)) this.rebuild();
  }

  /** Works out anew which rows stand where; what is hidden and sorted stays as it was arranged. */
  rebuild(): void {
    const { source, arranged } = this;
    const { store, include } = source;
    const sections = buildView({ store, include, drafts: source.drafts, arranged });
    this.sections = new Map(sections.map((section) => [section.key, section]));
    this.keys = [];
    this.places = null;
    this.sums = arranged === null ? null : new Sums(this.columns, (row) => source.drafts.seen(row));
    for (const { key, label, rows } of sections) {
      if (label !== null) this.keys.push(HEADING + key);
      const closed = label !== null && this.closed.has(key);
      for (const row of rows) {
        if (!closed) this.keys.push(row);
        this.sums?.add(row, key);
      }
    }
    this.keys.push(BLANK);
    this.numbers = arranged === null ? null : numbered(store, include);
  }

  /** The nearest row above a place. */
  rowAbove(index: number): string | null {
    for (let place = Math.min(index, this.count) - 1; place >= 0; place--) {
      const key = this.keyAt(place);
      if (isRow(key)) return key;
    }
    return null;
  }

  /** The rows on screen as they would stand with some of them moved beside another. */
  rowsWith(moved: readonly string[], side: 'above' | 'below', target: string): readonly string[] {
    const away = new Set(moved);
    return this.keys.flatMap((key) => {
      if (!isRow(key) || away.has(key)) return [];
      if (key !== target) return [key];
      return side === 'above' ? [...moved, key] : [key, ...moved];
    });
  }

  /** What a new row put at a place stands beside. */
  placeAt(index: number): DraftPlace {
    if (index >= this.count - 1) return null;
    const above = this.keyAt(index - 1);
    const below = this.keyAt(index);
    const belowIsNew = isRow(below) && idIn(below) === null;
    if (isRow(above) && !belowIsNew) return { side: 'below', key: above };
    return isRow(below) ? { side: 'above', key: below } : null;
  }

  /** Puts a new row at a place; at the end it belongs to no row above it. */
  insert(key: string, index: number): void {
    const last = index >= this.count - 1;
    if (last && [...this.sections.values()].some(({ label }) => label !== null)) {
      this.rebuild();
      return;
    }
    this.keys.splice(Math.min(index, this.count - 1), 0, key);
    this.places = null;
    this.sums?.add(key, last ? FRESH.key : this.sectionAt(index));
  }

  /** A new row is stored and goes by its id; it stays where it is. Answers false when it is not on screen. */
  rename(key: string, id: number): boolean {
    const index = this.indexOf(key);
    if (index < 0) return false;
    const now = keyOf(id);
    this.keys[index] = now;
    this.places?.delete(key);
    this.places?.set(now, index);
    this.sums?.rename(key, now);
    this.keep(id, index);
    return true;
  }

  /** A row's values have changed. */
  touch(key: string): void {
    this.sums?.touch(key);
  }

  /** The section of the rows around a place. */
  private sectionAt(index: number): string {
    const above = this.keyAt(index - 1);
    if (above.startsWith(HEADING)) return above.slice(1);
    return this.sums?.sectionOf(above) ?? this.sums?.sectionOf(this.keyAt(index + 1)) ?? FRESH.key;
  }

  /** A row stored in the middle of an arrangement keeps its place there. */
  private keep(id: number, index: number): void {
    const name = this.sums?.sectionOf(keyOf(id));
    const section = this.arranged?.sections?.find(({ key }) => key === name);
    if (section === undefined) return;
    const above = section.ids.indexOf(idIn(this.keyAt(index - 1)) ?? -1);
    section.ids.splice(above + 1, 0, id);
  }

  private seen(id: number): SeenRow | null {
    const row = this.source.store.get(id);
    return row === undefined || !this.source.include(row.values) ? null : this.source.drafts.seen(keyOf(id));
  }

  private finish(arranged: Arranged | null): void {
    this.arranged = arranged;
    this.done = null;
    this.rebuild();
  }
}

function numbered(store: RowStore, include: (values: Values) => boolean): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const id of store.order) {
    const row = store.get(id);
    if (row !== undefined && include(row.values)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}
