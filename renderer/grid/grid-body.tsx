/** The head and the rows in view. Scrolling draws only the rows. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode, RefObject } from 'react';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { GridColumn } from './column.ts';
import type { Matcher } from './find/matcher.ts';
import { frozenCount, type Geometry, ROW_HEIGHT } from './geometry.ts';
import type { Following } from './grid.tsx';
import { GridRowView, type MarksById, marksOn } from './grid-row.tsx';
import { HeadingRow } from './heading-row.tsx';
import { type Part, usePart } from './row-parts.ts';
import type { ScrollAhead } from './scroll-ahead.ts';
import type { Range, Selection } from './selection.ts';
import type { GridSession } from './session.ts';
import { useColumnsInView } from './use-columns-in-view.ts';
import { useDrawnRows } from './use-drawn-rows.ts';

interface GridBodyProps extends Following {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ahead: ScrollAhead;
  /** Where the scroller begins. */
  readonly start: { readonly scrollTop: number; readonly scrollLeft: number };
  readonly session: GridSession;
  /** The session's version: a new one draws the rows again. */
  readonly version: number;
  readonly columns: readonly GridColumn[];
  readonly geometry: Geometry;
  readonly lookup: CellLookup;
  readonly marks: MarksById;
  readonly selection: Selection;
  readonly range: Range;
  readonly gridId: string;
  /** Marks the cells that hold what is looked for. */
  readonly matcher: Matcher | null;
  readonly label: string;
  readonly readOnly: boolean;
  /** The head. */
  readonly children: ReactNode;
}

/**
 * The virtualizer notes the place of each row anew when their number changes, 3 ms for 100,000: it is told of so many
 * at a time that a new row seldom makes it do so.
 */
const SPARE = 4_096;
/** Rows drawn above and below the view. */
const OVERSCAN = 4;

export function GridBody(props: GridBodyProps) {
  const { scroller, start, session, columns, geometry, lookup, selection, range, gridId } = props;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: Math.ceil(session.count / SPARE) * SPARE,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: start.scrollTop,
    observeElementOffset: props.ahead.down.observe,
  });
  const { style, ...moving } = useColumnsInView(props);
  const frozen = usePart(columns, geometry.widths, 0, frozenCount(columns));
  const parts = { frozen, moving };
  const { active } = selection;
  const near = virtualizer.getVirtualItems().map(({ index }) => index);
  // As many as can be in view: a row that comes into view takes the elements of one that left it, where they stand.
  const height = virtualizer.scrollRect?.height ?? 0;
  const slots = Math.max(near.length, Math.ceil(height / ROW_HEIGHT) + 1 + 2 * OVERSCAN);
  const { startIndex: top, endIndex: bottom } = virtualizer.range ?? { startIndex: 0, endIndex: -1 };
  const indexes = useDrawnRows({ first: top, last: bottom }, near, slots, session.count);
  const slotOf = (index: number) => `${gridId}-${index % slots}`;
  const drawn = [...indexes]
    .sort((a, b) => (a % slots) - (b % slots))
    .map((index) => {
      const slot = slotOf(index);
      const stored = session.rowAt(index);
      const row = props.typedRow?.key === stored.key ? props.typedRow : stored;
      const inside = index >= range.top && index <= range.bottom;
      const shared = {
        row,
        index,
        lookup,
        from: inside ? range.left : -1,
        to: inside ? range.right : -1,
        active: active.row === index ? active.column : -1,
        slot,
      };
      if (row.heading !== undefined)
        return (part: Part) => <HeadingRow key={slot} part={part} {...parts[part]} {...shared} />;
      const number = session.view.numberAt(index);
      const corner = index === range.bottom ? range.right : -1;
      const marks = marksOn(row, props);
      const only = { matcher: props.matcher, number, corner, marks };
      return (part: Part) => <GridRowView key={slot} part={part} {...parts[part]} {...shared} {...only} />;
    });
  return (
    <>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={session.count + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={props.readOnly}
        aria-multiselectable="true"
      >
        <div role="rowgroup" className="grid-heads">
          {props.children}
        </div>
        <div role="rowgroup" aria-owns={indexes.map(slotOf).join(' ')} style={{ height: session.count * ROW_HEIGHT }}>
          <div role="none" className="grid-frozen">
            {drawn.map((draw) => draw('frozen'))}
          </div>
        </div>
      </div>
      <div className="grid-moving" style={style}>
        {drawn.map((draw) => draw('moving'))}
      </div>
    </>
  );
}
