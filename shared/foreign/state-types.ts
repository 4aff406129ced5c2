/** A foreign workbook as the window sees it. Plain values; files are known by opaque ids. */
import type { BookState } from '../api/types.ts';
import type { Severity } from '../checks/finding.ts';
import type { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import type { Fen } from '../money/fen.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { AuditFinding, Unmade } from './audit-types.ts';
import type { Confidence } from './found.ts';
import type { Matched } from './match-columns.ts';
import type { Area, Position } from './sheet.ts';

export interface ForeignState {
  readonly fileId: string;
  /** File name. */
  readonly name: string;
  readonly year: number;
  /** Empty when no table names its unit. */
  readonly unitName: string;
  readonly sheets: readonly ForeignSheetHead[];
  /** Pieces of the sheets, in the order of the workbook. */
  readonly pieces: readonly ForeignPiece[];
  /** Tables of the 13 that were not found. */
  readonly missing: readonly { readonly no: number; readonly shortTitle: string }[];
  /** At most 2,000; the counts are of all. */
  readonly findings: readonly AuditFinding[];
  readonly counts: FindingCounts;
  /** Cross-checks that were made, and those that could not be. */
  readonly made: number;
  readonly unmade: readonly Unmade[];
}

/** 尾差 is counted apart from other advice. */
export type FindingCounts = Readonly<Record<Severity | 'rounding', number>>;

export interface ForeignSheetHead {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows and columns up to the last that holds something. */
  readonly rows: number;
  readonly columns: number;
}

export interface ForeignPiece {
  /** What corrections name it by. */
  readonly id: string;
  readonly sheet: number;
  /** The cell it begins with. */
  readonly row: number;
  readonly column: number;
  readonly title: string;
  /** Null for a piece that is none of the tables. */
  readonly no: number | null;
  readonly confidence: Confidence;
  /** Place of the set it belongs to, as findings name it; the unit's name where there are several. */
  readonly set: number;
  readonly unitName: string | null;
  /** Another piece was taken for this table. */
  readonly isDouble: boolean;
  readonly money: AmountUnit;
  readonly moneyFrom: 'sheet' | 'assumed' | 'user';
  /** Rows that were recognised, and rows with figures that were not. */
  readonly rows: number;
  readonly lostRows: number;
  /** Columns that hold something, from left to right. */
  readonly columns: readonly ForeignColumn[];
  /** What its columns can be used for. */
  readonly slots: readonly { readonly id: string; readonly label: string }[];
}

export interface ForeignColumn {
  readonly column: number;
  /** Heads above it, joined by `/`; empty without any. */
  readonly head: string;
  readonly slot: string | null;
  readonly how: Matched | null;
}

/** What decides how a sheet is laid out, without its cells. */
export interface ForeignSheet {
  readonly merges: readonly Area[];
  /** Columns that are not as usual: width in characters (null = usual), hidden or not. */
  readonly columns: readonly { readonly column: number; readonly width: number | null; readonly hidden: boolean }[];
  /** Rows that are not as usual: height in points (null = usual), hidden or not. */
  readonly rows: readonly { readonly row: number; readonly height: number | null; readonly hidden: boolean }[];
}

export interface ForeignCell {
  readonly column: number;
  /** As the sheet shows it, cut where it is very long. */
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly indent: number;
  readonly bold: boolean;
}

/** Rows of the picture; fewer than asked for where they hold very much. */
export interface ForeignRows {
  readonly from: number;
  /** One more than the last row answered. */
  readonly until: number;
  /** Rows that hold something. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly ForeignCell[] }[];
}

export type PriorMeasureName = (typeof PRIOR_MEASURES)[number]['value'];

/** Prior-year figures that the workbook could give. */
export interface ForeignPrior {
  /** Year of the workbook. */
  readonly year: number;
  readonly unitName: string;
  readonly figures: readonly ForeignPriorFigure[];
}

export interface ForeignPriorFigure {
  readonly measure: PriorMeasureName;
  readonly label: string;
  /** Null when the workbook does not have it. */
  readonly amount: Fen | null;
  /** Only 万元 are known. */
  readonly rounded: boolean;
  /** Where it stands; null for what is not printed and therefore nil. */
  readonly place: Position | null;
  /** Why there is none; null when there is. */
  readonly reason: string | null;
  /** The figure that the chosen budget has already. */
  readonly there: Fen | null;
}

export interface ForeignPriorTaken {
  readonly budgetId: number;
  readonly filled: number;
  readonly state: BookState;
}
