/** Shows what has been saved together with what follows from it: one frame instead of two that hold each other up. */
import { holdBack, keyDrawn } from './key-first.ts';
import { within } from './within.ts';

/** Saving goes on without what takes longer to follow. */
const TOGETHER_MS = 40;

let following: Promise<unknown> = Promise.resolve();

/** What the book's last change has brought about is being asked for. In: resolves once the answers are there. */
export function follows(answers: Promise<unknown>): void {
  // Whoever asked hears of a failure; here it only means that nothing more will come.
  following = answers.catch(() => undefined);
}

/**
 * Runs `show` when what follows from the last change is there to be shown, too, and the last key is drawn. What else is
 * told meanwhile is told right behind it, so that all of it is drawn at once.
 */
export async function showTogether(show: () => void): Promise<void> {
  const release = holdBack();
  await within(TOGETHER_MS, following);
  await keyDrawn();
  try {
    show();
  } finally {
    release();
  }
}
