/** Starts commands from the keyboard, wherever the focus is. */
import { useEffect, useRef } from 'react';
import { isComposing } from '../grid/keys.ts';
import { type CommandScope, commandFor } from './commands.ts';
import { shortcutOf } from './shortcut.ts';

export function useShortcuts(scope: CommandScope): void {
  const latest = useRef(scope);
  latest.current = scope;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const command = commandFor(shortcutOf(event), isTyping(event.target));
      if (command === null) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') !== null) return;
      if (command.enabled(latest.current)) command.run(latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The grid's input counts only while a cell is being edited: otherwise it is empty and undo means the book's. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return target.classList.contains('grid-input') ? target.classList.contains('is-editing') : true;
}
