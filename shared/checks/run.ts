/** PLACEHOLDER by helper db so that the core starts; helper domain overwrites this file. */
import type { Facts } from '../facts/facts.ts';
import type { RowOfEntity } from '../entities/index.ts';
import type { Finding } from './finding.ts';

export interface CheckInput {
  readonly facts: Facts;
  readonly budget: RowOfEntity<'budget'>;
  readonly unit: RowOfEntity<'unit'>;
  readonly lines: readonly RowOfEntity<'line'>[];
  readonly projects: readonly RowOfEntity<'project'>[];
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly goalSheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
  readonly assets: readonly RowOfEntity<'asset'>[];
  readonly prior: readonly RowOfEntity<'prior'>[];
}

export function runChecks(_input: CheckInput): readonly Finding[] {
  return [];
}
