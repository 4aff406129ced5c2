/** Selecting with the mouse. */
import { type MouseEvent, type RefObject, useRef } from 'react';
import { at, extendTo, type GridShape, type Selection } from './selection.ts';
import type { Editor } from './use-editing.ts';

interface Options {
  readonly selected: RefObject<Selection>;
  readonly select: (selection: Selection) => void;
  readonly shape: GridShape;
  readonly editor: Editor;
  readonly focus: () => void;
}

/** The cell under the pointer; column -1 is the row's number. */
function cellUnder(event: MouseEvent): { readonly row: number; readonly column: number } | null {
  if (!(event.target instanceof Element)) return null;
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (column === undefined || row === undefined) return null;
  return { row: Number.parseInt(row, 10), column: Number.parseInt(column, 10) };
}

export function usePointer({ selected, select, shape, editor, focus }: Options) {
  const drag = useRef<'cells' | 'rows' | null>(null);
  const whole = (from: Selection, row: number): Selection =>
    extendTo({ ...from, active: { row: from.active.row, column: 0 } }, { row, column: shape.columns - 1 }, shape);

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellUnder(event);
    if (cell === null || event.button !== 0) return;
    // The focus stays with the input; leaving it would end an edit before it is committed.
    event.preventDefault();
    editor.commit();
    focus();
    if (cell.column < 0) {
      drag.current = 'rows';
      select(whole(event.shiftKey ? selected.current : at(cell.row, 0), cell.row));
    } else {
      drag.current = 'cells';
      select(event.shiftKey ? extendTo(selected.current, cell, shape) : at(cell.row, cell.column));
    }
    document.addEventListener(
      'mouseup',
      () => {
        drag.current = null;
      },
      { once: true },
    );
  };

  const onMouseMove = (event: MouseEvent) => {
    if (drag.current === null) return;
    const cell = cellUnder(event);
    if (cell === null) return;
    const { lead } = selected.current;
    if (drag.current === 'rows') select(whole(selected.current, cell.row));
    else if (cell.column >= 0 && (lead.row !== cell.row || lead.column !== cell.column)) {
      select(extendTo(selected.current, cell, shape));
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellUnder(event);
    if (cell !== null && cell.column >= 0) editor.begin('edit', null);
  };

  return {
    handlers: { onMouseDown, onMouseMove, onDoubleClick },
    dragging: () => drag.current !== null,
  };
}
