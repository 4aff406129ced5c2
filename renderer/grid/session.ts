/**
 * One grid's editing: stored rows with drafts laid over them, and a blank row at the end. Each committed edit is one
 * step, sent in order; what is on screen is right at once and what could not be saved stays where it was typed.
 */
import type { Failure } from '../../shared/api/failure.ts';
import type { CellLookup, SavedRow } from '../../shared/intake/values.ts';
import { createSignal } from '../state/signal.ts';
import type { Arrangement } from './arrange/arrangement.ts';
import { GridView } from './arrange/grid-view.ts';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import { type CellEdit, type Draft, followed, withoutField, withTyped, withValue } from './draft.ts';
import { Drafts } from './drafts.ts';
import { LaidBlocks } from './laid-blocks.ts';
import type { LaidRow } from './laid-row.ts';
import { placesBeside } from './places.ts';
import { ReadLater } from './read-later.ts';
import { RowCache } from './row-cache.ts';
import type { StoreChange } from './row-store.ts';
import { RowsUnderWay } from './rows-under-way.ts';
import { SaveQueue, type Step } from './save-queue.ts';
import type { SaveAnswer, SessionOptions } from './saving.ts';
import { sendableRows, sentRows } from './sent-rows.ts';
import { BLANK, isRow, keyOf, newKeyOf } from './view.ts';

export class GridSession {
  readonly options: SessionOptions;
  /** The rows on screen by place, and how they are arranged. */
  readonly view: GridView;
  readonly later = new ReadLater();
  private readonly drafts: Drafts;
  private readonly blocks: LaidBlocks;
  private readonly sending = new RowsUnderWay();
  /** Rows of the step just answered that already stand in the view: no need to build it anew. */
  private readonly placed = new Set<number>();
  private readonly rows: RowCache;
  private readonly queue: SaveQueue;
  private readonly drawn = createSignal(0);
  private nextKey = 1;

  constructor(options: SessionOptions) {
    this.options = options;
    this.queue = new SaveQueue((step) => this.send(step));
    const { store, include } = options;
    this.drafts = new Drafts(store);
    this.view = new GridView({ store, include, drafts: this.drafts, changed: () => this.draw() });
    const { drafts, view } = this;
    this.rows = new RowCache({ ...options, drafts, view, isSaving: (key) => this.isSaving(key) });
    this.blocks = new LaidBlocks({
      drafts,
      view,
      options,
      newKey: () => this.newKey(),
      touch: (key) => this.touch(key),
      rename: (key, id) => this.rename(key, id),
      draw: () => this.draw(),
    });
    store.subscribe((change) => this.onStore(change));
    this.rebuild();
  }

  /** Changes whenever anything the grid draws has changed. */
  readonly version = this.drawn.get;
  readonly subscribe = this.drawn.subscribe;

  /** Rows on screen, the blank one included. */
  get count(): number {
    return this.view.count;
  }

  /** Drafts that wait to be saved. A draft over a row that was undone waits for its redo, unseen. */
  get unsaved(): readonly Draft[] {
    const { store } = this.options;
    return [...this.drafts.all()].filter(
      ({ key, id }) => !this.isSaving(key) && (id === null || store.get(id) !== undefined),
    );
  }

  keyAt(index: number): string {
    return this.view.keyAt(index);
  }

  rowAt(index: number): GridRow {
    return this.rows.of(this.keyAt(index));
  }

  /** Place of a row on screen, or -1. A row that was just stored is also found under the key it was typed with. */
  indexOf(key: string): number {
    const place = this.view.indexOf(key);
    return place >= 0 ? place : this.view.indexOf(this.drafts.current(key));
  }

