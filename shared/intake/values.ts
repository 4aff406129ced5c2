/** What a grid or a sheet knows of a row: plain values by field name, and what it can look up about them. */
import type { AmountUnit } from '../money/parse.ts';
import type { Field } from '../shape/shape.ts';

/** Amounts are integer 分, references are row ids, codes and dates are text. */
export type CellValue = string | number | boolean | null;

export type Values = Readonly<Record<string, CellValue>>;

/** A stored row as the core sends it. */
export interface SavedRow {
  readonly id: number;
  readonly revision: number;
  readonly position: number;
  readonly values: Values;
}

/** One thing a cell can be set to, as the list under the cell offers it. */
export interface Choice {
  readonly value: CellValue;
  /** What the cell shows, and what typing it out must equal. */
  readonly label: string;
  /** A code's number; empty for other choices. */
  readonly code: string;
  /** Where it belongs, e.g. `节能环保支出 / 污染防治`; shown small. */
  readonly path: string;
  /** Pinyin initials of the label in lower case; empty until the pinyin data has come. */
  readonly initials: string;
}

/** Looks up what cells refer to. */
export interface CellLookup {
  readonly amountUnit: AmountUnit;
  /** Lists or their pinyin initials are still to come: what is not found now may be found then. */
  readonly partial?: boolean;
  choices(field: Field): readonly Choice[];
  /** The choice for a value, or null when none is listed. */
  choiceOf(field: Field, value: CellValue): Choice | null;
  /** Values used lately, newest first. */
  recent(field: Field): readonly CellValue[];
}
