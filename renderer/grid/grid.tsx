/**
 * The one editable grid. Columns are data, rows come from a session, and one input that always has the focus lies over
 * the active cell.
 */
import { type CSSProperties, useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CellLookup, CellValue } from '../../shared/intake/values.ts';
import { useFindTarget } from '../find/find-target.ts';
import { useArranging } from './arrange/use-arranging.tsx';
import { ViewBar } from './arrange/view-bar.tsx';
import { CellInput } from './cell-input.tsx';
import { CellMenu } from './cell-menu.tsx';
import { ChoiceList } from './choice-list.tsx';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import { CutFrame } from './cut-frame.tsx';
import type { Cut } from './cutting.ts';
import { DragShadow } from './drag-shadow.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useFind } from './find/use-find.ts';
import { fittingWidth } from './fit-width.ts';
import { layOut } from './geometry.ts';
import { GridBody } from './grid-body.tsx';
import type { GridControls } from './grid-controls.ts';
import { GridHead } from './grid-head.tsx';
import type { MarksById, RowMarks } from './grid-row.tsx';
import { runAction } from './run-action.ts';
import { ScrollAhead } from './scroll-ahead.ts';
import { at, extendTo, type Range, type Selection } from './selection.ts';
import type { GridSession } from './session.ts';
import { useShowUndone } from './show-undone.ts';
import { useEditing } from './use-editing.ts';
import { usePointer } from './use-pointer.ts';
import { scrollAhead, useScrollTo, useSelection } from './use-selection.ts';
import { useWidths } from './use-widths.ts';

/** Text in a cell that is not committed yet. */
export interface Typing {
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly text: string;
}

/** For pages that follow a row while it is typed. */
export interface Following {
  /** A cell's text as it is typed, before it is committed; null when the editing is over. */
  readonly onTyping?: (typing: Typing | null) => void;
  /** The row that is being typed into as it would be: shown in the place of the row as it is. */
  readonly typedRow?: GridRow | null;
  /** Marks of a row as it stands, stored or not; they come before those of the checks. */
  readonly marksOf?: (row: GridRow) => RowMarks | undefined;
}

export interface GridProps extends Following {
  /** Names the grid for remembered widths. */
  readonly name: string;
  readonly label: string;
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly readOnly: boolean;
  readonly onRefused: GridControls['onRefused'];
  readonly marks: MarksById;
  /** A row, and perhaps a field of it, to go to; a new object goes there again. */
  readonly goTo: { readonly id: number; readonly field: string | null } | null;
  readonly onSelect: (selection: Selection, range: Range) => void;
  readonly onUsed: (column: GridColumn, value: CellValue) => void;
  readonly takeBlock: GridControls['takeBlock'];
}

