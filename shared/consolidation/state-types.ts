/** A consolidation as the window sees it. */
import type { Totals } from '../api/types.ts';
import type { Finding } from '../checks/finding.ts';
import type { RowOfEntity } from '../entities/index.ts';

export interface ConsolidatedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** 0 for the department itself. */
  readonly depth: number;
  /** Null: not consolidated, since the unit has none of that year and stage. */
  readonly budget: {
    readonly id: number;
    readonly status: RowOfEntity<'budget'>['status'];
    readonly totals: Totals;
  } | null;
  /** The stages of the year it has, in words. */
  readonly stages: readonly string[];
}

export interface ConsolidationState {
  readonly units: readonly ConsolidatedUnit[];
  /** Of all of them together. */
  readonly totals: Totals;
  readonly findings: readonly Finding[];
  /** Units of another department, or none, with a budget of that year and stage: not consolidated. */
  readonly outside: readonly { readonly id: number; readonly code: string; readonly name: string }[];
}
