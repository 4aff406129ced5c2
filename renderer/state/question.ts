/** A question to the core, kept for later: a call that only reads, with its input. */
import type { CallName } from '../../shared/api/contract.ts';

export type Question = readonly [name: CallName, input: unknown];

/** The same text for the same question. */
export const questionKey = ([name, input]: Question): string => `${name} ${JSON.stringify(input)}`;
