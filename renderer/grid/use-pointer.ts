/** The mouse over the cells: selecting, filling from the corner of the selection, moving selected rows by their numbers. */
import { type MouseEvent, type RefObject, useRef, useState } from 'react';
import { rawOf } from './arrange/cell-content.ts';
import type { GridRow } from './compose-row.ts';
import { type DragPoint, pointOf, startDrag } from './dragging.ts';
import { fillDepth, fillInto, fillTarget } from './fill.ts';
import { cellAt, type Geometry, HEAD_HEIGHT } from './geometry.ts';
import type { GridControls } from './grid-controls.ts';
import { hoverText } from './hover-text.ts';
import { moveTo } from './move-rows.ts';
import { at, type Cell, extendTo, type Range, rangeOf, type Selection } from './selection.ts';

/** What a drag is about to do. */
export type Dragged =
  | { readonly kind: 'fill'; readonly target: Range; readonly series: boolean }
  /** Rows go to the gap above this place. */
  | { readonly kind: 'move'; readonly gap: number };

/** Said of a row's number when nothing else is to be said of its row. */
const NUMBER_HELP = '点击选中整行；选中后上下拖动换位置';

/** The corner that fills, in pixels. */
const CORNER = 10;
/** A text up to this long is never cut. */
const SHORT = 6;

/** The cell under the pointer; column -1 is the row's number. */
function cellUnder(event: MouseEvent): Cell | null {
  if (!(event.target instanceof Element)) return null;
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (column === undefined || row === undefined) return null;
  return { row: Number.parseInt(row, 10), column: Number.parseInt(column, 10) };
}

/** True at the lower right corner of the selection. */
function onCorner(event: MouseEvent): boolean {
  const corner = event.target instanceof Element ? event.target.closest('.is-corner') : null;
  if (corner === null) return false;
  const { right, bottom } = corner.getBoundingClientRect();
  return right - event.clientX <= CORNER && bottom - event.clientY <= CORNER;
}

