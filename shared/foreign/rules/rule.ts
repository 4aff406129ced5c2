/** A rule about a published workbook as it is printed: what cross-checks of figures cannot see. */
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

export interface PrintedRule {
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
