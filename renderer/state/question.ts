/** A question to the core whose name is known only at run time: a call that only reads, with its input. */
import type { CallName } from '../../shared/api/contract.ts';
import { call } from '../api.ts';

export type Question = readonly [name: CallName, input: unknown];

/** The same text for the same question. */
export const questionKey = ([name, input]: Question): string => `${name} ${JSON.stringify(input)}`;

/** Asks the core. In: the input belongs to the name. */
export function ask([name, input]: Question): Promise<unknown> {
  return (call as (name: CallName, input: unknown) => Promise<unknown>)(name, input);
}
