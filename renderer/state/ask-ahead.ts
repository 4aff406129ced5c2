/**
 * Asks for what the first screen needs while the rest of the program is still being read: this module comes first in
 * main.tsx. Questions that are asked a little later find their answers here, once.
 */
import type { CallName, In, Out } from '../../shared/api/contract.ts';
import { call } from '../api.ts';
import { budgetToShow, readRemembered, WINDOW_SETTING } from './remembered.ts';
import { unpackRows } from './unpack-rows.ts';

const answers = new Map<string, Promise<unknown>>();
/** After the first screen nobody asks for these again; an old answer must not be taken for a new one. */
const KEPT_MS = 3_000;

const keyOf = (name: CallName, input: unknown): string => `${name} ${JSON.stringify(input)}`;

function ahead<N extends CallName>(name: N, input: In<N>): Promise<Out<N>> {
  const key = keyOf(name, input);
  const answer = call(name, input);
  answers.set(key, answer);
  // A refusal says only that it was too early, for example before any book is open.
  answer.catch(() => answers.delete(key));
  return answer;
}

/** The answer to a question that was asked ahead, the first time it is wanted; else undefined. */
export function takeAhead<N extends CallName>(name: N, input: In<N>): Promise<Out<N>> | undefined {
  const key = keyOf(name, input);
  const answer = answers.get(key);
  answers.delete(key);
  // It was stored under the name and input of this very call.
  return answer as Promise<Out<N>> | undefined;
}

/** Drops what nobody has wanted, when the book has changed. */
export function forgetAhead(): void {
  answers.clear();
}

/** The table beside the grid, the totals below it, and the codes that cells name. */
function askForBudget(budgetId: number, year: number, table: number | null): void {
  if (table !== null) ahead('table.get', { budgetId, no: table });
  ahead('totals.get', { budgetId });
  for (const catalogue of ['functional', 'deptEconomic', 'govEconomic', 'revenue'] as const) {
    ahead('codes.list', { catalogue, year });
  }
}

ahead('book.state', {});
Promise.all([
  ahead('unit.list', { parentId: null }),
  ahead('budget.list', { parentId: null }),
  ahead('settings.get', { key: WINDOW_SETTING }),
]).then(
  ([units, budgets, text]) => {
    const remembered = readRemembered(text);
    const budget = budgetToShow(remembered, unpackRows(units), unpackRows(budgets));
    if (budget !== undefined) askForBudget(budget.id, budget.year, remembered.besideTable);
  },
  () => undefined,
);
setTimeout(forgetAhead, KEPT_MS);
