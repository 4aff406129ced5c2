/** A workbook that lies open in the core: rows are fetched as they come on screen, every change is answered with a new state. */
import type { SheetEntity } from '../../shared/intake/fields.ts';
import type { Uses } from '../../shared/intake/header.ts';
import type { IntakeSummary, ShownRow } from '../../shared/intake/shown.ts';
import type { IntakePartState, IntakeState } from '../../shared/intake/types.ts';
import { textOfUse } from '../../shared/intake/use-text.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import { call, failureOf } from '../api.ts';
import { notifyFailure } from '../ui/toasts.tsx';
import type { PreviewModel } from './preview-model.ts';

/** Rows fetched in one call at most. */
const BATCH = 200;
const NOTHING_CHANGED = { sheet: null, unit: null, uses: [], fills: [], jobId: null } as const;

export class RemoteModel implements PreviewModel {
  readonly entity: SheetEntity;
  readonly given = [];
  private state: IntakePartState;
  private readonly fileId: string;
  private readonly onState: (state: IntakeState) => void;
  private readonly listeners = new Set<() => void>();
  private readonly rows = new Map<number, ShownRow>();
  private stale = new Set<number>();
  private readonly wanted = new Set<number>();
  private asking = false;
  private drawn = 0;

  /** @param onState hears the state of the whole file after every change */
  constructor(fileId: string, state: IntakePartState, onState: (state: IntakeState) => void) {
    this.fileId = fileId;
    this.entity = state.entity;
    this.state = state;
    this.onState = onState;
  }

  get part(): IntakePartState {
    return this.state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly version = (): number => this.drawn;

  summary(): IntakeSummary {
    return this.state.summary;
  }

  row(index: number): ShownRow | null {
    if (index < 0 || index >= this.state.summary.rows) return null;
    const known = this.rows.get(index);
    if (known === undefined || this.stale.has(index)) this.want(index);
    return known ?? null;
  }

  setSheet(sheet: number): void {
    this.rows.clear();
    this.change({ ...NOTHING_CHANGED, sheet });
  }

  setUses(uses: Uses): void {
    this.change({ ...NOTHING_CHANGED, uses: uses.map(textOfUse) });
  }

  setUnit(unit: AmountUnit): void {
    this.change({ ...NOTHING_CHANGED, unit });
  }

  setFill(field: string, text: string): void {
    if (text !== '') this.change({ ...NOTHING_CHANGED, fills: [{ field, text }] });
  }

  tick(rows: readonly number[], on: boolean): void {
    this.take(call('intake.tick', { fileId: this.fileId, part: this.entity, rows, on }));
  }

  mend(row: number, column: number, text: string, alike: boolean): void {
    this.take(call('intake.mend', { fileId: this.fileId, part: this.entity, row, column, text, alike }));
  }

  /** The lists of the book have changed: everything is read again. */
  refresh(): void {
    this.change(NOTHING_CHANGED);
  }

  /** Takes the part's new state; rows on screen stay until they are fetched again. */
  update(state: IntakePartState): void {
    this.state = state;
    this.stale = new Set(this.rows.keys());
    this.draw();
  }

  private change(input: {
    readonly sheet: number | null;
    readonly unit: AmountUnit | null;
    readonly uses: readonly string[];
    readonly fills: readonly { readonly field: string; readonly text: string }[];
    readonly jobId: string | null;
  }): void {
    this.take(call('intake.preview', { fileId: this.fileId, part: this.entity, ...input }));
  }

  private take(answer: Promise<IntakeState>): void {
    answer.then(
      (state) => this.onState(state),
      (error: unknown) => notifyFailure(failureOf(error)),
    );
  }

  /** Rows asked for in one moment are fetched together. */
  private want(index: number): void {
    this.wanted.add(index);
    if (this.asking) return;
    this.asking = true;
    queueMicrotask(() => void this.fetch());
  }

  private async fetch(): Promise<void> {
    const rows = [...this.wanted].slice(-BATCH);
    this.wanted.clear();
    try {
      const { state } = this;
      const shown = await call('intake.rows', { fileId: this.fileId, part: this.entity, rows });
      for (const row of shown) this.rows.set(row.row, row);
      // An answer to an older state is shown, but asked for again.
      if (state === this.state) for (const row of rows) this.stale.delete(row);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
    this.asking = false;
    this.draw();
  }

  private draw(): void {
    this.drawn += 1;
    for (const listener of this.listeners) listener();
  }
}