export function usePointer(
  controls: GridControls,
  geometry: Geometry,
  scroller: RefObject<HTMLElement | null>,
  focus: () => void,
  openCellMenu: (at: { readonly x: number; readonly y: number }) => void,
) {
  const { session, columns, lookup, selected, select, shape, editor, readOnly } = controls;
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const dragging = useRef(false);
  const hovered = useRef('');

  const follow = (event: MouseEvent, onMove: (cell: Cell, point: DragPoint) => void, onEnd?: (cell: Cell) => void) => {
    const element = scroller.current;
    if (element === null) return;
    dragging.current = true;
    const cellOf = ({ x, y }: DragPoint) => {
      const { left, top } = element.getBoundingClientRect();
      return cellAt({ x: x - left, y: y - top }, geometry, columns, element, session.count);
    };
    startDrag(pointOf(event), {
      scroller: element,
      head: HEAD_HEIGHT,
      onMove: (point) => onMove(cellOf(point), point),
      onEnd: (point, cancelled) => {
        dragging.current = false;
        setDragged(null);
        if (!cancelled) onEnd?.(cellOf(point));
      },
    });
  };

  const wholeRows = (from: Selection, row: number): Selection =>
    extendTo({ ...from, active: { row: from.active.row, column: 0 } }, { row, column: shape.columns - 1 }, shape);

  const fill = (source: Range, row: number, series: boolean) => {
    const target = fillTarget(source, row);
    if (target === null) return;
    const edits = fillInto(session, columns, source, target, series);
    session.edit(edits, `${series ? '递增' : '拖动'}填充${session.options.recordName}`, lookup);
    const top = Math.min(source.top, target.top);
    select(
      extendTo(at(top, source.left), { row: Math.max(source.bottom, target.bottom), column: source.right }, shape),
    );
  };

  const dragCorner = (event: MouseEvent) => {
    const source = rangeOf(selected.current);
    let series = false;
    // The blank row last is no target: it would become a row.
    const rowOf = ({ row }: Cell) => Math.min(row, session.count - 2);
    follow(
      event,
      (cell, { ctrl }) => {
        series = ctrl;
        const target = fillTarget(source, rowOf(cell));
        setDragged(target === null ? null : { kind: 'fill', target, series });
      },
      (cell) => fill(source, rowOf(cell), series),
    );
  };

  const dragRows = (event: MouseEvent, from: number) => {
    let gap: number | null = null;
    follow(
      event,
      ({ row }) => {
        const { top, bottom } = rangeOf(selected.current);
        if (gap === null && row === from) return;
        gap = row >= from ? Math.min(row + 1, session.count - 1) : row;
        setDragged(gap >= top && gap <= bottom + 1 ? null : { kind: 'move', gap });
      },
      () => {
        if (gap === null) select(wholeRows(at(from, 0), from));
        else moveTo(controls, gap);
      },
    );
  };

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellUnder(event);
    if (cell === null || event.button !== 0) return;
    // The focus stays with the input; leaving it would end an edit before it is committed.
    event.preventDefault();
    editor.commit();
    focus();
    const range = rangeOf(selected.current);
    if (!readOnly && onCorner(event)) return dragCorner(event);
    if (cell.column >= 0) {
      select(event.shiftKey ? extendTo(selected.current, cell, shape) : at(cell.row, cell.column));
      return follow(event, (to) => {
        const { lead } = selected.current;
        if (to.column >= 0 && (lead.row !== to.row || lead.column !== to.column)) {
          select(extendTo(selected.current, to, shape));
        }
      });
    }
    const row = session.rowAt(cell.row);
    if (row.heading !== undefined) return session.toggleGroup(row.key);
    if (!readOnly && !event.shiftKey && isWholeRow(range, cell.row, row, shape.columns))
      return dragRows(event, cell.row);
    select(wholeRows(event.shiftKey ? selected.current : at(cell.row, 0), cell.row));
    follow(event, (to) => {
      if (selected.current.lead.row !== to.row) select(wholeRows(selected.current, to.row));
    });
  };

  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellUnder(event);
    if (cell === null || cell.column < 0) return;
    const row = session.rowAt(cell.row);
    const range = rangeOf(selected.current);
    if (row.heading !== undefined) session.toggleGroup(row.key);
    else if (!readOnly && onCorner(event)) fill(range, fillDepth(session, columns, range), event.ctrlKey);
    else editor.begin('edit', null);
  };

  /** The menu is for the selection; outside of it, the cell or row under the pointer is selected first. */
  const onContextMenu = (event: MouseEvent) => {
    if (editor.current() !== null) return;
    event.preventDefault();
    const cell = cellUnder(event);
    // Opened by its key, the event comes from the grid's input.
    const fromKey = event.target instanceof HTMLInputElement;
    if (cell === null && !fromKey) return;
    focus();
    const { top, bottom, left, right } = rangeOf(selected.current);
    if (cell !== null) {
      const inside =
        cell.row >= top && cell.row <= bottom && (cell.column < 0 || (cell.column >= left && cell.column <= right));
      if (!inside) select(cell.column < 0 ? wholeRows(at(cell.row, 0), cell.row) : at(cell.row, cell.column));
    }
    const anchor = event.currentTarget.querySelector('.grid-input')?.getBoundingClientRect();
    openCellMenu(
      fromKey && anchor !== undefined ? { x: anchor.left, y: anchor.bottom } : { x: event.clientX, y: event.clientY },
    );
  };

  /**
   * Worked out for the one cell under the pointer: drawing a row must not wait for it. What is said of a cell comes first.
   * An element shows another cell once the grid is scrolled, so that what it showed is part of what is compared.
   */
  const onMouseMove = (event: MouseEvent) => {
    const cell = cellUnder(event);
    const number = event.target instanceof Element ? event.target.closest('.grid-row .grid-number') : null;
    if (!readOnly && number?.getAttribute('title') === '') number.setAttribute('title', NUMBER_HELP);
    const column = columns[cell?.column ?? -1];
    const element = event.target instanceof Element ? event.target.closest('.grid-cell') : null;
    if (cell === null || column === undefined || element === null || /has-/.test(element.className)) return;
    const shown = element.textContent ?? '';
    const now = `${cell.row} ${cell.column} ${shown}`;
    if (hovered.current === now) return;
    hovered.current = now;
    const { id, values } = session.rowAt(cell.row);
    const text = hoverText(column, rawOf(column, id, values), lookup) ?? (shown.length > SHORT ? shown : '');
    element.setAttribute('title', text);
  };

  return {
    handlers: { onMouseDown, onDoubleClick, onMouseMove, onContextMenu },
    dragging: () => dragging.current,
    dragged,
  };
}

/** True for a row that is selected from its first cell to its last. */
function isWholeRow(range: Range, row: number, { state }: GridRow, columns: number): boolean {
  const inside = row >= range.top && row <= range.bottom;
  return inside && range.left === 0 && range.right === columns - 1 && state !== 'blank';
}
