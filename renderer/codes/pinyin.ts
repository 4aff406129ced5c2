/** Pinyin initials for searching. The data is large, so it comes after the first screen, in a file of its own. */

import type { Initials } from '../../shared/intake/choices.ts';
import { createSignal } from '../state/signal.ts';

const none: Initials = () => '';

/** Answers the initials of a text; answers nothing until the data has come. */
export const initials = createSignal<Initials>(none);

/** The first screen goes before. */
const DELAY_MS = 1_000;
let wanted = false;

/** Fetches the pinyin data once, a little later. */
export function wantPinyin(): void {
  if (!wanted) setTimeout(loadPinyin, DELAY_MS);
  wanted = true;
}

function loadPinyin(): void {
  import('./initials.ts').then(
    (loaded) => initials.set(loaded.initialsOf),
    () => undefined,
  );
}
