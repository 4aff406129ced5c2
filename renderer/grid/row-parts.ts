/**
 * A row is drawn in two parts: its number and the columns that stay in place, in one pane that the grid scrolls under,
 * and the other columns. A cell that kept itself in place would have a layer of its own, sixty in a view, and each frame
 * would prepare and compose all of them.
 */
import type { CSSProperties } from 'react';
import type { GridColumn } from './column.ts';
import { frozenCount, ROW_HEIGHT } from './geometry.ts';

export type Part = 'frozen' | 'moving';

/** The columns of a part, and the place of the first of them among all. */
export interface PartColumns {
  readonly columns: readonly GridColumn[];
  readonly first: number;
}

export function frozenColumns(columns: readonly GridColumn[]): PartColumns {
  return { columns: columns.slice(0, frozenCount(columns)), first: 0 };
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
