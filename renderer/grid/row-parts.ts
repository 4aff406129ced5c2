/**
 * A row is drawn in two parts: its number and the columns that stay in place, in one pane that the grid scrolls under,
 * and the other columns. A cell that kept itself in place would have a layer of its own, sixty in a view, and each frame
 * would prepare and compose all of them.
 */
import { type CSSProperties, useMemo } from 'react';
import type { GridColumn } from './column.ts';
import { roomIn } from './fits.ts';
import { ROW_HEIGHT } from './geometry.ts';

export type Part = 'frozen' | 'moving';

/** The columns of a part, the place of the first of them among all, and how many ems of text each has room for. */
export interface PartColumns {
  readonly columns: readonly GridColumn[];
  readonly first: number;
  readonly rooms: readonly number[];
}

/** The columns from one place to before another, the same object as long as they and their rooms are the same. */
export function usePart(
  columns: readonly GridColumn[],
  widths: readonly number[],
  first: number,
  end: number,
): PartColumns {
  const rooms = widths.slice(first, end).map(roomIn).join(' ');
  return useMemo(
    () => ({ columns: columns.slice(first, end), first, rooms: rooms === '' ? [] : rooms.split(' ').map(Number) }),
    [columns, first, end, rooms],
  );
}

interface PartProps {
  readonly id: string;
  readonly role?: 'row';
  readonly 'aria-rowindex'?: number;
  readonly 'aria-owns'?: string;
  readonly className: string;
  readonly style: CSSProperties;
  readonly 'data-row': number;
}

/**
 * Read out, both parts are one row: the one that begins it owns the cells of the other, which stands outside the grid.
 * @param slot names the elements
 */
export function partProps(part: Part, slot: string, index: number, className: string): PartProps {
  const shared = { className, style: { top: index * ROW_HEIGHT }, 'data-row': index };
  const moving = `${slot}-moving`;
  return part === 'moving'
    ? { id: moving, ...shared }
    : { id: slot, role: 'row', 'aria-rowindex': index + 2, 'aria-owns': moving, ...shared };
}
