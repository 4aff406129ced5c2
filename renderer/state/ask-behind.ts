/**
 * Asks for what an edit changes right behind the edit, instead of when the core has told that the book has changed: the
 * core answers both in one go, while the window is still drawing the edit itself.
 */
import type { CallName, Given, Out } from '../../shared/api/contract.ts';
import { callNamed } from '../api.ts';
import { type Question, questionKey } from './question.ts';

const asked = new Map<string, Promise<unknown>>();

/**
 * Asks the core. In: questions; call it when the edit has been sent.
 * Out: drops what has not been taken. To be called once the edit is answered: a later change makes it old.
 * @param known answers a question that the core need not be asked; undefined for any other
 */
export function askBehind(
  questions: readonly Question[],
  known: (question: Question) => Promise<unknown> | undefined = () => undefined,
): () => void {
  const own = questions.map((question) => {
    const key = questionKey(question);
    const answer = known(question) ?? callNamed(...question);
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    asked.set(key, answer);
    return [key, answer] as const;
  });
  return () => {
    for (const [key, answer] of own) if (asked.get(key) === answer) asked.delete(key);
  };
}

/** The answer to a question that was asked behind the edit just made, once; else undefined. */
export function takeBehind<N extends CallName>(name: N, input: Given<N>): Promise<Out<N>> | undefined {
  const key = questionKey([name, input]);
  const answer = asked.get(key);
  asked.delete(key);
  // It was asked under the name and input of this very call.
  return answer as Promise<Out<N>> | undefined;
}
