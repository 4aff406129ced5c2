/** Closes a sealed book after a pause, so that nobody reads it over an empty chair. */
import { useEffect } from 'react';

/** Pause without a key or the mouse, in ms, after which a sealed book is closed. */
const IDLE_MS = 15 * 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** @param lock closes the book; null = the book has no password */
export function useIdleLock(lock: (() => void) | null): void {
  useEffect(() => {
    if (lock === null) return;
    let timer = setTimeout(lock, IDLE_MS);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, IDLE_MS);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
    };
  }, [lock]);
}
