/** What the narrative is a function of: plain rows of one budget, and its facts for the tables. */
import type { RowOfEntity } from '../entities/index.ts';
import type { Facts } from '../facts/facts.ts';

export interface NarrativeInput {
  readonly facts: Facts;
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly assets: readonly RowOfEntity<'asset'>[];
  readonly prior: readonly RowOfEntity<'prior'>[];
  /** What the user wrote, by `section`. */
  readonly narrative: readonly RowOfEntity<'narrative'>[];
}

/** Order of lists: that of the tables, or the largest first. */
export type ListOrder = 'code' | 'size';
