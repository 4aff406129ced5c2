/** The window's only way to the core. */

import type { Bridge } from '../shared/api/bridge.ts';
import { type Answer, createClient } from '../shared/api/client.ts';
import type { CallName } from '../shared/api/contract.ts';
import { type Failure, FailureError, failure } from '../shared/api/failure.ts';

declare global {
  interface Window {
    /** Put there by the shell before the page's own scripts run. */
    readonly yusuan?: Bridge;
  }
}

/** One call of the contract. Rejects with FailureError, and only with that. */
export const call = createClient(async (name, input): Promise<Answer> => {
  try {
    const answer = await window.yusuan?.call(name, input);
    return answer ?? { ok: false, failure: failure('INTERNAL', { incident: '无外壳' }) };
  } catch {
    // The pipe to the core broke: the process behind the window has ended.
    return { ok: false, failure: failure('INTERNAL', { incident: '连接中断' }) };
  }
});

/** The same for a call whose name is known only at run time. In: the input belongs to the name. */
export const callNamed = call as (name: CallName, input: unknown) => Promise<unknown>;

/** Listens to the core; answers a function that stops listening. */
export function onCoreEvent(listener: Parameters<Bridge['on']>[0]): () => void {
  return window.yusuan?.on(listener) ?? (() => undefined);
}

/** Pastes what the clipboard holds into what has the focus, as the key does. To be called right after a click. */
export function pasteClipboard(): void {
  window.yusuan?.paste();
}

/** The failure inside whatever was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : failure('INTERNAL', { incident: String(error).slice(0, 60) });
}
