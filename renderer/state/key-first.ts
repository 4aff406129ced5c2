/**
 * When to show what the core has answered: a key is drawn first, so that nothing that follows from it, or from the key
 * before it, makes the hand wait; and what belongs together is drawn in one go.
 */

/** A hidden window draws nothing, and yet goes on. */
const NO_FRAME_MS = 100;
/** Edits that follow each other without a pause do not keep the tables from being drawn. */
const LONGEST_HOLD_MS = 100;

let keyIsDrawing = false;
/** What is told now is told by the key itself. */
let byTheKey = false;
/** How many hold back what is told. */
let holding = 0;
let heldSince = 0;
const waitingForKey: (() => void)[] = [];
const waitingToBeTold: (() => void)[] = [];

/** Begins to watch for keys; once, before the window is drawn. */
export function drawKeysFirst(): void {
  document.addEventListener('keydown', keyCame, { capture: true });
}

function keyCame(): void {
  if (keyIsDrawing) return;
  keyIsDrawing = true;
  const hidden = setTimeout(keyIsDrawn, NO_FRAME_MS);
  requestAnimationFrame(() => {
    clearTimeout(hidden);
    // The frame that begins here is drawn before the next task.
    setTimeout(keyIsDrawn);
  });
}

function keyIsDrawn(): void {
  keyIsDrawing = false;
  for (const run of waitingForKey.splice(0)) run();
  tell();
}

/** Whether what is new may be shown now. */
function isTime(): boolean {
  return !keyIsDrawing && (holding === 0 || performance.now() - heldSince > LONGEST_HOLD_MS);
}

function tell(): void {
  if (!isTime()) return;
  for (const run of waitingToBeTold.splice(0)) run();
}

/** Resolves when the last key has been drawn. */
export function keyDrawn(): Promise<void> {
  return new Promise((resolve) => {
    if (keyIsDrawing) waitingForKey.push(resolve);
    else resolve();
  });
}

/**
 * Tells of something new: when the last key has been drawn and nobody holds it back, else at once, but not before the
 * caller has finished.
 */
export function tellInTurn(run: () => void): void {
  if (byTheKey || isTime()) queueMicrotask(run);
  else waitingToBeTold.push(run);
}

/** What `run` tells is what the key itself brings about, and is drawn with it. */
export function withTheKey(run: () => void): void {
  byTheKey = true;
  try {
    run();
  } finally {
    byTheKey = false;
  }
}

/** Holds back what is to be told until the answered function is called, or for so long that somebody would wait for it. */
export function holdBack(): () => void {
  if (holding === 0) heldSince = performance.now();
  holding += 1;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    holding -= 1;
    tell();
  };
}
