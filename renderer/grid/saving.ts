/** What a grid's session is given: the rows it shows, and how they are saved. */
import type { Failure } from '../../shared/api/failure.ts';
import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import type { Follow } from './draft.ts';
import type { RowStore } from './row-store.ts';

export interface SaveRow {
  readonly id: number | null;
  readonly revision: number | null;
  readonly position: number | null;
  readonly values: Values;
}

/** New rows that come last, laid ready in the core. */
export interface ReadyRows {
  /** Under what they lie there. */
  readonly prepared: number;
  /** As they will be stored if no other row comes last before them; their ids are theirs in any case. */
  readonly told: readonly SavedRow[];
}

export type SaveAnswer =
  | {
      readonly ok: true;
      /** `told` itself where rows that lay ready are stored as was told. */
      readonly rows: readonly SavedRow[];
      readonly removed: readonly number[];
      readonly revision: number;
    }
  | { readonly ok: false; readonly failure: Failure };

/** One step on its way to the book. */
export interface Sending {
  /** Name of the step in history. */
  readonly label: string;
  readonly save: readonly SaveRow[];
  readonly remove: readonly number[];
  /** The rows of `save` as they lie ready in the core; null when they do not. */
  readonly ready: ReadyRows | null;
  /** Takes the answer in, at the moment when it is to be shown. */
  readonly take: (answer: SaveAnswer) => void;
}

export interface SessionOptions {
  readonly store: RowStore;
  readonly fields: Fields;
  /** Which stored rows the grid shows. */
  readonly include: (values: Values) => boolean;
  /** Values a new row starts with, given the row above it. */
  readonly defaults: (above: Values | null) => Values;
  /** What else changes in a row with one of its cells. */
  readonly follow?: Follow;
  /** Saves and removes in one step of history; resolves when its answer has been taken. Never rejects. */
  readonly send: (sending: Sending) => Promise<void>;
  /** Lays new rows that are to come last ready in the core; null when that cannot be. Never rejects. */
  readonly prepare?: (rows: readonly SaveRow[]) => Promise<ReadyRows | null>;
  readonly recordName: string;
}
