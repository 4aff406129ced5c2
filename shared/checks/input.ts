/** What the checks look at: plain rows of one budget, and its facts for the tables. */
import type { RowOfEntity } from '../entities/index.ts';
import type { Facts } from '../facts/facts.ts';
import type { RuleSet } from '../procurement/spec.ts';

export interface CheckInput {
  readonly facts: Facts;
  readonly unit: RowOfEntity<'unit'>;
  readonly budget: RowOfEntity<'budget'>;
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  readonly assets: readonly RowOfEntity<'asset'>[];
  readonly prior: readonly RowOfEntity<'prior'>[];
  readonly narrative: readonly RowOfEntity<'narrative'>[];
  /** Procurement rule sets in force for the unit's region and the budget's year. */
  readonly ruleSets: readonly RuleSet[];
}
