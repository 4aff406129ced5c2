/**
 * For buttons that act on where the user is: pressed with the mouse, they give the focus back, so that what is typed next
 * goes on there. Reached by keyboard, they keep it. A cell being edited is left meanwhile and thereby committed.
 */
import { useRef } from 'react';

export function useFocusBack() {
  const before = useRef<Element | null>(null);
  return {
    /** For the press of the mouse button, while the focus is still where it was. */
    note: () => {
      before.current = document.activeElement;
    },
    /** After the action. */
    giveBack: () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      before.current = null;
    },
  };
}
