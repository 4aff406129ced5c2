/** A budget with the unit it is of. */
import { findRow } from '../../db/read.ts';
import { fail } from '../../shared/api/failure.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import type { Context } from './context.ts';

export interface Owners {
  readonly budget: RowOfEntity<'budget'>;
  readonly unit: RowOfEntity<'unit'>;
}

/** @throws FailureError NOT_FOUND */
export function ownersOf(budgetId: number, ctx: Context): Owners {
  const budget = findRow(ctx.book(), 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(ctx.book(), 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
  return { budget, unit };
}
