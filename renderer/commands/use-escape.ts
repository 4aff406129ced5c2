/** Esc that nothing else has taken: no input method, no dialog, nothing nearer to the focus. */
import { useEffect, useRef } from 'react';
import { isComposing } from '../grid/keys.ts';
import { isTyping } from './use-shortcuts.ts';

interface Unless {
  /** Something is shown that this names, which Esc belongs to. */
  readonly shown: string;
  /** A text is being typed. */
  readonly typing?: true;
}

export function useEscape(run: () => void, unless: Unless): void {
  const latest = useRef({ run, unless });
  latest.current = { run, unless };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { run, unless } = latest.current;
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      if (unless.typing && isTyping(event.target)) return;
      if (document.querySelector(unless.shown) !== null) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
