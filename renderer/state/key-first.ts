/**
 * When to show what the core has answered: a key is drawn first, so that nothing that follows from it, or from the key
 * before it, makes the hand wait.
 */

/** A hidden window draws nothing, and yet goes on. */
const NO_FRAME_MS = 100;

/** What waits for the last key to be drawn; null while none is to be. */
let waiting: (() => void)[] | null = null;

/** Begins to watch for keys; once, before the window is drawn. */
export function drawKeysFirst(): void {
  document.addEventListener('keydown', keyCame, { capture: true });
}

function keyCame(): void {
  if (waiting !== null) return;
  waiting = [];
  const hidden = setTimeout(keyIsDrawn, NO_FRAME_MS);
  requestAnimationFrame(() => {
    clearTimeout(hidden);
    // The frame that begins here is drawn before the next task.
    setTimeout(keyIsDrawn);
  });
}

function keyIsDrawn(): void {
  const runs = waiting ?? [];
  waiting = null;
  for (const run of runs) run();
}

/** Runs when the last key has been drawn; at once, but not before the caller has finished, where that is so already. */
export function onceKeyIsDrawn(run: () => void): void {
  if (waiting === null) queueMicrotask(run);
  else waiting.push(run);
}
