/** Asks for what the first screen needs before it is drawn, so that drawing and answering go on side by side. */
import type { CallName, In, Out } from '../../shared/api/contract.ts';
import { call } from '../api.ts';
import { queries } from './query.ts';
import { budgetToShow, readRemembered, WINDOW_SETTING } from './remembered.ts';
import { unpackRows } from './unpack-rows.ts';

function ahead<N extends CallName>(name: N, input: In<N>): Promise<Out<N>> {
  return queries.fetchQuery({ queryKey: [name, input], queryFn: () => call(name, input) });
}

/** At the very start. Without a book everything but the first question is refused, and nobody looks. */
export function askAhead(): void {
  ahead('book.state', {}).catch(() => undefined);
  const units = ahead('unit.list', { parentId: null });
  const budgets = ahead('budget.list', { parentId: null });
  const setting = ahead('settings.get', { key: WINDOW_SETTING });
  Promise.all([units, budgets, setting]).then(
    ([packedUnits, packedBudgets, text]) => {
      const remembered = readRemembered(text);
      const budget = budgetToShow(remembered, unpackRows(packedUnits), unpackRows(packedBudgets));
      if (budget !== undefined) askAheadOf(budget.id, budget.year, remembered.besideTable);
    },
    () => undefined,
  );
}

/** The table beside the grid, and the codes that its cells name. */
function askAheadOf(budgetId: number, year: number, table: number | null): void {
  const asked: Promise<unknown>[] = table === null ? [] : [ahead('table.get', { budgetId, no: table })];
  asked.push(ahead('totals.get', { budgetId }));
  for (const catalogue of ['functional', 'deptEconomic', 'govEconomic', 'revenue'] as const) {
    asked.push(ahead('codes.list', { catalogue, year }));
  }
  // A failure is told where the answer is used.
  Promise.allSettled(asked);
}
