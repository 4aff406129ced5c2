/** The rows of a table: all of them, or in a very long table those in view. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { pageFind } from '../find/find-target.ts';
import { useSignal } from '../state/signal.ts';

/** Hears each drawn row, so that rows of several lines are counted with their own height. */
export type Measure = ((row: HTMLTableRowElement | null) => void) | undefined;

interface TableBodyProps {
  readonly count: number;
  readonly columns: number;
  /** A row to have in view, or -1. */
  readonly show: number;
  readonly rowAt: (index: number, measure: Measure) => ReactNode;
}

/** A county unit's tables have some dozens of rows; a department's may have thousands of projects. */
const LONG = 400;
const ROW_HEIGHT = 30;

export function TableBody(props: TableBodyProps) {
  const finding = useSignal(pageFind);
  // What is looked through must have been drawn.
  if (props.count > LONG && !finding) return <WindowedBody {...props} />;
  return <tbody>{Array.from({ length: props.count }, (_, index) => props.rowAt(index, undefined))}</tbody>;
}

function WindowedBody({ count, columns, show, rowAt }: TableBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => body.current?.closest<HTMLElement>('.open-table-scroll') ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: 24,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each row that is asked for
  useLayoutEffect(() => {
    if (show >= 0) virtualizer.scrollToIndex(show, { align: 'center' });
  }, [show]);
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody ref={body}>
      <Gap height={above} columns={columns} />
      {items.map(({ index }) => rowAt(index, virtualizer.measureElement))}
      <Gap height={below} columns={columns} />
    </tbody>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
