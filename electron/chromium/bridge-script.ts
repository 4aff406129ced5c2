/** The script that gives each window its `window.yusuan`, run by the browser before any script of the page. */
import { ORIGIN } from './origin.ts';

/** Name of the binding that carries calls to the core: JSON text in, JSON text out. */
export const SEND_BINDING = '__yusuanSend';
/** Name of the function in the page that hands an event to its listeners. */
export const RECEIVE_FUNCTION = '__yusuanReceive';

/**
 * The script's text. JSON crosses the pipe several times faster than Playwright's own serialisation of large answers.
 * Frames, and pages of another origin, get nothing.
 */
export const BRIDGE_SCRIPT = `(() => {
  if (location.origin !== ${JSON.stringify(ORIGIN)} || window !== window.top) return;
  const listeners = new Set();
  const fixed = (name, value) => Object.defineProperty(window, name, { value, writable: false, configurable: false });
  fixed('${RECEIVE_FUNCTION}', (event) => {
    for (const listener of [...listeners]) listener(event);
  });
  fixed('yusuan', Object.freeze({
    shell: 'chromium',
    call: async (name, input) => JSON.parse(await window.${SEND_BINDING}(JSON.stringify({ name, input }))),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  }));
})()`;
