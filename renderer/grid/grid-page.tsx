/** A page with one grid: its heading and row buttons, the grid, and the state of what is selected for the status bar. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { EntityName } from '../../shared/entities/index.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { noteUsed } from '../codes/recent.ts';
import { kindOfGrid, SheetTools } from '../intake/sheet-tools.tsx';
import { usePaste } from '../intake/use-paste.tsx';
import { AfterKey } from '../state/after-key.ts';
import type { Shelf } from '../state/book-stores.ts';
import { selectionStatus } from '../state/selection-status.ts';
import { usePlace } from '../state/window-state.ts';
import { useFocusBack } from '../ui/focus-back.ts';
import { notify } from '../ui/toasts.tsx';
import { rawOf } from './arrange/cell-content.ts';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import { type Following, Grid } from './grid.tsx';
import { explained, type MarksById, marksOn, type RowMarks } from './grid-row.tsx';
import { codePath } from './hover-text.ts';
import { keysIn } from './move-rows.ts';
import { insertRows, removeRows } from './run-action.ts';
import { type Range, type Selection, sizeOf } from './selection.ts';
import type { GridSession } from './session.ts';
import { summarise } from './summary.ts';
import { isRow } from './view.ts';

const LOCKED = '这份预算已上报，在“审核”页退回后才能修改。';

interface GridPageProps extends Following {
  readonly name: string;
  readonly title: string;
  readonly shelf: Shelf;
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
  readonly marks: MarksById;
  readonly hint: ReactNode;
  /** Hears which row is active, and again when it has changed. */
  readonly onRow?: (row: GridRow) => void;
  /** Buttons of the page itself, before those for rows. */
  readonly actions?: ReactNode;
}

export function GridPage(props: GridPageProps) {
  const { session, columns } = props;
  const place = usePlace();
  const focusBack = useFocusBack();
  /** How many rows are selected; which ones, is found out when a button is pressed. */
  const [rows, setRows] = useState(0);
  const chosen = useRef<Range>({ top: 0, bottom: 0, left: 0, right: 0 });
  const [afterKey] = useState(() => new AfterKey());
  useEffect(() => () => afterKey.stop(), [afterKey]);
  const goTo = useMemo(() => rowToShow(place.goTo, props.shelf.entity), [place.goTo, props.shelf.entity]);
  const locked = place.budget.status !== 'draft';
  const paste = usePaste({
    ...props,
    entity: props.shelf.entity,
    parentId: props.shelf.parentId,
    budgetId: place.budget.id,
  });
  const readOnly = place.book.readOnly || locked;
  const kind = kindOfGrid(props.name, props.shelf.entity);
  const chosenRows = () => keysIn(session, chosen.current.top, chosen.current.bottom);
  const tellSelected = (selection: Selection, range: Range) => {
    setRows(chosenRows().length);
    const active = session.rowAt(selection.active.row);
    const { id } = active;
    const column = columns[selection.active.column];
    const path = column === undefined ? null : codePath(column, rawOf(column, id, active.values), props.lookup);
    const record = id === null ? null : { entity: props.shelf.entity, id };
    if (active.heading === undefined) props.onRow?.(active);
    selectionStatus.set({
      ...statusOf(session, columns, selection, range, (row) => marksOn(row, props)),
      path,
      record,
    });
  };
  const onSelect = (selection: Selection, range: Range) => {
    chosen.current = range;
    const tell = () => tellSelected(selection, range);
    if (sizeOf(range) === 1) afterKey.now(tell);
    else void afterKey.later(session.idle(), tell);
  };
  return (
    <div className="grid-page">
      <header className="page-head">
        <h1>{props.title}</h1>
        {locked ? (
          <span className="notice">
            已上报，退回后才能修改
            <button type="button" className="link" onClick={() => place.show('checks')}>
              去“审核”退回
            </button>
          </span>
        ) : (
          <span className="muted" title={typeof props.hint === 'string' ? props.hint : undefined}>
            {props.hint}
          </span>
        )}
        <span className="spring" />
        {props.actions}
        {kind === null ? null : (
          <SheetTools kind={kind} budgetId={place.budget.id} lookup={props.lookup} readOnly={readOnly} />
        )}
        <button
          type="button"
          className="button"
          disabled={readOnly || rows === 0}
          title="在所选行上方插入（Ctrl+I）"
          {...focusBack(() => {
            const keys = chosenRows();
            insertRows(session, session.indexOf(keys[0] ?? ''), session.indexOf(keys.at(-1) ?? ''));
          })}
        >
          插入行
        </button>
        <button
          type="button"
          className="button"
          disabled={readOnly || rows === 0}
          title="删除所选行（Ctrl+-），可撤销"
          {...focusBack(() => removeRows(session, chosenRows()))}
        >
          删除{rows > 1 ? ` ${rows} ` : ''}行
        </button>
      </header>
      <Grid
        {...props}
        label={props.title}
        readOnly={readOnly}
        onRefused={() => notify(locked ? LOCKED : (place.book.readOnlyReason ?? '账套现在只能查看。'))}
        goTo={goTo}
        onSelect={onSelect}
        onUsed={(column, value) => noteUsed(column.field, value)}
        takeBlock={paste.takeBlock}
      />
      {paste.dialog}
    </div>
  );
}

function rowToShow(goTo: ReturnType<typeof usePlace>['goTo'], entity: EntityName) {
  return goTo?.kind === 'row' && goTo.entity === entity ? { id: goTo.id, field: goTo.field } : null;
}

/** Sum, count and average of a range; for a single cell what is wrong with it, or its help. */
function statusOf(
  session: GridSession,
  columns: readonly GridColumn[],
  selection: Selection,
  range: Range,
  marks: (row: GridRow) => RowMarks | undefined,
) {
  const row = session.rowAt(selection.active.row);
  const column = columns[selection.active.column];
  const mark = column === undefined ? undefined : marks(row)?.[column.key];
  const told = mark === undefined ? null : explained(mark).replace('\n', '　');
  const problem = (column === undefined ? undefined : row.problems[column.key]) ?? row.reason ?? told;
  const amounts: number[] = [];
  let filled = 0;
  for (let at = range.top; at <= range.bottom; at++) {
    const key = session.keyAt(at);
    if (!isRow(key)) continue;
    const { values } = session.view.contentAt(at);
    for (const each of columns.slice(range.left, range.right + 1)) {
      const value = values[each.key] ?? null;
      if (value === null) continue;
      filled += 1;
      if (each.field.kind === 'fen' && typeof value === 'number') amounts.push(value);
    }
  }
  const summary = sizeOf(range) > 1 ? summarise(amounts, filled) : null;
  const single = sizeOf(range) === 1 && amounts.length === 1 ? (amounts[0] ?? null) : null;
  return { summary, problem, help: column?.field.help ?? null, amount: single };
}
