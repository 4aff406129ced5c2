/** What the procurement rules say about a budget's purchases. */
import { findRow, listRows } from '../../../db/read.ts';
import { fail } from '../../../shared/api/failure.ts';
import { explainProcurement } from '../../../shared/procurement/explain.ts';
import { SHIPPED_RULE_SETS } from '../../../shared/procurement/rule-sets/index.ts';
import type { Handlers } from '../context.ts';
import { firstDayOf } from '../rule-sets.ts';

export const procurementHandlers = {
  'procurement.explain': ({ budgetId }, ctx) => {
    const book = ctx.book();
    const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
    const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
    return explainProcurement(SHIPPED_RULE_SETS, unit.region, firstDayOf(budget), {
      level: unit.level,
      items: listRows(book, 'procurement', budgetId),
      lines: listRows(book, 'line', budgetId),
    });
  },
} satisfies Pick<Handlers, 'procurement.explain'>;
