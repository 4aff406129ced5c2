/**
 * Pinyin initials for searching. The data is large and a thousand names take a third of a second, so it comes after the
 * first screen, in a file of its own, and the names are worked through while the window has nothing else to do.
 */
import type { Initials } from '../../shared/intake/choices.ts';
import { createSignal } from '../state/signal.ts';

/** Answers nothing: what `initials` is until the first names are worked through. */
export const NO_INITIALS: Initials = () => '';

/** Answers the initials of a text. */
export const initials = createSignal<Initials>(NO_INITIALS);

const DELAY_MS = 1_000;
/** Time left in an idle moment below which the rest waits for the next one. */
const ENOUGH_MS = 3;
const known = new Map<string, string>();
const waiting = new Set<string>();
let working = false;

/** Asks for the initials of names; a little later they are there. */
export function wantInitials(names: Iterable<string>): void {
  for (const name of names) if (!known.has(name)) waiting.add(name);
  if (working || waiting.size === 0) return;
  working = true;
  setTimeout(
    () => {
      import('./initials.ts').then(
        ({ initialsOf }) => workThrough(initialsOf),
        () => {
          // The next names that are asked for try again.
          working = false;
        },
      );
    },
    initials.get() === NO_INITIALS ? DELAY_MS : 0,
  );
}

function workThrough(initialsOf: Initials): void {
  const of: Initials = (text) => {
    const ready = known.get(text) ?? initialsOf(text);
    known.set(text, ready);
    return ready;
  };
  const goOn = (moment: IdleDeadline): void => {
    for (const name of waiting) {
      if (moment.timeRemaining() <= ENOUGH_MS) break;
      of(name);
      waiting.delete(name);
    }
    if (waiting.size > 0) {
      requestIdleCallback(goOn);
      return;
    }
    working = false;
    // Names that come later are known to the same function.
    if (initials.get() === NO_INITIALS) initials.set(of);
  };
  requestIdleCallback(goOn);
}
