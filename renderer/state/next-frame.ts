/**
 * When to show what the core has answered. A key is drawn first: what follows from it (saved rows, tables) comes with
 * the frame after, all of it in one frame instead of each in a frame of its own that keeps the other waiting.
 */

/** A hidden window draws nothing, and yet goes on saving. */
const NO_FRAME_MS = 100;

let keyWaits = false;

document.addEventListener(
  'keydown',
  () => {
    keyWaits = true;
    requestAnimationFrame(() => {
      keyWaits = false;
    });
  },
  { capture: true },
);

/** Runs in the next frame, before it is drawn; in the one after it where that one is the first to show a key's effect. */
export function inNextFrame(run: () => void): void {
  let ran = false;
  const once = () => {
    if (ran) return;
    ran = true;
    clearTimeout(late);
    run();
  };
  const late = setTimeout(once, NO_FRAME_MS);
  // Asked here: by the time of the frame the key counts as shown.
  const skips = keyWaits;
  requestAnimationFrame(() => (skips ? requestAnimationFrame(once) : once()));
}
