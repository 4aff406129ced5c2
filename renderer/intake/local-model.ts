/** A pasted block, read in the window in slices, so that ten thousand rows never stop the typing. */

import { sheetFields } from '../../shared/intake/fields.ts';
import type { Uses } from '../../shared/intake/header.ts';
import { cellReader } from '../../shared/intake/read-cell.ts';
import type { IntakeSheet } from '../../shared/intake/sheet.ts';
import { type IntakeSummary, type ShownRow, shownRow, summarise } from '../../shared/intake/shown.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { LaidRow } from '../grid/laid-row.ts';
import { newRows } from './lay-records.ts';
import type { PreviewModel } from './preview-model.ts';
import { sliced } from './slices.ts';

/** Nothing is changed for so long: there is time to make ready what is likely to come next. */
const REST_MS = 150;

export class LocalModel implements PreviewModel {
  readonly sheet: IntakeSheet;
  readonly given: readonly string[];
  private readonly listeners = new Set<() => void>();
  private drawn = 0;
  private kept: { readonly of: number; readonly summary: IntakeSummary } | null = null;
  private rows = new Map<number, ShownRow>();
  private running: AbortController | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private hearsReady: (rows: readonly LaidRow[]) => void = () => undefined;
  private ready: { readonly version: number; readonly rows: readonly LaidRow[] } | null = null;

  constructor(sheet: IntakeSheet, given: readonly string[]) {
    this.sheet = sheet;
    this.given = given;
    this.read();
  }

  get entity() {
    return this.sheet.entity;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly version = (): number => this.drawn;

  summary(): IntakeSummary {
    if (this.kept?.of !== this.drawn) this.kept = { of: this.drawn, summary: summarise(this.sheet, null) };
    return this.kept.summary;
  }

  row(index: number): ShownRow | null {
    if (index < 0 || index >= this.sheet.done) return null;
    const known = this.rows.get(index) ?? shownRow(this.sheet, index, null);
    this.rows.set(index, known);
    return known;
  }

  setUses(uses: Uses): void {
    this.sheet.setUses(uses);
    this.read();
  }

  setUnit(unit: AmountUnit): void {
    this.sheet.setUnit(unit);
    this.read();
  }

  setFill(field: string, text: string): void {
    const declared = sheetFields(this.entity)[field];
    if (declared === undefined) return;
    const reading = cellReader(this.sheet.lookup)(declared, text, 'yuan');
    this.sheet.setFill(field, reading.ok ? reading.value : null);
    this.read();
  }

  tick(rows: readonly number[], on: boolean): void {
    for (const row of rows) this.sheet.tick(row, on);
    this.draw();
  }

  mend(row: number, column: number, text: string, alike: boolean): void {
    if (alike) this.sheet.mendAlike(row, column, text);
    else this.sheet.mend(row, column, text);
    this.draw();
  }

  /** The rows that the block is laid down as, all new. They are made ready at rest: the key that takes them is drawn sooner. */
  newRows(): readonly LaidRow[] {
    const { version } = this.sheet;
    if (this.ready?.version !== version) this.ready = { version, rows: newRows(this.sheet) };
    return this.ready.rows;
  }

  /**
   * Hears the rows that the block is laid down as, all new, each time it has been read and nothing was changed for a while.
   * Out: ends that.
   */
  whenReady(listener: (rows: readonly LaidRow[]) => void): () => void {
    this.hearsReady = listener;
    this.rest();
    return () => {
      this.hearsReady = () => undefined;
    };
  }

  /** Stops reading; what was read stays. */
  stop(): void {
    this.running?.abort();
    clearTimeout(this.resting);
  }

  /** Reads everything again with the lists as they are now; ticks and mends stay. */
  refresh(lookup: CellLookup): void {
    const isNew = lookup !== this.sheet.lookup;
    if (isNew) this.sheet.setLookup(lookup);
    if (isNew || !this.sheet.finished) this.read();
  }

  private read(): void {
    this.stop();
    this.running = new AbortController();
    // What is on screen is there at once; the rest follows.
    sliced(
      (enough) => this.sheet.work(enough),
      () => this.draw(),
      this.running.signal,
    );
  }

  private draw(): void {
    this.rows.clear();
    this.drawn += 1;
    for (const listener of this.listeners) listener();
    this.rest();
  }

  private rest(): void {
    clearTimeout(this.resting);
    if (this.sheet.finished) this.resting = setTimeout(() => this.hearsReady(this.newRows()), REST_MS);
  }
}
