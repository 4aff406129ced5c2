/** Shows what has been saved together with what follows from it: one frame instead of two that hold each other up. */
import { onceKeyIsDrawn } from './key-first.ts';

/** Saving goes on without what takes longer to follow. */
const TOGETHER_MS = 40;

let following: Promise<unknown> = Promise.resolve();

/** What the book's last change has brought about is being asked for. In: resolves once the answers are there. */
export function follows(answers: Promise<unknown>): void {
  following = answers;
}

/** Resolves when what follows from the last change is there to be shown, and the last key is drawn. */
export async function followed(): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    late = setTimeout(resolve, TOGETHER_MS);
  });
  await Promise.race([following, enough]);
  clearTimeout(late);
  await new Promise<void>(onceKeyIsDrawn);
}
