/** Moving the selected rows in stored order; the selection goes along. */
import { notify } from '../ui/toasts.tsx';
import { rowsIn } from './blocks.ts';
import type { GridControls } from './grid-controls.ts';
import { at, extendTo, rangeOf } from './selection.ts';
import type { GridSession } from './session.ts';
import { isRow } from './view.ts';

/** Keys of the rows from `top` to `bottom`, without the blank one and headings. */
export function keysIn(session: GridSession, top: number, bottom: number): readonly string[] {
  return rowsIn(session, top, bottom).map((place) => session.keyAt(place));
}

/** Moves the selected rows past the row above (-1) or below (1) them. */
export function moveBy(controls: GridControls, by: 1 | -1): void {
  const { top, bottom } = rangeOf(controls.selected.current);
  moveTo(controls, by < 0 ? top - 1 : bottom + 2);
}

/** Moves the selected rows to a gap: 0 is above the first row on screen. Says so where the screen hides the stored order. */
export function moveTo(controls: GridControls, gap: number): void {
  const { session, selected } = controls;
  const { top, bottom } = rangeOf(selected.current);
  if (gap >= top && gap <= bottom + 1) return;
  const upwards = gap < top;
  moveRows(controls, keysIn(session, top, bottom), upwards ? 'above' : 'below', upwards ? gap : gap - 1);
}

/** Moves rows beside the row at a place on screen. */
export function moveRows(
  controls: GridControls,
  keys: readonly string[],
  side: 'above' | 'below',
  place: number,
): void {
  const { session, selected } = controls;
  const target = session.keyAt(place);
  if (!isRow(target) || keys.length === 0 || keys.includes(target)) return;
  const reason = session.view.fixed;
  if (reason !== null) {
    notify(reason);
    return;
  }
  session.move(keys, side, target);
  const { left, right } = rangeOf(selected.current);
  selectKeys(controls, keys, left, right);
}

/** Selects rows that stand together, from a column to another. */
export function selectKeys(
  { session, select, shape }: GridControls,
  keys: readonly string[],
  left: number,
  right: number,
): void {
  const top = session.indexOf(keys[0] ?? '');
  const bottom = session.indexOf(keys.at(-1) ?? '');
  if (top >= 0 && bottom >= 0) select(extendTo(at(top, left), { row: bottom, column: right }, shape));
}
