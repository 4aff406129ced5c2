/**
 * The picture of a sheet: its cells where they stand, merged and aligned as they are, hidden ones shaded, findings
 * marked. Only what is in view is drawn. One focusable grid; the arrows move, Enter goes to the finding of a cell.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { type Area, columnLetters } from '../../shared/foreign/sheet.ts';
import type { ForeignCell, ForeignSheet, ForeignSheetHead } from '../../shared/foreign/state-types.ts';
import { columnSizes, lastOfRun, mergesWithin, rowSizes, sizeAt, sizeOf } from './geometry.ts';
import { cellKeyOf, labelOfMark, type MarkedCell } from './marks.ts';
import { useRows } from './use-rows.ts';

export interface Cursor {
  readonly row: number;
  readonly column: number;
}

interface SheetPictureProps {
  readonly fileId: string;
  readonly sheet: number;
  readonly head: ForeignSheetHead;
  readonly layout: ForeignSheet;
  readonly marks: ReadonlyMap<string, MarkedCell>;
  /** Cells of the chosen finding, by `row|column`; true for the one it is about. */
  readonly chosen: ReadonlyMap<string, boolean>;
  readonly cursor: Cursor;
  /** `enter`: by click or Enter, not only passed over. */
  readonly onCursor: (cursor: Cursor, enter: boolean) => void;
  readonly onText: (text: string) => void;
}

const NUMBERS = 46;
const LETTERS = 24;

