/**
 * The one editable grid. Columns are data, rows come from a session, and one input that always has the focus lies over
 * the active cell: an input method finds it there before the first key, so that no character is lost or doubled.
 */
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { parseTsv } from '../../shared/intake/tsv.ts';
import type { CellLookup, CellValue } from '../../shared/intake/values.ts';
import { commandFor } from '../commands/commands.ts';
import { shortcutOf } from '../commands/shortcut.ts';
import { clearRange, copyRange, fillDown, pasteBlock } from './blocks.ts';
import { ChoiceList } from './choice-list.tsx';
import type { GridColumn } from './column.ts';
import { HEAD_HEIGHT, layOut, pageRows, ROW_HEIGHT, scrollFor } from './geometry.ts';
import { GridBody } from './grid-body.tsx';
import { GridHead } from './grid-head.tsx';
import type { RowMarks } from './grid-row.tsx';
import { actionOf, type GridActionKind, isComposing, motionOf } from './keys.ts';
import { at, clampTo, extendTo, type GridShape, type Motion, move, rangeOf, type Selection } from './selection.ts';
import type { GridSession } from './session.ts';
import { useEditing } from './use-editing.ts';
import { usePointer } from './use-pointer.ts';
import { useWidths } from './use-widths.ts';
import { BLANK, keyOf } from './view.ts';

export interface GridProps {
  /** Names the grid for assistive technology and for remembered widths. */
  readonly name: string;
  readonly label: string;
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly readOnly: boolean;
  readonly marks: ReadonlyMap<number, RowMarks>;
  /** A row, and perhaps a field of it, to go to; a new object goes there again. */
  readonly goTo: { readonly id: number; readonly field: string | null } | null;
  readonly onSelect: (selection: Selection, range: ReturnType<typeof rangeOf>) => void;
  readonly onUsed: (column: GridColumn, value: CellValue) => void;
}

