/** What a shell puts on `window.yusuan`: the same in Electron (preload) and Chromium (bindings). */
import type { Send } from './client.ts';
import type { CoreEvent } from './events.ts';

export interface Bridge {
  readonly call: Send;
  /** Registers a listener for core events; returns a function that removes it. */
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
  /**
   * Pastes what the clipboard holds into what has the focus, as Ctrl+V does: no page may read the clipboard by itself.
   * Only right after a click or a key of the user; nothing happens else.
   */
  readonly paste: () => void;
  /** Which shell shows the window. */
  readonly shell: 'electron' | 'chromium';
}
