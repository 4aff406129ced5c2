/** Which of the columns that move are drawn: those in view, and as many on their right as the columns in place are wide. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type RefObject, useLayoutEffect } from 'react';
import type { GridColumn } from './column.ts';
import { frozenCount, type Geometry, tracks } from './geometry.ts';
import { type PartColumns, usePart } from './row-parts.ts';
import type { ScrollAhead } from './scroll-ahead.ts';

interface Options {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn[];
  readonly geometry: Geometry;
  readonly ahead: ScrollAhead;
  /** Where the scroller begins. */
  readonly start: { readonly scrollLeft: number };
}

interface ColumnsInView extends PartColumns {
  /** Lays out the pane that holds them. */
  readonly style: CSSProperties;
}

export function useColumnsInView({ scroller, columns, geometry, ahead, start }: Options): ColumnsInView {
  const { widths, lefts } = geometry;
  const frozen = frozenCount(columns);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    horizontal: true,
    count: columns.length - frozen,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[frozen + at] ?? 0,
    overscan: 0,
    initialOffset: start.scrollLeft,
    observeElementOffset: ahead.across.observe,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the columns begin is noted anew when one was widened
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, geometry.style['--moving-columns']]);
  const shown = virtualizer.getVirtualItems();
  const first = frozen + (shown[0]?.index ?? 0);
  const end = first + shown.length;
  return {
    ...usePart(columns, widths, first, end),
    style: { left: lefts[first], gridTemplateColumns: tracks(widths.slice(first, end)) },
  };
}
