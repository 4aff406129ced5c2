/** The script that gives each window its `window.yusuan`, run by the browser before any script of the page. */
import { ORIGIN } from './origin.ts';
import { fromWire, toWire } from './wire.ts';

/** Name of the binding that carries a question to the core, as text of the wire. */
export const SEND_BINDING = '__yusuanSend';
/** Name of the binding that asks for what the clipboard holds. */
export const PASTE_BINDING = '__yusuanPaste';
/** Name of the function in the page that takes the answer to a question, by its number. */
export const ANSWER_FUNCTION = '__yusuanAnswer';
/** Name of the function in the page that hands an event to its listeners. */
export const RECEIVE_FUNCTION = '__yusuanReceive';

/** One question as it crosses the pipe. */
export interface Question {
  readonly number: number;
  readonly name: string;
  readonly input: unknown;
}

/** The script's text. Frames, and pages of another origin, get nothing. */
export const BRIDGE_SCRIPT = `(() => {
  if (location.origin !== ${JSON.stringify(ORIGIN)} || window !== window.top) return;
  const toWire = ${toWire};
  const fromWire = ${fromWire};
  const listeners = new Set();
  const waiting = new Map();
  let number = 0;
  const fixed = (name, value) => Object.defineProperty(window, name, { value, writable: false, configurable: false });
  const send = window.${SEND_BINDING};
  const paste = window.${PASTE_BINDING};
  fixed('${RECEIVE_FUNCTION}', (event) => {
    for (const listener of [...listeners]) listener(event);
  });
  fixed('${ANSWER_FUNCTION}', (number, text) => {
    const answered = waiting.get(number);
    waiting.delete(number);
    answered?.(fromWire(text));
  });
  fixed('yusuan', Object.freeze({
    shell: 'chromium',
    call: (name, input) =>
      new Promise((answered) => {
        number += 1;
        waiting.set(number, answered);
        send(toWire({ number, name, input }));
      }),
    paste: () => {
      if (navigator.userActivation.isActive) paste('');
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  }));
})()`;