export function Grid(props: GridProps) {
  const { session, columns, lookup, readOnly, goTo } = props;
  const version = useSyncExternalStore(session.subscribe, session.version);
  const gridId = useId();
  const [cellMenu, setCellMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [ahead] = useState(() => new ScrollAhead());
  const [widths, setWidth] = useWidths(props.name);
  const geometry = layOut(columns, widths);
  const scrolled = { scroller, geometry, columns, ahead };
  const { start, selection, kept, range, view, ...selecting } = useSelection(
    session,
    columns,
    scroller,
    (next, follows) => scrollAhead(next, pointer.dragging() ? 'stay' : follows, scrolled),
  );
  const { shape, selected, select, goBy, target } = selecting;
  const onTyping = (text: string | null) => {
    const cell = text === null ? null : target();
    props.onTyping?.(text === null || cell === null ? null : { ...cell, text });
  };
  const editor = useEditing({ input, session, lookup, readOnly, target, onUsed: props.onUsed, onTyping });
  const fit = (column: number) => {
    if (scroller.current !== null) setWidth(columns[column]?.key ?? '', fittingWidth(scroller.current, column), true);
  };
  const { arrange, openMenu, ...arranging } = useArranging({
    session,
    columns,
    lookup,
    selected,
    select,
    scroller,
    widen: (column, by) => {
      const width = geometry.widths[column] ?? 0;
      setWidth(columns[column]?.key ?? '', width + by, true);
    },
    fit,
    commit: () => editor.commit(),
  });
  const find = useFind({ session, columns, lookup, selected, select }, version);
  useFindTarget({
    find: () => find.open('find'),
    replace: readOnly ? null : () => find.open('replace'),
    step: (back) => (find.mode === 'closed' ? find.open('find') : find.step(back)),
  });
  const controls: GridControls = {
    session,
    columns,
    lookup,
    readOnly,
    onRefused: props.onRefused,
    ...selecting,
    editor,
    arrange,
    cut,
    setCut,
    openMenu,
    takeBlock: props.takeBlock,
  };
  useShowUndone(controls);
  const focus = () => input.current?.focus({ preventScroll: true });
  const pointer = usePointer(controls, geometry, scroller, focus, setCellMenu);
  useScrollTo(selection, pointer.dragging() ? 'stay' : view.current, scrolled);

  // biome-ignore lint/correctness/useExhaustiveDependencies: tells the page what is selected when that or the rows change
  useEffect(() => props.onSelect(selection, range), [kept, version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the grid appears and when it goes
  useLayoutEffect(() => {
    focus();
    return () => editor.commit();
  }, []);

  useEffect(() => session.view.takeColumns(columns), [session, columns]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes once per request
  useEffect(() => {
    if (goTo === null) return;
    arranging.goTo(goTo.id, goTo.field);
    focus();
  }, [goTo, session]);

  /** Over a column that stays in place the input moves with the scroll; an open list follows its cell. */
  const placeInput = () => {
    const frozen = columns[selected.current.active.column]?.frozen === true;
    const shift = frozen ? (scroller.current?.scrollLeft ?? 0) : 0;
    if (input.current !== null) input.current.style.transform = shift === 0 ? '' : `translateX(${shift}px)`;
    editor.reanchor();
  };
  useLayoutEffect(placeInput);

  const typed = props.typedRow ?? null;
  const choosing = editor.editing?.choosing ?? null;
  const style: CSSProperties = { width: geometry.totalWidth, ...geometry.style };
  return (
    <>
      <ViewBar
        session={session}
        columns={columns}
        lookup={lookup}
        onArrange={(next) => {
          arrange(next);
          focus();
        }}
      />
      {find.mode === 'closed' ? null : (
        <FindBar
          find={find}
          columns={columns}
          column={selection.active.column}
          filtered={session.view.hidden > 0}
          onLeave={focus}
        />
      )}
      <div className={readOnly ? 'grid is-read-only' : 'grid'}>
        <div className="grid-scroller" ref={scroller} onScroll={placeInput} {...pointer.handlers}>
          <div className="grid-content" style={style}>
            <GridBody
              {...props}
              scroller={scroller}
              ahead={ahead}
              start={start}
              geometry={geometry}
              version={version}
              selection={selection}
              range={range}
              gridId={gridId}
              matcher={find.matcher}
            >
              <GridHead
                columns={columns}
                widths={geometry.widths}
                lookup={lookup}
                selectedFrom={range.left}
                selectedTo={range.right}
                onWidth={setWidth}
                onFit={fit}
                arrangement={session.view.arrangement}
                onMenu={(column) => {
                  // It goes back there when the menu closes.
                  focus();
                  openMenu(column);
                }}
                onSelectAll={() => {
                  runAction('selectAll', controls);
                  focus();
                }}
                onSelectColumn={(column, extend) => {
                  const from = extend ? selected.current : at(0, column);
                  select(extendTo(from, { row: Math.max(0, shape.rows - 2), column }, shape));
                  focus();
                }}
              />
            </GridBody>
            {pointer.dragged === null ? null : <DragShadow dragged={pointer.dragged} geometry={geometry} />}
            {cut === null ? null : <CutFrame cut={cut} session={session} geometry={geometry} />}
            <CellInput
              input={input}
              controls={controls}
              geometry={geometry}
              gridId={gridId}
              gridLabel={props.label}
              mark={typed === null ? undefined : props.marksOf?.(typed)?.[columns[selection.active.column]?.key ?? '']}
            />
          </div>
        </div>
        {choosing === null || editor.editing === null ? null : (
          <ChoiceList
            id={`${gridId}-list`}
            choosing={choosing}
            anchor={editor.editing.anchor}
            emptyText={emptyText(columns[selection.active.column])}
            onPick={(index) => {
              editor.commit(index);
              goBy({ kind: 'step', rows: 0, columns: 1, extend: false });
            }}
          />
        )}
        {cellMenu === null ? null : (
          <CellMenu controls={controls} at={cellMenu} focus={focus} onClose={() => setCellMenu(null)} />
        )}
        {arranging.menu}
      </div>
    </>
  );
}

function emptyText(column: GridColumn | undefined): string {
  if (column?.make !== undefined) return '列表中没有，可以新建（↓ 选取）：';
  if (column?.suggest !== undefined) return '没有现成的，按 Enter 照录。';
  if (column?.field.kind !== 'code') return '没有匹配的内容。';
  return '科目表中没有；编码位数对时按 Enter 仍可录入，并标记“未在科目表中”。';
}
