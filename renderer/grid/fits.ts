/**
 * Whether a text is sure to fit into its cell. Only cells it may not fit into are cut off: the browser prepares and composes
 * each cut of its own with every frame, and there would be two hundred.
 */

/** Widths of text are counted in ems, the height of a Chinese character. */
const EM = 14;
/** Left and right of a text in its cell, and the line between cells. */
const PADDING = 17;
/** The widest that digits, and the marks among them, are in any of the program's fonts; whatever else, an em. */
const DIGIT = 0.62;
const MARK = 0.37;
const MARKS = ',. -';

/** How many ems of text a column has room for; in halves, so that dragging it wider does not draw it anew by each pixel. */
export function roomIn(width: number): number {
  return Math.floor((2 * (width - PADDING)) / EM) / 2;
}

/** @param room ems that the cell has room for */
export function fits(text: string, room: number): boolean {
  // No character is wider than an em, but for a few that nobody writes here; those beyond 16 bits are two units long.
  if (text.length <= room) return true;
  if (text.length * MARK > room) return false;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character >= '0' && character <= '9') width += DIGIT;
    else width += MARKS.includes(character) ? MARK : 1;
  }
  return width <= room;
}
