/** Closes a sealed book after a pause, so that nobody reads it over an empty chair. */
import { useEffect } from 'react';
import { LOCK_PAUSE } from '../../shared/api/pauses.ts';
import { useMinutes } from '../ui/pause-choice.tsx';

const MINUTE_MS = 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** @param lock closes the book; null = the book has no password */
export function useIdleLock(lock: (() => void) | null): void {
  const minutes = useMinutes(LOCK_PAUSE);
  useEffect(() => {
    if (lock === null) return;
    let timer = setTimeout(lock, minutes * MINUTE_MS);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * MINUTE_MS);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
    };
  }, [lock, minutes]);
}
