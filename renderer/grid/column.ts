/** A column of a grid, declared as data. */
import type { CellValue, Choice, Values } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';

export interface GridColumn {
  readonly key: string;
  readonly field: Field;
  /** Heading; the field's label when absent. */
  readonly title?: string;
  /** Width in pixels until the user drags it. */
  readonly width: number;
  /** Shown grey when the cell is empty: what the rules will take. */
  readonly derived?: (values: Values) => string;
  /** Texts offered while a text cell is edited; any other may be typed. */
  readonly suggest?: (values: Values) => readonly Choice[];
  /**
   * Makes what a cell refers to, under a name that is in no list.
   * Answers its id once it is in the book; null when it was refused, which the user has been told.
   */
  readonly make?: (name: string) => Promise<number | null>;
  /** Stays in place when the grid scrolls sideways. */
  readonly frozen?: true;
  /** A computed column: shown, never typed into. Answers its text. */
  readonly computed?: (id: number | null, values: Values) => string;
  /**
   * What sorting, filters, groups and sums take where that is not the stored field: the amount of a computed column, or
   * what the rules take for an empty cell.
   */
  readonly value?: (id: number | null, values: Values) => CellValue;
  /** Amounts that are not added up, such as a price. */
  readonly summed?: false;
  /** Colour of a computed cell that says how something stands. */
  readonly tone?: (id: number | null) => 'ok' | 'warning' | 'error' | null;
  readonly align?: 'left' | 'right' | 'center';
}
