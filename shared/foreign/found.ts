/** A table found in a workbook: its columns, its rows, its figures, each with its place on the sheet. */
import type { Fen } from '../money/fen.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RowOutcome, RowTexts } from './row-types.ts';
import type { Segment } from './segments.ts';
import type { Slot } from './slots.ts';

/** How sure it is that the piece is this table. */
export type Confidence = 'sure' | 'likely' | 'guess' | 'user';

export interface FoundFigure {
  /** Cells of the sheet it comes from; several where rows are added up. The first is the one to go to. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** Null when a cell cannot be read. */
  readonly fen: Fen | null;
}

/** A cell of a figure column that needs a word. */
export interface OddCell {
  readonly row: number;
  readonly column: number;
  readonly kind: 'unreadable' | 'text' | 'hidden';
  /** For unreadable cells: the rest of a sentence that begins with the cell's name. */
  readonly reason: string;
}

export interface FoundRow {
  readonly row: number;
  readonly block: number;
  readonly outcome: RowOutcome;
  readonly texts: Pick<RowTexts, 'code' | 'name' | 'gov'>;
}

export interface FoundTable {
  readonly segment: Segment;
  readonly no: number;
  readonly confidence: Confidence;
  /** Place of the set it belongs to, one for each unit of the workbook. */
  readonly set: number;
  /** Whether another piece of its set was taken for this number; this one is then not read further. */
  readonly isDouble: boolean;
  readonly slots: readonly Slot[];
  readonly columns: readonly ColumnMatch[];
  readonly money: AmountUnit;
  /** `assumed`: nothing on the sheet says it. */
  readonly moneyFrom: 'sheet' | 'assumed' | 'user';
  /** Rows with what they were taken for, from above. */
  readonly rows: readonly FoundRow[];
  /** By `block|key|slot`. */
  readonly figures: ReadonlyMap<string, FoundFigure>;
  /** First figure of each row that is a unit's own in a table of codes, by row of the sheet. */
  readonly unitTotals: ReadonlyMap<number, number>;
  readonly odd: readonly OddCell[];
  /** Decimals that its figures are printed with. */
  readonly decimals: number;
  /** Remarks below the table. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export const figureKey = (block: number, key: string, slot: string): string => `${block}|${key}|${slot}`;
