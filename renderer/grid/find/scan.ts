/** All cells on screen that match, in reading order, found in steps. */
import type { Steps } from '../arrange/steps.ts';
import type { GridSession } from '../session.ts';
import { isRow } from '../view.ts';
import type { Matcher } from './matcher.ts';

/** Cells by number: row × columns + column. */
export type Matches = readonly number[];

/** @param into takes the cells as they are found */
export function* scan(session: GridSession, columns: number, matcher: Matcher, into: number[]): Steps<void> {
  const { count } = session;
  for (let row = 0; row < count - 1; row++) {
    if (row % 256 === 0) yield row / count;
    if (!isRow(session.keyAt(row))) continue;
    const content = session.view.contentAt(row);
    for (let column = 0; column < columns; column++) if (matcher(column, content)) into.push(row * columns + column);
  }
}

/** Place of the first match at or behind a cell; the length where there is none. */
export function firstFrom(matches: Matches, cell: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle] ?? 0) < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The match behind a cell, or before it; goes round. Null without any. */
export function nextFrom(matches: Matches, cell: number, back: boolean): number | null {
  const place = back ? firstFrom(matches, cell) - 1 : firstFrom(matches, cell + 1);
  return matches[(place + matches.length) % matches.length] ?? null;
}
