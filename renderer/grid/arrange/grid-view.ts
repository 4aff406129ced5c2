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
import { BLANK, FRESH, idIn, isRow, keyOf } from '../view.ts';
import { type Arranged, arrangeRows, type SeenRow } from './arrange-rows.ts';
import { type Arrangement, isStoredOrder, STORED_ORDER } from './arrangement.ts';
import { HEADING, type Laid, layRows } from './lay-rows.ts';
import { RowPlaces } from './row-places.ts';
import { atOnce, type Steps, within } from './steps.ts';
import type { AmountSums } from './sums.ts';

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

/** Edits may overtake the laying of rows so often before it is done at once. */
const MOST_TRIES = 3;
/** Progress is drawn so often. */
const DRAW_MS = 100;

const nothing = (): Laid => ({
  rows: new RowPlaces([BLANK], new Map([[BLANK, 0]])),
  sections: new Map(),
  sums: null,
  numbers: null,
});

export class GridView {
  private readonly source: ViewSource;
  private laid = nothing();
  /** Counts what changes where rows stand or what they sum to: work in steps that it overtakes is done again. */
  private stamp = 0;
  private shown: Arrangement = STORED_ORDER;
  private columns: readonly GridColumn[] = [];
  private arranged: Arranged | null = null;
  private readonly closed = new Set<string>();
  private running: AbortController | null = null;
  private done: number | null = null;

  constructor(source: ViewSource) {
    this.source = source;
  }

  /** Rows on screen, headings and the blank row included. */
  get count(): number {
    return this.laid.rows.keys.length;
  }

  get arrangement(): Arrangement {
    return this.shown;
  }

  /** How much of an arrangement is worked out, from 0 to 1; null when it is. */
  get progress(): number | null {
    return this.done;
  }

  keyAt(index: number): string {
    return this.laid.rows.keys[index] ?? BLANK;
  }

  /** Place of a row on screen, or -1. */
  indexOf(key: string): number {
    return this.laid.rows.indexOf(key);
  }

  /** The number a row goes by: its place in stored order, also where the screen shows another; null for a new row there. */
  numberAt(index: number): number | null {
    if (this.laid.numbers === null) return index + 1;
    return this.laid.numbers.get(idIn(this.keyAt(index)) ?? -1) ?? null;
  }

  heading(key: string): Heading | null {
    const section = key.startsWith(HEADING) ? this.laid.sections.get(key.slice(1)) : undefined;
    if (section === undefined || section.label === null) return null;
    const { rows = 0, sums = {} } = this.laid.sums?.of(section.key) ?? {};
    return { label: section.label, rows, sums, collapsed: this.closed.has(section.key) };
  }

  /** Rows shown and the sums of their amounts, while the screen does not show all of them in stored order. */
  totals(): { readonly rows: number; readonly sums: AmountSums } | null {
    return this.laid.sums?.all() ?? null;
  }

  /** Why rows cannot be moved, as a sentence; null where they can: the screen must show the stored order. */
  get fixed(): string | null {
    if (this.shown.sort !== null) return '正在按列排序显示，行的存放次序看不到；取消排序后再移动行。';
    return this.shown.group === null ? null : '正在分组显示；取消分组后再移动行。';
  }

  /** True where the screen shows all rows in stored order. */
  get isPlain(): boolean {
    return this.arranged === null && this.running === null;
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
    return [...this.laid.sections.values()].every(({ key, label }) => label === null || this.closed.has(key));
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
    if (next.group?.column !== this.shown.group?.column) this.closed.clear();
    this.shown = next;
    this.columns = columns;
    return this.inSteps(this.arranging(next, columns, lookup), true);
  }

  /** Columns have new content, such as sums from elsewhere. */
  takeColumns(columns: readonly GridColumn[]): void {
    if (this.arranged === null || columns === this.columns) return;
    this.columns = columns;
    this.layAnew();
  }

  /** Closes a group or opens it; without a key all of them. */
  toggle(key: string | null): void {
    const all = [...this.laid.sections.keys()];
    const keys = key === null ? all : [key.slice(1)];
    const open = keys.some((each) => !this.closed.has(each));
    for (const each of keys)
      if (open) this.closed.add(each);
      else this.closed.delete(each);
    this.layAnew();
  }

  /** Opens the group that holds a row. */
  open(id: number): void {
    const section = this.laid.sums?.sectionOf(keyOf(id)) ?? FRESH.key;
    if (this.closed.delete(section)) this.rebuild();
  }

  /** Works out at once which rows stand where; what is hidden and sorted stays as it was arranged. */
  rebuild(): void {
    this.take(atOnce(this.laying(this.arranged)));
  }

