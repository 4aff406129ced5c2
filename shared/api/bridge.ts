/** What a shell puts on `window.yusuan`: two functions, the same in Electron (preload) and Chromium (binding). */
import type { Send } from './client.ts';
import type { CoreEvent } from './events.ts';

export interface Bridge {
  readonly call: Send;
  /** Registers a listener for core events; returns a function that removes it. */
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
  /** Which shell shows the window. */
  readonly shell: 'electron' | 'chromium';
}
