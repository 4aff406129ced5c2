/**
 * One grid's editing: stored rows with drafts laid over them, and a blank row at the end. Each committed edit is one
 * step, sent in order; what is on screen is right at once and what could not be saved stays where it was typed.
 */
import type { Failure } from '../../shared/api/failure.ts';
import type { CellLookup, CellValue, SavedRow, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import type { GridColumn } from './column.ts';
import { composeRow, type GridRow } from './compose-row.ts';
import { type Draft, type Follow, followed, sendable, settle, withoutField, withTyped, withValue } from './draft.ts';
import { type LaidRow, laidDraft, newDraft } from './laid-row.ts';
import type { RowStore, StoreChange } from './row-store.ts';
import { SaveQueue, type Step } from './save-queue.ts';
import { BLANK, buildView, idIn, keyOf, storedRow } from './view.ts';

export interface SaveRow {
  readonly id: number | null;
  readonly revision: number | null;
  readonly position: number | null;
  readonly values: Values;
}

export type SaveAnswer =
  | {
      readonly ok: true;
      readonly rows: readonly SavedRow[];
      readonly removed: readonly number[];
      readonly revision: number;
    }
  | { readonly ok: false; readonly failure: Failure };

export interface SessionOptions {
  readonly store: RowStore;
  readonly fields: Fields;
  /** Which stored rows the grid shows. */
  readonly include: (values: Values) => boolean;
  /** Values a new row starts with, given the row above it. */
  readonly defaults: (above: Values | null) => Values;
  /** What else changes in a row with one of its cells. */
  readonly follow?: Follow;
  /** Saves and removes in one step of history. Never rejects. */
  readonly send: (label: string, save: readonly SaveRow[], remove: readonly number[]) => Promise<SaveAnswer>;
  readonly recordName: string;
}

export interface CellEdit {
  readonly key: string;
  readonly column: GridColumn;
  /** Typed text, or a value picked from a list. */
  readonly text?: string;
  readonly value?: CellValue;
}

export class GridSession {
  readonly options: SessionOptions;
  private view: string[] = [BLANK];
  private places: Map<string, number> | null = null;
  private readonly drafts = new Map<string, Draft>();
  private readonly sending = new Map<string, number>();
  private readonly renamed = new Map<string, number>();
  /** Rows of the step just answered that already stand in the view: no need to build it anew. */
  private readonly placed = new Set<number>();
  private readonly cache = new Map<string, GridRow>();
  private readonly queue: SaveQueue;
  private readonly listeners = new Set<() => void>();
  private drawn = 0;
  private nextKey = 1;

  constructor(options: SessionOptions) {
    this.options = options;
    this.queue = new SaveQueue((step) => this.send(step));
    options.store.subscribe((change) => this.onStore(change));
    this.rebuild();
  }

  /** Changes whenever anything the grid draws has changed. */
  readonly version = (): number => this.drawn;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Rows on screen, the blank one included. */
  get count(): number {
    return this.view.length;
  }

  /** Drafts that are not on their way into the book. A draft over a row that was undone waits for its redo, unseen. */
  get unsaved(): readonly Draft[] {
    const { store } = this.options;
    return [...this.drafts.values()].filter(
      ({ key, id }) => !this.sending.has(key) && (id === null || store.get(id) !== undefined),
    );
  }

  keyAt(index: number): string {
    return this.view[index] ?? BLANK;
  }

  rowAt(index: number): GridRow {
    return this.row(this.keyAt(index));
  }

  /** Place of a row on screen, or -1. A row that was just stored is also found under the key it was typed with. */
  indexOf(key: string): number {
    this.places ??= new Map(this.view.map((each, index) => [each, index]));
    const id = this.renamed.get(key);
    return this.places.get(key) ?? (id === undefined ? undefined : this.places.get(keyOf(id))) ?? -1;
  }

  /** Commits texts and values into cells as one step of history; `lookup` says what the texts mean. */
  edit(edits: readonly CellEdit[], label: string, lookup: CellLookup): void {
    const touched = new Set<string>();
    let blank: string | null = null;
    for (const { key: asked, column, text, value } of edits) {
      if (column.computed !== undefined) continue;
      if (asked === BLANK) blank ??= this.newRow(null);
      const key = asked === BLANK && blank !== null ? blank : this.current(asked);
      const draft = this.draftFor(key);
      const next = value === undefined ? withTyped(draft, column, text ?? '', lookup) : withValue(draft, column, value);
      this.setDraft(followed(next, column.key, this.row(key).values, this.options.follow));
      touched.add(key);
    }
    this.enqueue([...touched], label);
    this.draw();
  }

  /**
   * Lays whole rows over the grid as one step of history. Rows with something to mend stay drafts in their places.
   * @returns the keys of the rows, in the order given
   */
  lay(rows: readonly LaidRow[], label: string): readonly string[] {
    let above = this.view.at(-2) ?? null;
    const keys = rows.map((row) => {
      const key = row.key === null ? `n${this.nextKey++}` : this.current(row.key);
      const draft = laidDraft(row.key === null ? newDraft(key) : this.draftFor(key), row, above);
      this.setDraft(draft);
      if (draft.id === null && draft.after === null) above = key;
      return key;
    });
    this.enqueue(keys, label);
    this.rebuild();
    return keys;
  }

  /** Makes a row that is not stored yet, below the row `after` or last, and answers its key. */
  newRow(after: string | null): string {
    const key = `n${this.nextKey++}`;
    const at = after === null ? this.view.length - 1 : this.indexOf(after) + 1;
    const above = at > 0 ? this.rowAt(at - 1).values : null;
    this.setDraft({
      key,
      id: null,
      after: at >= this.view.length - 1 ? null : after,
      values: this.options.defaults(above),
      typed: {},
      problems: {},
      failure: null,
    });
    this.view.splice(Math.min(at, this.view.length - 1), 0, key);
    this.places = null;
    this.draw();
    return key;
  }

  /** Makes a new row at a place on screen: below the row that is there, or at the end where there is none. */
  insertAt(index: number): string {
    const neighbour = this.keyAt(Math.max(0, index - 1));
    return this.newRow(neighbour === BLANK ? null : neighbour);
  }

  /** Removes rows: stored ones as one step of history, others at once. */
  remove(keys: readonly string[]): void {
    const ids: number[] = [];
    for (const key of keys) {
      const id = this.row(key).id;
      if (id !== null) ids.push(id);
      this.dropDraft(key);
    }
    if (ids.length > 0) {
      this.queue.push({ label: `删除 ${ids.length} 条${this.options.recordName}`, save: [], remove: ids });
    }
    this.rebuild();
  }

  /** Puts one cell back to what is stored. */
  restore(key: string, field: string): void {
    const draft = this.drafts.get(this.current(key));
    if (draft === undefined) return;
    const stored = draft.id === null ? undefined : this.options.store.get(draft.id)?.values[field];
    const next = withoutField(draft, field, stored);
    if (next.id !== null && Object.keys(next.values).length === 0 && Object.keys(next.typed).length === 0) {
      this.dropDraft(draft.key);
    } else this.setDraft(next);
    this.draw();
  }

  /** Sends every draft that could be saved and is not on its way. */
  retry(): void {
    this.enqueue(
      this.unsaved.map((draft) => draft.key),
      `保存${this.options.recordName}`,
    );
    this.draw();
  }

  /** Lays drafts from an earlier run over the rows. */
  restoreDrafts(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (draft.id !== null && this.options.store.get(draft.id) === undefined) continue;
      const key = draft.id === null ? `n${this.nextKey++}` : keyOf(draft.id);
      if (!this.drafts.has(key)) this.setDraft({ ...draft, key, after: null });
    }
    this.rebuild();
  }

  /** Resolves when nothing is on its way to the book. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  private row(key: string): GridRow {
    const cached = this.cache.get(key);
    if (cached !== undefined) return cached;
    const { store, fields } = this.options;
    const row = composeRow(key, storedRow(store, key), this.drafts.get(key), this.sending.has(key), fields);
    this.cache.set(key, row);
    return row;
  }

  private draftFor(key: string): Draft {
    const draft = this.drafts.get(key);
    if (draft !== undefined) return draft;
    return { key, id: this.row(key).id, after: null, values: {}, typed: {}, problems: {}, failure: null };
  }

  /** The key a row goes by now: a row typed as new goes by its id once it is stored. */
  private current(key: string): string {
    const id = this.renamed.get(key);
    return id === undefined ? key : keyOf(id);
  }

  private setDraft(draft: Draft): void {
    this.drafts.set(draft.key, draft);
    this.cache.delete(draft.key);
  }

  private dropDraft(key: string): void {
    this.drafts.delete(key);
    this.cache.delete(key);
  }

  private enqueue(keys: readonly string[], label: string): void {
    const save = keys.flatMap((key) => {
      const draft = this.drafts.get(key);
      const values = draft === undefined ? null : sendable(draft, this.options.fields);
      return values === null ? [] : [{ key, values }];
    });
    if (save.length === 0) return;
    for (const { key } of save) this.mark(key, 1);
    this.queue.push({ label, save, remove: [] });
  }

  /** Counts the steps a row is part of. */
  private mark(key: string, by: 1 | -1): void {
    const count = (this.sending.get(key) ?? 0) + by;
    if (count > 0) this.sending.set(key, count);
    else this.sending.delete(key);
    this.cache.delete(key);
  }

  private async send(step: Step): Promise<void> {
    const { store, send } = this.options;
    const save = step.save.map(({ key, values }): SaveRow => {
      const stored = store.get(this.idOf(key) ?? -1);
      if (stored === undefined) return { id: null, revision: null, position: this.positionOf(key), values };
      return { id: stored.id, revision: stored.revision, position: null, values: { ...stored.values, ...values } };
    });
    const answer = await send(step.label, save, step.remove);
    for (const { key } of step.save) this.mark(this.current(key), -1);
    if (answer.ok) {
      step.save.forEach(({ key }, index) => {
        const row = answer.rows[index];
        if (row !== undefined) this.stored(key, row);
      });
      store.apply(answer.rows, answer.removed, answer.revision);
    } else {
      for (const { key } of step.save) this.refuse(this.current(key), answer.failure);
    }
    this.draw();
  }

  private idOf(key: string): number | null {
    return this.renamed.get(key) ?? this.drafts.get(key)?.id ?? null;
  }

  /** A new row in the middle takes the place behind the stored row above it; null puts it last. */
  private positionOf(key: string): number | null {
    const after = this.drafts.get(key)?.after ?? null;
    const above = after === null ? undefined : storedRow(this.options.store, this.current(after));
    return above === undefined ? null : above.position + 1;
  }

  /** A step's row is in the book: its draft goes, except for what was typed since; a new row takes its id as its key. */
  private stored(key: string, row: SavedRow): void {
    const draft = this.drafts.get(this.current(key));
    const left = draft === undefined ? null : settle(draft, row.id, row.values);
    this.dropDraft(this.current(key));
    if (left !== null) this.setDraft(left);
    if (idIn(key) !== null || this.renamed.has(key)) return;
    this.renamed.set(key, row.id);
    const waiting = this.sending.get(key);
    if (waiting !== undefined) this.sending.set(keyOf(row.id), waiting);
    this.sending.delete(key);
    const at = this.indexOf(key);
    if (at < 0) return;
    this.view[at] = keyOf(row.id);
    this.placed.add(row.id);
    this.places?.delete(key);
    this.places?.set(keyOf(row.id), at);
  }

  private refuse(key: string, failure: Failure): void {
    const draft = this.drafts.get(key);
    if (draft !== undefined) this.setDraft({ ...draft, failure: `${failure.sentence}${failure.remedy}` });
  }

  private onStore(change: StoreChange): void {
    if (change.ids === null) this.cache.clear();
    else for (const id of change.ids) this.cache.delete(keyOf(id));
    const placed = change.structure === 'appended' && (change.ids ?? []).every((id) => this.placed.has(id));
    this.placed.clear();
    if (change.structure === 'none' || placed) this.draw();
    else this.rebuild();
  }

  private rebuild(): void {
    const { store, include } = this.options;
    this.view = buildView(store, include, this.drafts.values(), (key) => this.current(key));
    this.places = null;
    this.draw();
  }

  private draw(): void {
    this.drawn += 1;
    for (const listener of this.listeners) listener();
  }
}