  /** The same in steps. */
  private layAnew(): void {
    this.stamp += 1;
    // An arrangement that is being worked out sees it by itself.
    if (this.running === null) void this.inSteps(this.layingAnew(this.arranged), false);
  }

  private take(laid: Laid): void {
    this.laid = laid;
    this.stamp += 1;
  }

  private laying(arranged: Arranged | null): Steps<Laid> {
    const { store, include, drafts } = this.source;
    return layRows({ store, include, drafts, arranged }, this.columns, this.closed);
  }

  private *arranging(next: Arrangement, columns: readonly GridColumn[], lookup: CellLookup): Steps<void> {
    const { order } = this.source.store;
    const work = isStoredOrder(next) ? null : arrangeRows([...order], (id) => this.seen(id), next, columns, lookup);
    const arranged = work === null ? null : yield* within(0, 0.7, work);
    yield* within(0.7, 1, this.layingAnew(arranged));
  }

  /** Lays the rows, again where something has changed meanwhile; whoever never rests is made to wait in the end. */
  private *layingAnew(arranged: Arranged | null): Steps<void> {
    for (let left = MOST_TRIES; left > 0; left--) {
      const { stamp } = this;
      const laid = yield* this.laying(arranged);
      if (stamp !== this.stamp) continue;
      this.arranged = arranged;
      this.take(laid);
      return;
    }
    this.arranged = arranged;
    this.rebuild();
  }

  /** Works between frames. What was being worked out before is given up. */
  private inSteps(work: Steps<void>, tells: boolean): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    return new Promise((resolve) => {
      running.signal.addEventListener('abort', () => resolve());
      const step = (enough: () => boolean): boolean => {
        do {
          const { done, value } = work.next();
          if (done) {
            this.running = null;
            this.done = null;
            resolve();
            return true;
          }
          if (tells) this.done = value;
        } while (!enough());
        return false;
      };
      // Drawing takes as long as a slice: what is told between the first and the last is the progress alone.
      let drawn = Number.NEGATIVE_INFINITY;
      const told = () => {
        const now = performance.now();
        if (this.running === running && now - drawn < DRAW_MS) return;
        drawn = now;
        this.source.changed();
      };
      sliced(step, told, running.signal);
    });
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
    return this.laid.rows.keys.flatMap((key) => {
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
    const { rows, sums } = this.laid;
    if (index >= this.count - 1) {
      if (!this.append([key])) this.rebuild();
      return;
    }
    this.stamp += 1;
    sums?.add(key, this.sectionAt(index));
    rows.insert(key, index);
  }

  /** Puts new rows last. Answers false where they do not simply stand there: the rows then have to be laid anew. */
  append(keys: readonly string[]): boolean {
    const { rows, sections, sums } = this.laid;
    if ([...sections.values()].some(({ label }) => label !== null)) return false;
    this.stamp += 1;
    rows.append(keys);
    for (const key of keys) sums?.add(key, FRESH.key);
    return true;
  }

  /** Takes rows away that were put last. Answers false where they no longer stand there: then all have to be laid anew. */
  retract(keys: readonly string[]): boolean {
    this.stamp += 1;
    return this.isPlain && this.laid.rows.retract(keys);
  }

  /** A new row is stored and goes by its id; it stays where it is. Answers false when it is not on screen. */
  rename(key: string, id: number): boolean {
    const { rows, sums } = this.laid;
    const now = keyOf(id);
    const index = rows.rename(key, now);
    if (index < 0) return false;
    this.stamp += 1;
    sums?.rename(key, now);
    this.keep(id, index);
    return true;
  }

  /** A row's values have changed. */
  touch(key: string): void {
    this.stamp += 1;
    this.laid.sums?.touch(key);
  }

  /** The section of the rows around a place. */
  private sectionAt(index: number): string {
    const above = this.keyAt(index - 1);
    if (above.startsWith(HEADING)) return above.slice(1);
    const { sums } = this.laid;
    return sums?.sectionOf(above) ?? sums?.sectionOf(this.keyAt(index + 1)) ?? FRESH.key;
  }

  /** A row stored in the middle of an arrangement keeps its place there. */
  private keep(id: number, index: number): void {
    const name = this.laid.sums?.sectionOf(keyOf(id));
    const section = this.arranged?.sections?.find(({ key }) => key === name);
    if (section === undefined) return;
    const above = section.ids.indexOf(idIn(this.keyAt(index - 1)) ?? -1);
    section.ids.splice(above + 1, 0, id);
  }

  private seen(id: number): SeenRow | null {
    const row = this.source.store.get(id);
    return row === undefined || !this.source.include(row.values) ? null : this.source.drafts.seen(keyOf(id));
  }
}
