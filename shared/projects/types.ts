/** What the calls about projects answer. Amounts in 分. */
import type { BookState } from '../api/types.ts';
import type { Project } from '../entities/project.ts';
import type { Fund, Origin } from '../entities/vocabulary.ts';
import type { Fen } from '../money/fen.ts';

/** `missing`: no expenditure or no goal sheet; `partial`: something else is lacking or found wrong; `complete`: neither. */
export type Completeness = 'complete' | 'partial' | 'missing';

export interface ProjectAmount {
  readonly fund: Fund;
  readonly origin: Origin;
  readonly amount: Fen;
}

export interface ProjectOverview {
  readonly project: Project;
  /** Expenditure of this year and carried over. */
  readonly amount: Fen;
  readonly current: Fen;
  readonly carryover: Fen;
  /** Expenditure by fund and year of the money, in published order; nil left out. */
  readonly amounts: readonly ProjectAmount[];
  /** Number of lines, of either side. */
  readonly lines: number;
  readonly goalSheetId: number | null;
  /** Indicators on the goal sheet, of either period. */
  readonly indicators: number;
  readonly procurementItems: number;
  readonly procurement: Fen;
  /** About the project, its lines, procurement, goal sheet and indicators. */
  readonly findings: { readonly error: number; readonly warning: number; readonly advice: number };
  readonly completeness: Completeness;
  /** Why it is not complete, one short Chinese phrase each. */
  readonly lacks: readonly string[];
}

export interface ProjectMade {
  /** The project made or added to. */
  readonly projectId: number;
  readonly state: BookState;
}

export interface ProjectMerged extends ProjectMade {
  /** What came to the project from the others. */
  readonly lines: number;
  readonly procurement: number;
  readonly indicators: number;
  /** Goal sheets that were given up for the one kept. */
  readonly goalSheetsGivenUp: number;
}