export function Grid(props: GridProps) {
  const { session, columns, lookup, readOnly } = props;
  const version = useSyncExternalStore(session.subscribe, session.version);
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [widths, setWidth] = useWidths(props.name);
  const geometry = layOut(columns, widths);
  const shape: GridShape = {
    // Read at the moment of use: committing into the blank row adds one before the selection moves on.
    get rows() {
      return session.count;
    },
    columns: columns.length,
    page: pageRows(scroller.current?.clientHeight ?? 600),
  };
  const [kept, keep] = useState<Selection>(() => at(0, 0));
  const selected = useRef(kept);
  const selection = clampTo(kept, shape);
  selected.current = selection;
  const range = rangeOf(selection);

  const target = () => {
    const { row, column } = selected.current.active;
    const found = columns[column];
    return found === undefined ? null : { row: session.rowAt(row), column: found };
  };
  const editor = useEditing({
    input,
    session,
    lookup,
    readOnly,
    target,
    onUsed: props.onUsed,
    recordName: session.options.recordName,
  });

  const select = (next: Selection) => {
    selected.current = next;
    keep(next);
  };
  const goBy = (motion: Motion) =>
    select(
      move(selected.current, motion, shape, (cell) => {
        const key = columns[cell.column]?.key ?? '';
        const row = session.rowAt(cell.row);
        return (row.typed[key] ?? row.values[key] ?? '') !== '';
      }),
    );
  const focus = () => input.current?.focus({ preventScroll: true });
  const pointer = usePointer({ selected, select, shape, editor, focus });

  // The cell at the moving corner of the selection is kept in view.
  const moving = selection.lead.row === selection.anchor.row ? selection.active : selection.lead;
  const { row: movingRow, column: movingColumn } = moving;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the selection moves, not when widths are dragged
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || pointer.dragging()) return;
    const view = {
      scrollTop: element.scrollTop,
      scrollLeft: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    };
    const cell = { row: movingRow, column: movingColumn };
    const to = scrollFor(cell, geometry, columns[movingColumn]?.frozen === true, view);
    if (to.top !== view.scrollTop || to.left !== view.scrollLeft) element.scrollTo(to);
  }, [movingRow, movingColumn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: tells the page what is selected when that or the rows change
  useEffect(() => props.onSelect(selection, range), [kept, version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the grid appears and when it goes
  useLayoutEffect(() => {
    focus();
    return () => editor.commit();
  }, []);

  const { goTo } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes once per request
  useEffect(() => {
    if (goTo === null) return;
    const row = session.indexOf(keyOf(goTo.id));
    const column = columns.findIndex((each) => each.key === goTo.field);
    if (row >= 0) select(at(row, Math.max(0, column)));
    focus();
  }, [goTo, session]);

  const act = (action: GridActionKind) => {
    const active = target();
    const name = session.options.recordName;
    if (action === 'edit' || action === 'open') return editor.begin('edit', null);
    if (action === 'selectAll') {
      return select(extendTo(at(0, 0), { row: shape.rows - 2, column: shape.columns - 1 }, shape));
    }
    if (action === 'restore') return active === null ? undefined : session.restore(active.row.key, active.column.key);
    if (readOnly) return;
    switch (action) {
      case 'clear':
        return session.edit(clearRange(session, columns, range), `清除${name}内容`, lookup);
      case 'fillDown':
        return session.edit(fillDown(session, columns, range), `向下填充${name}`, lookup);
      case 'insertRow': {
        const above = range.top === 0 ? null : session.keyAt(range.top - 1);
        const key = session.newRow(above ?? (session.count > 1 ? session.keyAt(0) : null));
        return select(at(session.indexOf(key), selected.current.active.column));
      }
      case 'removeRows': {
        const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, down) => session.keyAt(range.top + down));
        return session.remove(rows.filter((key) => key !== BLANK));
      }
      case 'toggle':
        if (active?.column.field.kind !== 'boolean') return;
        return session.edit(
          [{ key: active.row.key, column: active.column, value: active.row.values[active.column.key] !== true }],
          `修改${name}“${active.column.field.label}”`,
          lookup,
        );
    }
  };

  const keyWhileEditing = (event: KeyboardEvent<HTMLInputElement>) => {
    const state = editor.current();
    if (state === null) return;
    // A command of the window that is good while typing, such as going to another page, takes what was typed along.
    if (commandFor(shortcutOf(event), true) !== null) return editor.commit();
    const motion = motionOf(event);
    const list = state.choosing !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (event.key === 'Escape') editor.cancel();
    else if (event.key === 'F2') editor.toEditMode();
    else if (list) editor.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (
      motion !== null &&
      (motion.kind === 'tab' || motion.kind === 'enter' || (state.mode === 'type' && event.key.startsWith('Arrow')))
    ) {
      editor.commit();
      goBy(motion);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (editor.current() !== null) return keyWhileEditing(event);
    const motion = motionOf(event);
    const action = actionOf(event);
    if (motion === null && (action === null || (action === 'toggle' && target()?.column.field.kind !== 'boolean')))
      return;
    event.preventDefault();
    event.stopPropagation();
    if (motion !== null) goBy(motion);
    else if (action !== null) act(action);
  };

  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (editor.current() !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyRange(session, columns, range, lookup));
    if (cut && !readOnly)
      session.edit(clearRange(session, columns, range), `剪切${session.options.recordName}内容`, lookup);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editor.current() !== null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || text === '') return;
    const { edits, range: pasted } = pasteBlock(session, columns, range, parseTsv(text));
    session.edit(edits, `粘贴 ${pasted.bottom - pasted.top + 1} 行${session.options.recordName}`, lookup);
    select(extendTo(at(pasted.top, pasted.left), { row: pasted.bottom, column: pasted.right }, shape));
  };

  /** Over a column that stays in place the input moves with the scroll; an open list follows its cell. */
  const placeInput = () => {
    const frozen = columns[selected.current.active.column]?.frozen === true;
    const shift = frozen ? (scroller.current?.scrollLeft ?? 0) : 0;
    if (input.current !== null) input.current.style.transform = shift === 0 ? '' : `translateX(${shift}px)`;
    editor.reanchor();
  };
  useLayoutEffect(placeInput);

  const { editing } = editor;
  const active = columns[selection.active.column];
  const activeRow = session.rowAt(selection.active.row);
  const problem = active === undefined ? undefined : activeRow.problems[active.key];
  const vars = Object.fromEntries(geometry.lefts.map((left, index) => [`--left-${index}`, `${left}px`]));
  return (
    <div className="grid">
      <div className="grid-scroller" ref={scroller} onScroll={placeInput} {...pointer.handlers}>
        <div
          className="grid-content"
          style={{ width: geometry.totalWidth, '--columns': geometry.template, ...vars } as React.CSSProperties}
        >
          <div
            role="grid"
            aria-label={props.label}
            aria-rowcount={shape.rows + 1}
            aria-colcount={columns.length + 1}
            aria-readonly={readOnly}
            aria-multiselectable="true"
            id={gridId}
          >
            <div role="rowgroup" className="grid-heads">
              <GridHead
                columns={columns}
                widths={geometry.widths}
                lookup={lookup}
                selectedFrom={range.left}
                selectedTo={range.right}
                onWidth={setWidth}
                onSelectColumn={(column, extend) => {
                  const from = extend ? selected.current : at(0, column);
                  select(extendTo(from, { row: Math.max(0, shape.rows - 2), column }, shape));
                  focus();
                }}
              />
            </div>
            <GridBody
              {...props}
              scroller={scroller}
              version={version}
              selection={selection}
              range={range}
              gridId={gridId}
            />
          </div>
          <input
            ref={input}
            className={`grid-input${editing === null ? '' : ' is-editing'}${active?.field.kind === 'fen' ? ' is-number' : ''}`}
            style={{
              left: geometry.lefts[selection.active.column] ?? 0,
              width: geometry.widths[selection.active.column] ?? 0,
              top: HEAD_HEIGHT + selection.active.row * ROW_HEIGHT,
              height: ROW_HEIGHT,
            }}
            aria-label={`${props.label} 第${selection.active.row + 1}行 ${active?.title ?? active?.field.label ?? ''}`}
            aria-invalid={problem !== undefined}
            {...(editing?.choosing
              ? {
                  role: 'combobox',
                  'aria-expanded': true,
                  'aria-controls': `${gridId}-list`,
                  'aria-activedescendant': `${gridId}-list-${editing.choosing.highlight}`,
                }
              : {})}
            autoComplete="off"
            spellCheck={false}
            readOnly={readOnly}
            onKeyDown={onKeyDown}
            onInput={(event) => {
              // While composing, the text belongs to the input method; the list follows once a word is confirmed.
              if (!(event.nativeEvent as InputEvent).isComposing) editor.typed(event.currentTarget.value);
            }}
            onCompositionStart={() => {
              if (editor.current() === null) editor.begin('type', '');
            }}
            onCompositionEnd={(event) => editor.typed(event.currentTarget.value)}
            onCopy={(event) => onCopy(event, false)}
            onCut={(event) => onCopy(event, true)}
            onPaste={onPaste}
            onBlur={() => editor.commit()}
          />
        </div>
      </div>
      {editing?.choosing ? (
        <ChoiceList
          id={`${gridId}-list`}
          choosing={editing.choosing}
          anchor={editing.anchor}
          emptyText={
            active?.field.kind === 'code'
              ? '科目表中没有；编码位数对时按 Enter 仍可录入，并标记“未在科目表中”。'
              : '没有匹配的内容。'
          }
          onPick={(index) => {
            editor.commit(index);
            goBy({ kind: 'step', rows: 0, columns: 1, extend: false });
          }}
        />
      ) : null}
    </div>
  );
}
