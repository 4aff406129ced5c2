/**
 * A long list of equally high rows of which only those in view are drawn. Tab goes to one row and on behind the list;
 * the arrows go from row to row.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import '../styles/row-list.css';

interface RowListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  /** In pixels. */
  readonly height: number;
  readonly keyOf: (row: T) => string | number;
  /** Draws a row; its controls take `tabIndex`, and its first input gets the focus. */
  readonly children: (row: T, tabIndex: 0 | -1) => ReactNode;
}

export function RowList<T>({ label, rows, height, keyOf, children }: RowListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const drawn = virtualizer.getVirtualItems();
  const stop = drawn.some(({ index }) => index === current) ? current : drawn[0]?.index;
  useLayoutEffect(() => {
    const input = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] input`);
    if (wanted.current === null || input == null) return;
    wanted.current = null;
    input.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = current + by;
    if (by === 0 || next < 0 || next >= rows.length) return;
    event.preventDefault();
    wanted.current = next;
    setCurrent(next);
    virtualizer.scrollToIndex(next);
  };
  return (
    <div className="row-list" ref={scroller}>
      <ul aria-label={label} style={{ height: rows.length * height }} onKeyDown={onKeyDown}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={keyOf(row)}
              data-index={index}
              style={{ height, transform: `translateY(${start}px)` }}
              onFocus={() => setCurrent(index)}
            >
              {children(row, index === stop ? 0 : -1)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
