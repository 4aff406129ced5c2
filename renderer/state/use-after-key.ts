/** What follows from a key without being its answer, such as the sum of what is selected, is worked out once it is drawn. */
import { useEffect, useRef } from 'react';
import { keyDrawn } from './key-first.ts';

/** Nobody waits longer for the sum of rows that are still being saved. */
const LONGEST_MS = 100;

/**
 * Out: runs the last thing given, once the last key is drawn, and together with what is saved where that takes no
 * longer than one would notice: a frame of its own would hold up the next. Nothing when the component has gone by then.
 */
export function useAfterKey(): (saved: Promise<void>, run: () => void) => void {
  const last = useRef(0);
  useEffect(
    () => () => {
      last.current += 1;
    },
    [],
  );
  return async (saved, run) => {
    last.current += 1;
    const mine = last.current;
    await keyDrawn();
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
    if (last.current === mine) run();
  };
}
