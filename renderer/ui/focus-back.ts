/**
 * For buttons that act on where the user is: pressed with the mouse, they give the focus back, so that what is typed next
 * goes on there. Reached by keyboard, they keep it. A cell being edited is left meanwhile and thereby committed.
 */
import { useRef } from 'react';

/** Out: the handlers of a button that does `act`, or whose box does by itself what it is for. */
export function useFocusBack() {
  const before = useRef<Element | null>(null);
  return (act?: () => void) => ({
    /** While the focus is still where it was. */
    onMouseDown: () => {
      before.current = document.activeElement;
    },
    onClick: () => {
      act?.();
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      before.current = null;
    },
  });
}
