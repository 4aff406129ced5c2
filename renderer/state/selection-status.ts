/** What the status bar says about the selection of the grid on screen. */
import type { EntityName } from '../../shared/entities/index.ts';
import type { SelectionSummary } from '../grid/summary.ts';
import { createSignal } from './signal.ts';

export interface SelectionStatus {
  /** Null for a single cell. */
  readonly summary: SelectionSummary | null;
  /** What is wrong with the active cell or its row. */
  readonly problem: string | null;
  readonly help: string | null;
  /** The classes above the active cell's code. */
  readonly path: string | null;
  /** Amount in 分 of a single selected cell, for its 大写. */
  readonly amount: number | null;
  /** The stored record of the active cell's row. */
  readonly record: { readonly entity: EntityName; readonly id: number } | null;
}

export const NOTHING_SELECTED: SelectionStatus = {
  summary: null,
  problem: null,
  help: null,
  path: null,
  amount: null,
  record: null,
};
export const selectionStatus = createSignal<SelectionStatus>(NOTHING_SELECTED);
