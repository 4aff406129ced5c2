/**
 * A rule about the sheets of a workbook: what neither cross-checks of figures nor rules on printed tables can see, because
 * it is about cells. One with the id of a rule on printed tables stands for it and names the very cell.
 */
import type { Severity } from '../../checks/finding.ts';
import type { CodeBook } from '../../codes/code-book.ts';
import type { Checked } from '../checked.ts';
import type { Recognition } from '../recognise.ts';
import type { Position } from '../sheet.ts';

export interface RuleInput {
  readonly recognition: Recognition;
  readonly checked: Checked;
  readonly codes: CodeBook;
}

export interface Noted {
  readonly message: string;
  readonly table: number | null;
  readonly cells: readonly Position[];
}

export interface SheetRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly find: (input: RuleInput) => readonly Noted[];
}

/** Cells of one finding that are marked on the sheet; there is no use in more. */
const MOST_CELLS = 200;

export const noted = (message: string, table: number | null, cells: readonly Position[]): Noted => ({
  message,
  table,
  cells: cells.slice(0, MOST_CELLS),
});
