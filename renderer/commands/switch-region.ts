/** Moves the focus from the grid to the panel beside it and back: Tab belongs to the grid's cells. */
export function switchRegion(): void {
  const panel = document.querySelector('.page aside');
  const inside = panel?.contains(document.activeElement) === true;
  const to = inside ? '.page .grid-input' : '.page aside :is(button:not(:disabled), select)';
  document.querySelector<HTMLElement>(to)?.focus();
}
