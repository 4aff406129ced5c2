/** The parts of a page in the order F6 walks through them; each with what takes the focus there. */
const REGIONS = [
  '.page .grid-input',
  '.page .finding-list',
  '.page .find-bar input',
  '.page .view-bar button',
  '.trail button',
  '.page aside :is(button, select, input):not(:disabled)',
  '.page .tabs [aria-selected="true"]',
  '.page .page-head :is(button, select, input):not(:disabled)',
] as const;

/** Moves the focus from the grid to the bar above it, the panel beside it, the buttons above, and back: Tab belongs to the cells. */
export function switchRegion(): void {
  const found = REGIONS.flatMap((selector) => visible(selector) ?? []);
  const current = found.findIndex((element) => regionOf(element)?.contains(document.activeElement) === true);
  found[(current + 1) % found.length]?.focus();
}

/** Back to the cell that was left; for buttons beside the grid that are gone once they are pressed. */
export function focusGrid(): void {
  visible('.page .grid-input')?.focus();
}

const regionOf = (element: HTMLElement) =>
  element.closest(
    '.page aside, .page .tabs, .page-head, .view-bar, .find-bar, .grid, .goal-scroll, .finding-list, .trail',
  );

/** The first element there is room for: a small window hides some, a large one others. */
const visible = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null);
