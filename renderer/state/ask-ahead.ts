/** Asks for what the first screen needs before it is drawn, so that drawing and answering go on side by side. */
import type { CallName, In } from '../../shared/api/contract.ts';
import { call } from '../api.ts';
import { queries } from './query.ts';

function ahead<N extends CallName>(name: N, input: In<N>): void {
  queries.prefetchQuery({ queryKey: [name, input], queryFn: () => call(name, input) });
}

/** At the very start: which book is open, and whose. Without a book the last two are refused, and nobody looks. */
export function askAhead(): void {
  ahead('book.state', {});
  ahead('unit.list', { parentId: null });
  ahead('budget.list', { parentId: null });
}

/** Once the budget is known: the table beside the grid, and the codes its cells name. */
export function askAheadOf(budgetId: number, year: number, table: number | null): void {
  if (table !== null) ahead('table.get', { budgetId, no: table });
  for (const catalogue of ['functional', 'deptEconomic', 'govEconomic', 'revenue'] as const) {
    ahead('codes.list', { catalogue, year });
  }
}
