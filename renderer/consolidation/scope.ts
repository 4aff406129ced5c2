/** Whether 公开表 shows a unit alone, or the department together with all units below it. */
import { useMemo } from 'react';
import type { PackedRows } from '../../shared/api/types.ts';
import { unitsFrom, unitsOutside } from '../../shared/consolidation/members.ts';
import { useCall } from '../state/query.ts';
import { createSignal, useSignal } from '../state/signal.ts';
import { unpackRows } from '../state/unpack-rows.ts';
import { usePlace } from '../state/window-state.ts';

/** What tables are asked of; the input of every call about them. */
export interface TablesScope {
  readonly budgetId: number;
  readonly consolidated?: true;
}

/** The rows of the book; null until they have come. The same object as long as they are the same. */
function useAnswered(name: 'unit.list' | 'budget.list'): PackedRows | null {
  const asked = useCall(name, { parentId: null });
  return asked.kind === 'ready' ? asked.value : null;
}

/** What the user has chosen last; it counts only where there is something to consolidate. */
export const consolidatedChosen = createSignal(false);

/** Whether there are units below the one on screen, or others that may be meant to be below one that is at the top. */
export function useMayConsolidate(): boolean {
  const { unit, budget } = usePlace();
  const units = useAnswered('unit.list');
  const budgets = useAnswered('budget.list');
  return useMemo(() => {
    if (units === null || budgets === null) return false;
    const all = unpackRows<'unit'>(units);
    if (unitsFrom(unit.id, all).length > 1) return true;
    return unit.superiorId === null && unitsOutside(budget, all, unpackRows<'budget'>(budgets)).length > 0;
  }, [units, budgets, unit, budget]);
}

/** The budget of the unit above for the same year and stage, in whose consolidation this one is; null where there is none. */
export function useBudgetAbove(): number | null {
  const { unit, budget } = usePlace();
  const budgets = useAnswered('budget.list');
  if (budgets === null || unit.superiorId === null) return null;
  const above = unpackRows<'budget'>(budgets).find(
    (each) => each.unitId === unit.superiorId && each.year === budget.year && each.stage === budget.stage,
  );
  return above?.id ?? null;
}

export function useTablesScope(): TablesScope {
  const { budget } = usePlace();
  const may = useMayConsolidate();
  const chosen = useSignal(consolidatedChosen);
  return useMemo(
    () => (may && chosen ? { budgetId: budget.id, consolidated: true } : { budgetId: budget.id }),
    [may, chosen, budget.id],
  );
}
