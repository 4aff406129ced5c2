/** How wide a column must be for what it shows now. */
import { MIN_COLUMN_WIDTH } from './geometry.ts';

/** Texts of a paragraph's length are left cut. */
const MOST = 560;
/** Left and right of a text in its cell, and the line between cells. */
const PADDING = 20;
/** Beside the text of a head: padding and the button of its menu. */
const HEAD = 34;

/** @param place of the column; looks at the rows that are drawn, and at the head */
export function fittingWidth(scroller: HTMLElement, place: number): number {
  const range = new Range();
  let width = MIN_COLUMN_WIDTH;
  for (const cell of scroller.querySelectorAll(`.grid-row [data-column="${place}"]`)) {
    range.selectNodeContents(cell);
    width = Math.max(width, range.getBoundingClientRect().width + PADDING);
  }
  const head = scroller.querySelector(`[data-head="${place}"] .grid-title-text`);
  if (head !== null) {
    range.selectNodeContents(head);
    width = Math.max(width, range.getBoundingClientRect().width + HEAD);
  }
  return Math.ceil(Math.min(MOST, width));
}
