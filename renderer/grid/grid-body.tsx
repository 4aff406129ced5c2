/** The rows in view. Scrolling draws only this. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from './column.ts';
import type { Matcher } from './find/matcher.ts';
import { ROW_HEIGHT } from './geometry.ts';
import type { Following } from './grid.tsx';
import { GridRowView, type MarksById, marksOn } from './grid-row.tsx';
import { HeadingRow } from './heading-row.tsx';
import type { ScrollAhead } from './scroll-ahead.ts';
import type { Range, Selection } from './selection.ts';
import type { GridSession } from './session.ts';

interface GridBodyProps extends Following {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ahead: ScrollAhead;
  /** Where the scroller begins. */
  readonly initialOffset: number;
  readonly session: GridSession;
  /** The session's version: a new one draws the rows again. */
  readonly version: number;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly marks: MarksById;
  readonly selection: Selection;
  readonly range: Range;
  readonly gridId: string;
  /** Marks the cells that hold what is looked for. */
  readonly matcher: Matcher | null;
}

/**
 * The virtualizer notes the place of each row anew when their number changes, 3 ms for 100,000: it is told of so many
 * at a time that a new row seldom makes it do so.
 */
const SPARE = 4_096;

export function GridBody(props: GridBodyProps) {
  const { session, columns, lookup, selection, range, gridId } = props;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: Math.ceil(session.count / SPARE) * SPARE,
    getScrollElement: () => props.scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    initialOffset: props.initialOffset,
    observeElementOffset: props.ahead.observe,
  });
  const { active } = selection;
  return (
    <div role="rowgroup" className="grid-body" style={{ height: session.count * ROW_HEIGHT }}>
      {virtualizer.getVirtualItems().map(({ index }) => {
        if (index >= session.count) return null;
        const stored = session.rowAt(index);
        const row = props.typedRow?.key === stored.key ? props.typedRow : stored;
        const inside = index >= range.top && index <= range.bottom;
        const shared = {
          row,
          index,
          columns,
          lookup,
          from: inside ? range.left : -1,
          to: inside ? range.right : -1,
          active: active.row === index ? active.column : -1,
          gridId,
        };
        // By place: a new row goes by another key once it is stored, and would be made anew with all its cells.
        return row.heading === undefined ? (
          <GridRowView
            key={index}
            {...shared}
            matcher={props.matcher}
            number={session.view.numberAt(index)}
            corner={index === range.bottom ? range.right : -1}
            marks={marksOn(row, props)}
          />
        ) : (
          <HeadingRow key={index} {...shared} />
        );
      })}
    </div>
  );
}
