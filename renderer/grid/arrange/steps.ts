/** Long work in steps, so that a hundred thousand rows are put in order between frames. */

/** Work that can be interrupted at each step; a step tells how much is done, from 0 to 1. */
export type Steps<T> = Generator<number, T, void>;

/** Rows looked at, or comparisons made, in one step: between two looks at the clock. */
export const STEP = 1_024;

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Tells of steps as the part of the work from `from` to `to`. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield from + value * (to - from);
  }
}
