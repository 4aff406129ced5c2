/**
 * Cutting as spreadsheets do it: what was cut stays where it is, outlined, until it is pasted; cut and paste together are
 * one step of history. Whole rows go to another place in stored order; cells leave empty ones behind.
 */
import { parseTsv } from '../../shared/intake/tsv.ts';
import { clearRange, copyRange, pasteBlock, rowsIn } from './blocks.ts';
import type { CellEdit } from './draft.ts';
import type { GridControls } from './grid-controls.ts';
import { moveRows } from './move-rows.ts';
import { at, extendTo, type Range, rangeOf } from './selection.ts';
import type { GridSession } from './session.ts';
import { BLANK } from './view.ts';

export interface Cut {
  readonly keys: readonly string[];
  readonly left: number;
  readonly right: number;
  /** What the clipboard got. */
  readonly text: string;
}

export function cutFrom(session: GridSession, range: Range, text: string): Cut | null {
  const keys = rowsIn(session, range.top, range.bottom).map((place) => session.keyAt(place));
  return keys.length === 0 ? null : { keys, left: range.left, right: range.right, text };
}

/** Where the cut cells stand on screen now; null when some of them do not. */
export function rangeOfCut(session: GridSession, { keys, left, right }: Cut): Range | null {
  const top = session.indexOf(keys[0] ?? '');
  const bottom = session.indexOf(keys.at(-1) ?? '');
  return top < 0 || bottom < top ? null : { top, bottom, left, right };
}

/** Pastes what was cut; answers false where it is no longer what the clipboard holds. */
export function pasteCut(controls: GridControls, cut: Cut, text: string): boolean {
  const { session, columns, lookup, selected, select, shape } = controls;
  const source = rangeOfCut(session, cut);
  if (source === null || text !== cut.text || copyRange(session, columns, source, lookup) !== text) return false;
  const to = rangeOf(selected.current);
  if (cut.left === 0 && cut.right === columns.length - 1) {
    const last = session.keyAt(to.top) === BLANK;
    select(extendTo(at(to.top, 0), { row: to.top, column: cut.right }, shape));
    moveRows(controls, cut.keys, last ? 'below' : 'above', last ? to.top - 1 : to.top);
    return true;
  }
  const target = { ...to, bottom: to.top, right: to.left };
  const pasted = pasteBlock(session, columns, target, parseTsv(text));
  const taken = new Set(pasted.edits.map(nameOf));
  const cleared = clearRange(session, columns, source).filter((edit) => !taken.has(nameOf(edit)));
  const { range } = pasted;
  session.edit([...cleared, ...pasted.edits], `移动${session.options.recordName}内容`, lookup);
  select(extendTo(at(range.top, range.left), { row: range.bottom, column: range.right }, shape));
  return true;
}

const nameOf = ({ key, column }: CellEdit): string => `${key} ${column.key}`;
