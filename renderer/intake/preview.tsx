/** A block looked over before it counts: options above, rows in the middle, the active cell's problem below. */
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { IntakeSummary, RowState } from '../../shared/intake/shown.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { isComposing } from '../grid/keys.ts';
import type { PreviewModel } from './preview-model.ts';
import { PreviewOptions } from './preview-options.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemBar } from './problem-bar.tsx';
import { useCursor } from './use-cursor.ts';

export interface PreviewFilter {
  readonly id: string;
  readonly label: string;
  readonly states: readonly RowState[];
}

interface PreviewProps {
  readonly model: PreviewModel;
  readonly lookup: CellLookup;
  readonly remembered: boolean;
  readonly filters: readonly PreviewFilter[];
  readonly input: RefObject<HTMLInputElement | null>;
  readonly options?: React.ReactNode;
  readonly onApply: () => void;
  readonly onMakeProjects: (names: readonly string[]) => void;
}

const PAGE = 10;

/** The model's summary, drawn again when it changes. */
export function useSummary(model: PreviewModel): IntakeSummary {
  useSyncExternalStore(model.subscribe, model.version);
  return model.summary();
}

export function Preview(props: PreviewProps) {
  const { model, filters, input } = props;
  const summary = useSummary(model);
  const [filterId, setFilter] = useState('all');
  const filter = filters.find(({ id }) => id === filterId);
  const visible = useMemo(() => rowsIn(summary.states, filter?.states ?? []), [summary.states, filter]);
  const columns = Math.max(summary.uses.length, summary.labels.length);

  const cursor = useCursor({
    input,
    rows: visible.length,
    columns,
    page: PAGE,
    textAt: (row, column) => model.row(visible[row] ?? -1)?.cells[column]?.text ?? '',
    mend: (row, column, text) => {
      const source = visible[row];
      if (source !== undefined) model.mend(source, column, text, false);
    },
  });
  const shown = model.row(visible[cursor.row] ?? -1);

  const goToProblem = (back: boolean) => {
    const found = nextProblem(model, summary.states, visible, cursor, back);
    if (found === null) return;
    if (found.place < 0) setFilter('all');
    else cursor.go(found.place, found.column);
    input.current?.focus({ preventScroll: true });
  };
  const suggestion = (place: number) => {
    const cell = shown?.cells[cursor.column];
    const chosen = cell?.suggestions[place];
    if (shown === null || chosen === undefined) return;
    model.mend(shown.row, cursor.column, chosen.text, true);
    input.current?.focus({ preventScroll: true });
  };
  const root = useRef<HTMLDivElement>(null);
  const keys = useRef({ goToProblem, apply: props.onApply });
  keys.current = { goToProblem, apply: props.onApply };
  useEffect(() => {
    // Good anywhere in the dialog, also while the unit is chosen.
    const dialog = root.current?.closest('dialog');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      if (event.key === 'F7') keys.current.goToProblem(event.shiftKey);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keys.current.apply();
      else return;
      event.preventDefault();
    };
    dialog?.addEventListener('keydown', onKeyDown);
    return () => dialog?.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className="intake" ref={root}>
      <PreviewOptions model={model} summary={summary} lookup={props.lookup} remembered={props.remembered} />
      <div className="intake-filter">
        <span className="segmented" role="radiogroup" aria-label="显示">
          {filters.map(({ id, label, states }) => (
            <label key={id} className={filterId === id ? 'is-on' : undefined}>
              <input type="radio" name="intake-filter" checked={filterId === id} onChange={() => setFilter(id)} />
              {label} {id === 'all' ? summary.states.replaceAll(' ', '').length : countOf(summary.states, states)}
            </label>
          ))}
        </span>
        {props.options}
      </div>
      <PreviewTable
        model={model}
        summary={summary}
        visible={visible}
        cursor={cursor}
        input={input}
        onSuggestion={suggestion}
      />
      <ProblemBar
        model={model}
        summary={summary}
        row={shown}
        column={cursor.column}
        onSuggestion={suggestion}
        onNext={goToProblem}
        onMakeProjects={() => {
          props.onMakeProjects(summary.unknownProjects);
          input.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

function countOf(states: string, wanted: readonly RowState[]): number {
  let count = 0;
  for (const state of states) if ((wanted as readonly string[]).includes(state)) count += 1;
  return count;
}

/** Rows in the given states; without any given all but blank ones and heads. */
function rowsIn(states: string, wanted: readonly RowState[]): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < states.length; row++) {
    const state = states[row] ?? ' ';
    if (wanted.length === 0 ? state !== ' ' : (wanted as readonly string[]).includes(state)) rows.push(row);
  }
  return rows;
}

/** The next cell to mend behind (or before) the cursor, going round. `place` -1: it is in a row that is not on screen. */
function nextProblem(
  model: PreviewModel,
  states: string,
  visible: readonly number[],
  cursor: { readonly row: number; readonly column: number; readonly quiet: boolean },
  back: boolean,
): { readonly place: number; readonly column: number } | null {
  const cells = (source: number) => {
    const row = model.row(source);
    return row === null ? [] : row.cells.flatMap((cell, column) => (cell.reason === null ? [] : [column]));
  };
  const here = visible[cursor.row] ?? -1;
  const inRow = cells(here).filter((column) =>
    back ? column < cursor.column : column > cursor.column || cursor.quiet,
  );
  const next = back ? inRow.at(-1) : inRow[0];
  if (next !== undefined) return { place: cursor.row, column: next };
  for (let step = 1; step <= visible.length; step++) {
    const place = (cursor.row + (back ? -step : step) + visible.length) % visible.length;
    const source = visible[place] ?? -1;
    if (states[source] !== 'b') continue;
    const wrong = cells(source);
    return { place, column: (back ? wrong.at(-1) : wrong[0]) ?? cursor.column };
  }
  return states.includes('b') ? { place: -1, column: 0 } : null;
}