  /** Commits texts and values into cells as one step of history; `lookup` says what the texts mean. */
  edit(edits: readonly CellEdit[], label: string, lookup: CellLookup): void {
    const touched = new Set<string>();
    let blank: string | null = null;
    for (const { key: asked, column, text, value, listed } of edits) {
      if (column.computed !== undefined || !(asked === BLANK || isRow(asked))) continue;
      if (asked === BLANK) blank ??= this.newRow(null);
      const key = asked === BLANK && blank !== null ? blank : this.drafts.current(asked);
      const draft = this.drafts.of(key);
      const next = value === undefined ? withTyped(draft, column, text ?? '', lookup) : withValue(draft, column, value);
      if (listed === true && lookup.partial === true) this.later.note(key, column);
      this.setDraft(followed(next, column.key, this.rows.of(key).values, this.options.follow));
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
    const { keys, ready } = this.blocks.lay(rows);
    // What lies ready was proposed and is drawn. Behind another step it would wait, and its places may change meanwhile.
    if (ready !== null && !this.queue.busy) this.push({ label, save: ready.save, remove: [], ready });
    else {
      for (const key of keys) this.rows.drop(key);
      this.enqueue(keys, label);
      this.draw();
    }
    return keys;
  }

  /** Shows rows where `lay` would put them, until they are laid or withdrawn; answers their keys, null where it cannot. */
  propose(rows: readonly LaidRow[]): readonly string[] | null {
    return this.blocks.propose(rows);
  }

  /** Takes back what is proposed; answers whether anything was. */
  withdraw(): boolean {
    return this.blocks.withdraw();
  }

  /** Makes a row that is not stored yet, below the row `after` or last, and answers its key. */
  newRow(after: string | null): string {
    return this.makeRow(after === null ? this.view.count - 1 : this.indexOf(after) + 1);
  }

  /** Makes a row that is not stored yet at a place on screen; below the heading that may be there. */
  insertAt(place: number): string {
    return this.makeRow(this.view.heading(this.keyAt(place)) === null ? place : place + 1);
  }

  private makeRow(index: number): string {
    const { view } = this;
    const key = this.newKey();
    const above = view.rowAbove(index);
    const values = this.options.defaults(above === null ? null : this.rows.of(above).values);
    this.setDraft({ ...this.drafts.of(key), values, place: view.placeAt(index) });
    view.insert(key, index);
    this.draw();
    return key;
  }

  /** Removes rows: stored ones as one step of history, others at once. Answers how many are in that step. */
  remove(keys: readonly string[]): number {
    const rows = keys.filter(isRow).map((key) => this.drafts.current(key));
    // A new row that is on its way into the book is removed once it is there.
    const remove = rows.filter((key) => this.rows.of(key).id !== null || this.sending.has(key));
    for (const key of rows) this.dropDraft(key);
    for (const key of remove) this.drafts.leaving.add(key);
    const label = `删除 ${remove.length} 条${this.options.recordName}`;
    if (remove.length > 0) this.queue.push({ label, save: [], remove });
    this.rebuild();
    return remove.length;
  }

  /** Puts rows beside another, in stored order, as one step of history. On screen they stand there at once. */
  move(keys: readonly string[], side: 'above' | 'below', target: string): void {
    const { store, recordName } = this.options;
    if (this.sending.keys().some((key) => this.drafts.idOf(key) === null)) {
      // New rows on their way into the book have been given places that are not known here yet.
      this.idle().then(() => this.move(keys, side, target));
      return;
    }
    const rows = keys.filter(isRow).map((key) => this.drafts.current(key));
    const ids = rows.flatMap((key) => this.drafts.idOf(key) ?? []);
    const places = placesBeside(store, this.drafts.neighbourOf({ side, key: target }), ids.length, new Set(ids));
    this.drafts.follow(this.view.rowsWith(rows, side, this.drafts.current(target)));
    const save = ids.map((id, index) => ({ key: keyOf(id), values: {}, position: places[index] ?? null }));
    if (save.length > 0) this.push({ label: `移动 ${save.length} 条${recordName}`, save, remove: [] });
    store.reposition(new Map(ids.map((id, index) => [id, places[index] ?? 0])));
  }

  /** Shows the rows another way; resolves when it is worked out. */
  arrange(arrangement: Arrangement, columns: readonly GridColumn[], lookup: CellLookup): Promise<void> {
    return this.view.arrange(arrangement, columns, lookup);
  }

  /** Makes sure that a stored row is on screen; answers whether filters had to go for it. */
  async reveal(id: number, columns: readonly GridColumn[], lookup: CellLookup): Promise<boolean> {
    const hidden = this.view.hides(id);
    if (hidden) await this.arrange({ ...this.view.arrangement, filters: {} }, columns, lookup);
    this.view.open(id);
    this.draw();
    return hidden;
  }

  /** Opens or closes a group, by its heading; all groups without one. */
  toggleGroup(heading: string | null): void {
    this.view.toggle(heading);
    this.draw();
  }

  /** Puts one cell back to what is stored. */
  restore(key: string, field: string): void {
    const draft = this.drafts.get(this.drafts.current(key));
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
    const keys = this.unsaved.map(({ key }) => key);
    this.enqueue(keys, `保存${this.options.recordName}`);
    this.draw();
  }

  /** Lays drafts from an earlier run over the rows. */
  restoreDrafts(drafts: readonly Draft[]): void {
    this.drafts.restore(drafts, () => this.newKey());
    this.rows.clear();
    this.rebuild();
  }

  /** Resolves when nothing is on its way to the book. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  private isSaving(key: string): boolean {
    return this.sending.has(key) || this.blocks.isProposed(key);
  }

  private newKey(): string {
    return newKeyOf(this.nextKey++);
  }

  private setDraft(draft: Draft): void {
    this.drafts.set(draft);
    this.touch(draft.key);
  }

  private dropDraft(key: string): void {
    this.drafts.drop(key);
    this.touch(key);
  }

  /** A row is not what it was: it is composed anew when it is drawn. */
  private touch(key: string): void {
    this.rows.drop(key);
    this.view.touch(key);
  }

  private enqueue(keys: readonly string[], label: string): void {
    const save = sendableRows(keys, this.drafts, this.options.fields);
    if (save.length > 0) this.push({ label, save, remove: [] });
  }

  private push(step: Step): void {
    // What was only proposed is drawn as it is while it is saved.
    if (step.ready === undefined) for (const { key } of step.save) this.rows.drop(key);
    this.sending.begin(step);
    this.queue.push(step);
  }

  private async send(step: Step): Promise<void> {
    const { store, send } = this.options;
    const { rows, ...sent } = sentRows(step, this.drafts, store, (key) => this.indexOf(key));
    if (sent.save.length + sent.remove.length === 0) this.sent(step);
    else await send({ label: step.label, ...sent, take: (answer) => this.take(step, rows, answer) });
  }

  private sent(step: Step): void {
    this.sending.end(step);
    // What lay ready is either stored or refused, all of it, and composed anew for that.
    if (step.ready === undefined) for (const { key } of step.save) this.rows.drop(this.drafts.current(key));
    for (const key of step.remove) this.drafts.leaving.delete(this.drafts.current(key));
  }

  /** @param rows those of the step that were sent, in the order of the answer */
  private take(step: Step, rows: Step['save'], answer: SaveAnswer): void {
    this.sent(step);
    if (step.ready !== undefined && this.blocks.land(step.ready, answer)) return;
    if (answer.ok) {
      rows.forEach(({ key }, index) => {
        const row = answer.rows[index];
        if (row !== undefined) this.stored(key, row);
      });
      this.options.store.apply(answer.rows, answer.removed, answer.revision);
    } else {
      for (const { key } of rows) this.refuse(this.drafts.current(key), answer.failure);
      if (step.remove.length > 0) this.view.rebuild();
    }
    this.draw();
  }

  /** A step's row is in the book: its draft goes, except for what was typed since; a new row takes its id as its key. */
  private stored(key: string, row: SavedRow): void {
    const now = this.drafts.current(key);
    const id = keyOf(row.id);
    this.drafts.settle(now, row);
    if (now === id) this.touch(id);
    else this.rename(now, row.id);
    const isNew = this.options.store.get(row.id) === undefined;
    if (isNew && this.view.indexOf(id) >= 0) this.placed.add(row.id);
  }

  private rename(key: string, id: number): void {
    this.touch(key);
    this.drafts.rename(key, id);
    this.sending.rename(key, keyOf(id));
    this.view.rename(key, id);
  }

  private refuse(key: string, failure: Failure): void {
    const draft = this.drafts.get(key);
    if (draft !== undefined) this.setDraft({ ...draft, failure: `${failure.sentence}${failure.remedy}` });
  }

  private onStore({ ids, structure }: StoreChange): void {
    if (ids === null) this.rows.clear();
    // Those just placed were touched as they were stored.
    const others = this.blocks.landing ? [] : (ids ?? []).filter((id) => !this.placed.has(id));
    for (const id of others) this.touch(keyOf(id));
    this.placed.clear();
    const { store, include } = this.options;
    // The income and the expenditure of a budget are rows of one store.
    const shows = (id: number) => include(store.get(id)?.values ?? {});
    if (structure === 'none' || (structure === 'appended' && !others.some(shows))) this.draw();
    else this.rebuild();
  }

  private rebuild(): void {
    this.view.rebuild();
    this.draw();
  }

  private draw(): void {
    this.drawn.set(this.drawn.get() + 1);
  }
}
