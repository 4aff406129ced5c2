/** The grid's column heads: label, help, unit, and a grip that sets the width. */
import { useRef } from 'react';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { Arrangement } from './arrange/arrangement.ts';
import type { GridColumn } from './column.ts';
import { MIN_COLUMN_WIDTH } from './geometry.ts';

interface GridHeadProps {
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  readonly lookup: CellLookup;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly onWidth: (key: string, width: number, done: boolean) => void;
  /** Makes a column as wide as what it shows. */
  readonly onFit: (column: number) => void;
  readonly arrangement: Arrangement;
  /** Asks for the menu of a column. */
  readonly onMenu: (column: number) => void;
  readonly onSelectColumn: (column: number, extend: boolean) => void;
  readonly onSelectAll: () => void;
}

export function GridHead(props: GridHeadProps) {
  const { columns, lookup, arrangement, selectedFrom, selectedTo } = props;
  return (
    <div role="row" aria-rowindex={1} className="grid-head">
      <div
        role="columnheader"
        className="grid-number grid-corner"
        title="全选（Ctrl+A）"
        onMouseDown={(event) => {
          event.preventDefault();
          props.onSelectAll();
        }}
      >
        行
      </div>
      {columns.map((column, place) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={place + 2}
          aria-sort={sortOf(arrangement, column)}
          data-head={place}
          className={`grid-title${column.frozen ? ' is-frozen' : ''}${place >= selectedFrom && place <= selectedTo ? ' is-selected' : ''}`}
          style={column.frozen ? { left: `var(--left-${place})` } : undefined}
          title={[column.title ?? column.field.label, column.field.help].filter(Boolean).join('：')}
          onMouseDown={(event) => {
            event.preventDefault();
            if (event.button === 0) props.onSelectColumn(place, event.shiftKey);
          }}
          onContextMenu={(event) => {
            event.preventDefault();
            event.stopPropagation();
            props.onMenu(place);
          }}
        >
          <span className="grid-title-text">
            {column.title ?? column.field.label}
            {column.field.kind === 'fen' ? `（${lookup.amountUnit === 'wan' ? '万元' : '元'}）` : ''}
            {column.field.optional !== true && column.computed === undefined ? (
              <span className="grid-required">*</span>
            ) : null}
          </span>
          <MenuButton column={column} arrangement={arrangement} onOpen={() => props.onMenu(place)} />
          <Grip
            width={props.widths[place] ?? column.width}
            onWidth={(width, done) => props.onWidth(column.key, width, done)}
            onFit={() => props.onFit(place)}
          />
        </div>
      ))}
    </div>
  );
}

function sortOf({ sort }: Arrangement, { key }: GridColumn): 'ascending' | 'descending' | undefined {
  if (sort?.column !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

interface MenuButtonProps {
  readonly column: GridColumn;
  readonly arrangement: Arrangement;
  readonly onOpen: () => void;
}

/** Opens the column's menu, and shows what the column does to the rows. The keyboard has a shortcut for it. */
function MenuButton({ column, arrangement, onOpen }: MenuButtonProps) {
  const sort = sortOf(arrangement, column);
  const filtered = arrangement.filters[column.key] !== undefined;
  const grouped = arrangement.group?.column === column.key;
  const names = ['grid-menu', ...(filtered ? ['is-filtered'] : []), ...(sort || grouped ? ['is-used'] : [])];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={names.join(' ')}
      aria-label={`${column.title ?? column.field.label}：排序、筛选、分组`}
      title="排序、筛选、分组（Ctrl+Shift+L）"
      onMouseDown={(event) => {
        // The focus stays with the cell's input.
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={onOpen}
    >
      {sort === 'ascending' ? '↑' : sort === 'descending' ? '↓' : null}
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={filtered ? 'M1 1h8L6 5v4L4 8V5z' : 'M2 3.5h6L5 7z'} />
      </svg>
    </button>
  );
}

interface GripProps {
  readonly width: number;
  readonly onWidth: (width: number, done: boolean) => void;
  readonly onFit: () => void;
}

/** Dragging sets the width, a double click fits it to the content. The pointer is captured, so that letting go outside the window ends the drag, too. */
function Grip({ width, onWidth, onFit }: GripProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const dragged = (x: number) =>
    Math.max(MIN_COLUMN_WIDTH, (start.current?.width ?? width) + x - (start.current?.x ?? x));
  return (
    <span
      aria-hidden="true"
      className="grid-grip"
      title="拖动改变列宽，双击适合内容"
      onMouseDown={(event) => event.stopPropagation()}
      onDoubleClick={onFit}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onWidth(dragged(event.clientX), false);
      }}
      onPointerUp={(event) => {
        if (start.current !== null) onWidth(dragged(event.clientX), true);
        start.current = null;
      }}
    />
  );
}
