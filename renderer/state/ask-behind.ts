/**
 * Asks for what an edit changes right behind the edit, instead of when the core has told that the book has changed: the
 * core answers both in one go, while the window is still drawing the edit itself.
 */
import type { CallName, Given, Out } from '../../shared/api/contract.ts';
import { call } from '../api.ts';

const asked = new Map<string, Promise<unknown>>();

const keyOf = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/**
 * Asks the core. In: names and inputs of calls that only read; call it when the edit has been sent.
 * Out: drops what has not been taken. To be called once the edit is answered: a later change makes it old.
 */
export function askBehind(questions: readonly (readonly [CallName, unknown])[]): () => void {
  const send = call as (name: CallName, input: unknown) => Promise<unknown>;
  const own = questions.map(([name, input]) => {
    const answer = send(name, input);
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    asked.set(keyOf(name, input), answer);
    return [keyOf(name, input), answer] as const;
  });
  return () => {
    for (const [key, answer] of own) if (asked.get(key) === answer) asked.delete(key);
  };
}

/** The answer to a question that was asked behind the edit just made, once; else undefined. */
export function takeBehind<N extends CallName>(name: N, input: Given<N>): Promise<Out<N>> | undefined {
  const key = keyOf(name, input);
  const answer = asked.get(key);
  asked.delete(key);
  // It was asked under the name and input of this very call.
  return answer as Promise<Out<N>> | undefined;
}
