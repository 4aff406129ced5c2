/**
 * Asks for what the first screen needs while the rest of the program is still being read: this module comes first in
 * main.tsx. The first drawing waits for the answers, so that it is done once and whole; questions that are asked a
 * little later find theirs here, once.
 */
import type { CallName, Given, Out } from '../../shared/api/contract.ts';
import { call } from '../api.ts';
import { questionKey } from './question.ts';
import { budgetToShow, readRemembered, WINDOW_SETTING } from './remembered.ts';
import { unpackRows } from './unpack-rows.ts';

interface Ahead {
  readonly name: CallName;
  readonly input: unknown;
  readonly answer: Promise<unknown>;
  /** Undefined until it has come; no answer of the contract is. */
  value: unknown;
}

const asked = new Map<string, Ahead>();
/** After the first screen nobody asks for these again; an old answer must not be taken for a new one. */
const KEPT_MS = 3_000;
/** A large book takes longer to read: then the window is drawn without its figures first. */
const PATIENCE_MS = 250;

function ahead<N extends CallName>(name: N, input: Given<N>): Promise<Out<N>> {
  const key = questionKey([name, input]);
  const answer = call(name, input);
  const each: Ahead = { name, input, answer, value: undefined };
  asked.set(key, each);
  answer.then(
    (value) => {
      each.value = value;
    },
    // A refusal says only that it was too early, for example before any book is open.
    () => asked.delete(key),
  );
  return answer;
}

/** The answer to a question that was asked ahead, the first time it is wanted; else undefined. */
export function takeAhead<N extends CallName>(name: N, input: Given<N>): Promise<Out<N>> | undefined {
  const key = questionKey([name, input]);
  const found = asked.get(key);
  asked.delete(key);
  // It was stored under the name and input of this very call.
  return found?.answer as Promise<Out<N>> | undefined;
}

/** Drops what nobody has wanted, when the book has changed. */
export function forgetAhead(): void {
  asked.clear();
}

/** The table beside the grid, the totals below it, and the codes that cells name. */
function askForBudget(budgetId: number, year: number, table: number | null): readonly Promise<unknown>[] {
  return [
    ...(table === null ? [] : [ahead('table.get', { budgetId, no: table })]),
    ahead('totals.get', { budgetId }),
    ...(['functional', 'deptEconomic', 'govEconomic', 'revenue'] as const).map((catalogue) =>
      ahead('codes.list', { catalogue, year }),
    ),
  ];
}

async function askForAll(): Promise<void> {
  const state = ahead('book.state', {});
  const [units, budgets, text] = await Promise.all([
    ahead('unit.list', { parentId: null }),
    ahead('budget.list', { parentId: null }),
    ahead('settings.get', { key: WINDOW_SETTING }),
  ]);
  const remembered = readRemembered(text);
  const budget = budgetToShow(remembered, unpackRows(units), unpackRows(budgets));
  if (budget !== undefined) await Promise.all(askForBudget(budget.id, budget.year, remembered.besideTable));
  await state;
}

const all = askForAll().catch(() => undefined);
setTimeout(forgetAhead, KEPT_MS);

/** Takes the answers that come in time: each is handed out once, here or by `takeAhead`. */
export async function firstAnswers(): Promise<readonly Pick<Ahead, 'name' | 'input' | 'value'>[]> {
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const come = [...asked.values()].filter(({ value }) => value !== undefined);
  for (const { name, input } of come) asked.delete(questionKey([name, input]));
  return come;
}
