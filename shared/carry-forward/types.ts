/** What the calls about the next year answer. Amounts in 分. */
import type { BookState } from '../api/types.ts';
import type { Fund, Origin, STAGES } from '../entities/vocabulary.ts';
import type { Fen } from '../money/fen.ts';

export type Stage = (typeof STAGES)[number]['value'];

export type CarryKind =
  | 'profile'
  | 'assets'
  | 'narrative'
  | 'prior'
  | 'basicLines'
  | 'incomeLines'
  | 'basicProcurement'
  | 'yearsInNames'
  | 'unitGoalSheet'
  | 'unitAnnualGoals'
  | 'project'
  | 'projectLines'
  | 'goalSheet'
  | 'annualGoals'
  | 'procurement';

/** One thing that could go along to the next year. */
export interface CarryItem {
  /** What `carry.apply` takes: the kind alone, or `kind:projectId`. */
  readonly id: string;
  readonly kind: CarryKind;
  readonly projectId: number | null;
  /** What it is, in Chinese. */
  readonly label: string;
  /** How much of it, e.g. `3 条`. */
  readonly detail: string;
  /** Sum of its lines or procurement; null where there is no amount. */
  readonly amount: Fen | null;
  /** The default choice and why. */
  readonly chosen: boolean;
  readonly reason: string;
  /** Id of the item without which this one cannot go along. */
  readonly needs: string | null;
}

/** An expenditure line of which money may be left at the end of the year. */
export interface CarryoverChoice {
  readonly lineId: number;
  readonly revision: number;
  readonly projectId: number | null;
  readonly fund: Fund;
  readonly origin: Origin;
  readonly functional: string | null;
  readonly deptEconomic: string | null;
  readonly note: string | null;
  /** This year's amount: the most that can be carried over. */
  readonly amount: Fen;
}

export interface CarryPreview {
  /** The year that is opened. */
  readonly year: number;
  /** Stages of that year, and whether the unit's budget of that stage is there already. */
  readonly stages: readonly { readonly stage: Stage; readonly label: string; readonly exists: boolean }[];
  /** In the order they are shown: of the budget as a whole, then project by project. */
  readonly items: readonly CarryItem[];
  /** Nothing is carried over unless the user states an amount. */
  readonly carryovers: readonly CarryoverChoice[];
}

export interface CarryResult {
  readonly budgetId: number;
  readonly year: number;
  readonly projects: number;
  readonly lines: number;
  readonly goalSheets: number;
  readonly indicators: number;
  readonly procurement: number;
  readonly assets: number;
  readonly prior: number;
  /** Sum carried over; income and expenditure lines of it are each this much. */
  readonly carryover: Fen;
  readonly state: BookState;
}

export interface PriorFilled {
  /** Figures written, and figures that were there and stayed. */
  readonly filled: number;
  readonly kept: number;
  readonly fromBudgetId: number;
  readonly state: BookState;
}
