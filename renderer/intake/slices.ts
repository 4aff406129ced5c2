/** Long work in the window, a little at a time. */

/** Longest time the work may keep a frame, in milliseconds. */
const SLICE_MS = 8;

/**
 * Runs `work` in slices, the first one at once, the others between frames.
 * @param work does a part and answers whether everything is done; asks `enough` now and then whether to stop
 * @param told is called after each slice
 */
export function sliced(work: (enough: () => boolean) => boolean, told: () => void, signal: AbortSignal): void {
  const slice = () => {
    if (signal.aborted) return;
    const until = performance.now() + SLICE_MS;
    const done = work(() => performance.now() >= until);
    told();
    if (!done) setTimeout(slice);
  };
  slice();
}
