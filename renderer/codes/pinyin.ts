/**
 * Pinyin initials for searching. The data is large and a thousand names take a third of a second, so it comes after the
 * first screen, in a file of its own, and the names are worked through while the window has nothing else to do.
 */
import type { Initials } from '../../shared/intake/choices.ts';
import { createSignal } from '../state/signal.ts';

const none: Initials = () => '';

/** Answers the initials of a text; answers nothing until the names that were asked for are worked through. */
export const initials = createSignal<Initials>(none);

const DELAY_MS = 1_000;
/** Time left in an idle moment below which the rest waits for the next one. */
const ENOUGH_MS = 3;
const known = new Map<string, string>();
const waiting: string[] = [];
let started = false;

/** Asks for the initials of names; a little later they are there. */
export function wantInitials(names: Iterable<string>): void {
  for (const name of names) if (!known.has(name)) waiting.push(name);
  if (started || waiting.length === 0) return;
  started = true;
  setTimeout(() => {
    import('./initials.ts').then(
      ({ initialsOf }) => workThrough(initialsOf),
      () => undefined,
    );
  }, DELAY_MS);
}

function workThrough(initialsOf: Initials): void {
  const of: Initials = (text) => {
    const ready = known.get(text) ?? initialsOf(text);
    known.set(text, ready);
    return ready;
  };
  const goOn = (moment: IdleDeadline): void => {
    while (waiting.length > 0 && moment.timeRemaining() > ENOUGH_MS) of(waiting.pop() ?? '');
    if (waiting.length > 0) requestIdleCallback(goOn);
    else initials.set(of);
  };
  requestIdleCallback(goOn);
}
