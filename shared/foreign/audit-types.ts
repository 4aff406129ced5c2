/** What an audit of a foreign workbook says. */
import type { Severity } from '../checks/finding.ts';
import type { Position } from './sheet.ts';

/** A finding at a place of the workbook; the first cell is where to look, the others take part. */
export interface AuditFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly basis: string;
  /** The difference is no more than rounding can make: 尾差. */
  readonly rounding: boolean;
  /** Place of the set of tables it is about. */
  readonly set: number;
  /** Number of the table it is about, if it is about one. */
  readonly table: number | null;
  /** Empty for what is about the workbook as a whole. `row` -1: the sheet as a whole. */
  readonly cells: readonly Position[];
}

/** A comparison that was not made, and why. */
export interface Unmade {
  readonly ruleId: string;
  readonly title: string;
  readonly reason: string;
}
