/** What the core answers about a workbook that is being looked over before it is imported. */
import type { BookState } from '../api/types.ts';
import type { SheetEntity } from './fields.ts';
import type { IntakeSummary } from './shown.ts';

/** Records, not rows: a wide row holds several. */
export interface IntakeReport {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Cannot be imported as they are: unreadable cells, or against what the book has. */
  readonly refused: number;
}

export interface IntakePartState {
  readonly entity: SheetEntity;
  /** Sheets of the file; `rows` of each. */
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  /** The one that is read; null when none is. */
  readonly sheet: number | null;
  readonly summary: IntakeSummary;
  readonly report: IntakeReport;
  /** The mapping of the columns was remembered from an earlier file with the same header. */
  readonly remembered: boolean;
}

export interface IntakeState {
  readonly fileId: string;
  readonly name: string;
  readonly parts: readonly IntakePartState[];
}

export interface IntakeApplied extends IntakeReport {
  readonly state: BookState;
}