export function SheetPicture(props: SheetPictureProps) {
  const { fileId, sheet, head, layout, marks, chosen, cursor } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowSize = useMemo(() => rowSizes(layout), [layout]);
  const columnSize = useMemo(() => columnSizes(layout), [layout]);
  const hiddenRows = useMemo(() => new Set(layout.rows.filter(({ hidden }) => hidden).map(({ row }) => row)), [layout]);
  const hiddenColumns = useMemo(
    () => new Set(layout.columns.filter(({ hidden }) => hidden).map(({ column }) => column)),
    [layout],
  );
  const rows = useVirtualizer({
    count: head.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeAt(rowSize, index),
    overscan: 12,
    scrollMargin: LETTERS,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: head.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeAt(columnSize, index),
    overscan: 4,
    scrollMargin: NUMBERS,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet has other sizes
  useEffect(() => {
    rows.measure();
    columns.measure();
  }, [rowSize, columnSize]);
  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const view: Area = {
    top: shownRows[0]?.index ?? 0,
    bottom: shownRows.at(-1)?.index ?? 0,
    left: shownColumns[0]?.index ?? 0,
    right: shownColumns.at(-1)?.index ?? 0,
  };
  const merges = mergesWithin(layout.merges, view);
  const cells = useRows(fileId, sheet, head.rows, Math.min(view.top, ...merges.map(({ top }) => top)), view.bottom);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor only; scrolling by hand is left alone
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const top = sizeOf(rowSize, 0, cursor.row - 1);
    const left = sizeOf(columnSize, 0, cursor.column - 1);
    const height = element.clientHeight - LETTERS;
    const width = element.clientWidth - NUMBERS;
    element.scrollTop = brought(element.scrollTop, top, sizeAt(rowSize, cursor.row), height);
    element.scrollLeft = brought(element.scrollLeft, left, sizeAt(columnSize, cursor.column), width);
  }, [cursor, sheet]);
  const current = cells.get(cursor.row)?.find(({ column }) => column === cursor.column)?.text ?? '';
  const { onText } = props;
  useEffect(() => onText(current), [current, onText]);

  const masters = new Map(merges.map((area) => [`${area.top}|${area.left}`, area]));
  const isCovered = (row: number, column: number) =>
    merges.some(
      (area) =>
        area.top <= row &&
        row <= area.bottom &&
        area.left <= column &&
        column <= area.right &&
        !(area.top === row && area.left === column),
    );
  const drawnRows = [...new Set([...merges.map(({ top }) => top), ...shownRows.map(({ index }) => index)])].sort(
    (left, right) => left - right,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onCursor(cursor, true);
      return;
    }
    const next = moved(cursor, event, head, layout.merges, Math.max(1, shownRows.length - 14));
    if (next === null) return;
    event.preventDefault();
    props.onCursor(next, false);
  };
  const leftOf = (column: number) => NUMBERS + sizeOf(columnSize, 0, column - 1);
  return (
    <div
      ref={scroller}
      className="picture"
      role="grid"
      tabIndex={0}
      aria-label={`工作表“${head.name}”`}
      aria-rowcount={head.rows}
      aria-colcount={head.columns}
      aria-readonly="true"
      aria-activedescendant={`${id}-${cursor.row}-${cursor.column}`}
      onKeyDown={onKeyDown}
    >
      <div
        className="picture-letters"
        aria-hidden="true"
        style={{ width: NUMBERS + columns.getTotalSize(), height: LETTERS }}
      >
        {shownColumns.map(({ index, start, size }) => (
          <span
            key={index}
            className={hiddenColumns.has(index) ? 'is-hidden' : undefined}
            style={{ left: start, width: size }}
          >
            {columnLetters(index)}
          </span>
        ))}
      </div>
      <div
        className="picture-body"
        role="presentation"
        style={{ width: NUMBERS + columns.getTotalSize(), height: rows.getTotalSize() }}
      >
        {drawnRows.map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 1}
            className={hiddenRows.has(row) ? 'picture-row is-hidden' : 'picture-row'}
            style={{ top: sizeOf(rowSize, 0, row - 1), height: sizeAt(rowSize, row) }}
          >
            <span className="picture-number" aria-hidden="true" style={{ width: NUMBERS }}>
              {row + 1}
            </span>
            {columnsOfRow(row, cells.get(row) ?? [], view, cursor, masters).map((column) => {
              const key = cellKeyOf({ row, column });
              const area = masters.get(`${row}|${column}`);
              if (area === undefined && isCovered(row, column)) return null;
              const cell = cells.get(row)?.find((each) => each.column === column);
              const filled = new Set(cells.get(row)?.map((each) => each.column));
              const last =
                area?.right ??
                (cell === undefined
                  ? column
                  : lastOfRun(
                      cell,
                      filled,
                      (other) => isCovered(row, other) || masters.has(`${row}|${other}`),
                      head.columns,
                    ));
              return (
                <PictureCell
                  key={column}
                  id={`${id}-${row}-${column}`}
                  column={column}
                  cell={cell}
                  area={area}
                  left={leftOf(column)}
                  width={area === undefined ? sizeAt(columnSize, column) : sizeOf(columnSize, column, last)}
                  run={sizeOf(columnSize, column, last)}
                  height={area === undefined ? sizeAt(rowSize, row) : sizeOf(rowSize, row, area.bottom)}
                  mark={marks.get(key)}
                  chosen={chosen.get(key)}
                  hidden={hiddenColumns.has(column)}
                  isCurrent={cursor.row === row && cursor.column === column}
                  onChoose={() => props.onCursor({ row, column }, true)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where to scroll so that something is in view: not at all when it is, else so that it stands in the upper third. */
function brought(scroll: number, start: number, size: number, room: number): number {
  return start >= scroll && start + size <= scroll + room ? scroll : Math.max(0, start - room / 3);
}

/** Columns of a row that are drawn: in view, the cursor's, those of merged cells that reach into view. */
function columnsOfRow(
  row: number,
  cells: readonly ForeignCell[],
  view: Area,
  cursor: Cursor,
  masters: ReadonlyMap<string, Area>,
): readonly number[] {
  const columns = new Set<number>();
  for (let column = view.left; column <= view.right; column += 1) columns.add(column);
  // A text that begins left of what is in view may run into it.
  for (const { column } of cells) if (column < view.left && view.left - column <= 12) columns.add(column);
  if (cursor.row === row) columns.add(cursor.column);
  for (const { top, left } of masters.values()) if (top === row) columns.add(left);
  return [...columns].sort((left, right) => left - right);
}

interface PictureCellProps {
  readonly id: string;
  readonly column: number;
  readonly cell: ForeignCell | undefined;
  readonly area: Area | undefined;
  readonly left: number;
  readonly width: number;
  /** Width of the text, which may run over blanks beside it. */
  readonly run: number;
  readonly height: number;
  readonly mark: MarkedCell | undefined;
  readonly chosen: boolean | undefined;
  readonly hidden: boolean;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function PictureCell({ cell, area, mark, chosen, ...props }: PictureCellProps) {
  const names = ['picture-cell', `is-${cell?.align ?? 'left'}`];
  if (cell?.bold === true) names.push('is-bold');
  if (mark !== undefined) names.push('is-marked', `is-${mark.mark}`);
  if (chosen !== undefined) names.push(chosen ? 'is-chosen' : 'is-partner');
  if (props.hidden) names.push('is-hidden');
  if (props.isCurrent) names.push('is-current');
  if (props.height >= 34) names.push('is-tall');
  const told = mark === undefined ? '' : `（${labelOfMark(mark.mark)}，${mark.findings.length} 处）`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
    <div
      id={props.id}
      role="gridcell"
      aria-colindex={props.column + 1}
      aria-colspan={area === undefined ? undefined : area.right - area.left + 1}
      aria-rowspan={area === undefined ? undefined : area.bottom - area.top + 1}
      aria-selected={props.isCurrent}
      aria-label={mark === undefined ? undefined : `${cell?.text ?? '空'}${told}`}
      tabIndex={-1}
      className={names.join(' ')}
      style={{ left: props.left, width: props.width, height: props.height }}
      title={mark === undefined ? undefined : told}
      onClick={props.onChoose}
    >
      <span style={{ width: props.run, paddingLeft: cell === undefined ? undefined : 5 + cell.indent * 12 }}>
        {cell?.text}
      </span>
    </div>
  );
}

/** Where a key leads; null for keys that are not the grid's. From a merged cell it leads out of it. */
function moved(
  cursor: Cursor,
  event: KeyboardEvent,
  head: ForeignSheetHead,
  merges: readonly Area[],
  page: number,
): Cursor | null {
  const area = merges.find(
    ({ top, bottom, left, right }) =>
      top <= cursor.row && cursor.row <= bottom && left <= cursor.column && cursor.column <= right,
  );
  const { row, column } = cursor;
  const target = {
    ArrowDown: { row: (area?.bottom ?? row) + 1, column },
    ArrowUp: { row: (area?.top ?? row) - 1, column },
    ArrowRight: { row, column: (area?.right ?? column) + 1 },
    ArrowLeft: { row, column: (area?.left ?? column) - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: event.ctrlKey ? { row: 0, column: 0 } : { row, column: 0 },
    End: event.ctrlKey ? { row: head.rows - 1, column: head.columns - 1 } : { row, column: head.columns - 1 },
  }[event.key];
  if (target === undefined) return null;
  const inside = {
    row: Math.max(0, Math.min(head.rows - 1, target.row)),
    column: Math.max(0, Math.min(head.columns - 1, target.column)),
  };
  const into = merges.find(
    ({ top, bottom, left, right }) =>
      top <= inside.row && inside.row <= bottom && left <= inside.column && inside.column <= right,
  );
  return into === undefined ? inside : { row: into.top, column: into.left };
}
