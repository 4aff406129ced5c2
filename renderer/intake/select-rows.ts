/** Selects rows that were laid down as a block. */
import type { GridControls } from '../grid/grid-controls.ts';
import { at, extendTo, sameCell } from '../grid/selection.ts';

/** @param keys of rows that stand together, from top to bottom */
export function selectRows({ session, columns, selected, select, shape }: GridControls, keys: readonly string[]): void {
  const top = session.indexOf(keys[0] ?? '');
  const bottom = session.indexOf(keys.at(-1) ?? '');
  if (top < 0 || bottom < 0) return;
  // The amounts are selected, so that the status bar shows their sum.
  const column = Math.max(
    0,
    columns.findIndex(({ field, computed }) => field.kind === 'fen' && !computed),
  );
  const next = extendTo(at(top, column), { row: bottom, column }, shape);
  const now = selected.current;
  // As they are since they were proposed: nothing is drawn for it.
  if (!(sameCell(now.active, next.active) && sameCell(now.anchor, next.anchor) && sameCell(now.lead, next.lead))) {
    select(next, 'range');
  }
}
