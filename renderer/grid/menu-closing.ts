/** The ways out of a menu, which is a modal dialog over the whole window: Esc, and a press beside it. */
import type { MouseEvent, SyntheticEvent } from 'react';

export function closingProps(close: () => void) {
  return {
    onCancel: (event: SyntheticEvent) => {
      event.preventDefault();
      close();
    },
    onMouseDown: (event: MouseEvent) => {
      if (event.target !== event.currentTarget) return;
      // The press would take the focus away from where it goes back to.
      event.preventDefault();
      close();
    },
  };
}
