/** The typed client: the same for the window, the CLI and tests; only `send` differs. */
import type { CallName, Given, Out } from './contract.ts';
import { type Failure, FailureError } from './failure.ts';

export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** Carries one call to the core and brings its answer back. Never rejects for expected failures. */
export type Send = (name: string, input: unknown) => Promise<Answer>;

export type CallFunction = <N extends CallName>(name: N, input: Given<N>) => Promise<Out<N>>;

/** Wraps `send` so that each call is typed by its name. Rejects with FailureError. */
export function createClient(send: Send): CallFunction {
  return async <N extends CallName>(name: N, input: Given<N>): Promise<Out<N>> => {
    const answer = await send(name, input);
    if (!answer.ok) throw new FailureError(answer.failure);
    // The core checked its own answer's type at compile time: the handler for `name` returns Out<N>.
    return answer.value as Out<N>;
  };
}
