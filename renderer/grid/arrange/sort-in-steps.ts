/** Sorting that can be interrupted. */
import { STEP, type Steps } from './steps.ts';

/** The places 0 … count-1 in the order of `compare`; equal ones stay as they are (a merge sort from below). */
export function* sortInSteps(count: number, compare: (left: number, right: number) => number): Steps<Uint32Array> {
  let from = new Uint32Array(count);
  for (let place = 0; place < count; place++) from[place] = place;
  let into = new Uint32Array(count);
  const rounds = Math.max(1, Math.ceil(Math.log2(Math.max(1, count))));
  let round = 0;
  let compared = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        into[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
        compared += 1;
        if (compared % STEP === 0) yield (round + at / count) / rounds;
      }
    }
    [from, into] = [into, from];
    round += 1;
  }
  return from;
}
