/** Going from box to box of a sheet with Enter, in the order of the paper. */

/** Boxes of a sheet that are typed into; the grid's own input is one of them. */
const BOXES = '.goal-paper :is(.goal-box, .grid-input):not([readonly])';

/** Puts the focus into the next box (`by` 1) or the one before (-1). */
export function focusBeside(from: Element, by: 1 | -1): void {
  const boxes = [...document.querySelectorAll<HTMLElement>(BOXES)];
  const next = boxes[boxes.indexOf(from as HTMLElement) + by];
  next?.focus();
}

/** Puts the focus into the box of a field; answers whether there is one. */
export function focusField(field: string | null): boolean {
  const selector = field === null ? BOXES : `.goal-paper [data-field="${CSS.escape(field)}"]`;
  const box = document.querySelector<HTMLElement>(selector);
  box?.scrollIntoView({ block: 'center' });
  box?.focus({ preventScroll: true });
  return box !== null;
}
