/** Pinyin initials for searching. The data is large, so it comes after the first screen, in a file of its own. */

import type { Initials } from '../../shared/intake/choices.ts';
import { createSignal } from '../state/signal.ts';

const none: Initials = () => '';

/** Answers the initials of a text; answers nothing until `loadPinyin` has finished. */
export const initials = createSignal<Initials>(none);

/** Fetches the pinyin data once. */
export function loadPinyin(): void {
  if (initials.get() !== none) return;
  import('./initials.ts').then(
    (loaded) => initials.set(loaded.initialsOf),
    () => undefined,
  );
}
