/**
 * The indicators of a sheet, laid out as on paper and edited like a grid: levels at the left, the periods side by side.
 * One box that always has the focus lies over the active cell.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { FormFamily, FormLayout } from '../../shared/goals/form-spec.ts';
import type { Choice, Values } from '../../shared/intake/values.ts';
import { cellOf } from '../checks/places.ts';
import { ChoiceList } from '../grid/choice-list.tsx';
import type { MarksById } from '../grid/grid-row.tsx';
import { at, clampTo, type GridShape, type Selection } from '../grid/selection.ts';
import type { GridSession } from '../grid/session.ts';
import { keyOf } from '../grid/view.ts';
import { CellBox } from './cell-box.tsx';
import { cellText } from './cell-text.ts';
import { commitTexts } from './grid-edit.ts';
import {
  type AddedLine,
  columnsOf,
  halvesOf,
  type IndicatorBlock,
  lineOf,
  linesOf,
  type SheetColumn,
  type TreeLine,
} from './grid-rows.ts';
import type { IndicatorControls } from './indicator-controls.ts';
import { IndicatorDetail } from './indicator-detail.tsx';
import { IndicatorSums } from './indicator-sums.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { useCellEditing } from './use-cell-editing.ts';

export interface IndicatorGridProps {
  readonly sheetId: number;
  readonly form: FormFamily;
  readonly layout: FormLayout;
  readonly block: IndicatorBlock;
  readonly session: GridSession;
  readonly readOnly: boolean;
  readonly marks: MarksById;
  /** What the checks say of this sheet. */
  readonly findings: readonly KeptFinding[];
  /** Names to offer under a second level. */
  readonly names: (level2: string) => readonly Choice[];
  /** Operator and unit that usually go with a name. */
  readonly usual: (level2: string, level3: string) => Values;
  /** An indicator, and perhaps a field of it, to go to; a new object goes there again. */
  readonly goTo: { readonly id: number; readonly field: string | null } | null;
  readonly onCopyToAnnual: (ids: readonly number[]) => void;
}

export function IndicatorGrid(props: IndicatorGridProps) {
  const { form, layout, block, session, readOnly, goTo } = props;
  useSyncExternalStore(session.subscribe, session.version);
  const gridId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [added, setAdded] = useState<AddedLine | null>(null);
  const [kept, keep] = useState<Selection>(() => at(0, 0));
  const columns = columnsOf(layout, block);
  const shows = new Set(block.columns.map(({ field }) => field));
  // Read at the moment of use: a commit changes the lines before React draws them.
  const addedNow = useRef<AddedLine | null>(null);
  addedNow.current = added;
  const known = useRef<{ readonly of: readonly unknown[]; readonly lines: readonly TreeLine[] } | null>(null);
  const linesNow = (): readonly TreeLine[] => {
    const of = [session, session.version(), form, addedNow.current];
    if (known.current === null || known.current.of.some((each, index) => each !== of[index])) {
      known.current = { of, lines: linesOf(form, halvesOf(session), addedNow.current) };
    }
    return known.current.lines;
  };
  const lines = linesNow();
  const shape: GridShape = {
    get rows() {
      return linesNow().length;
    },
    columns: columns.length,
    page: 8,
  };
  const selection = clampTo(kept, { rows: lines.length, columns: columns.length, page: 8 });
  const selected = useRef(selection);
  selected.current = selection;
  const select = (next: Selection) => {
    selected.current = next;
    keep(next);
  };
  const add = (line: AddedLine | null) => {
    addedNow.current = line;
    setAdded(line);
  };
  const target = () => {
    const { row, column } = selected.current.active;
    return targetAt(linesNow()[row], columns[column]);
  };

  const editor = useCellEditing({
    box,
    target,
    readOnly,
    names: props.names,
    onCommit: ({ line, column }, text, choice) => {
      const label = `修改绩效指标“${column.label}”`;
      const keys = commitTexts(session, linesNow(), [{ line, column, text }], shows, label);
      const [key] = keys;
      if (choice !== null && key !== undefined && column.field === 'level3') {
        const half = halvesOf(session).find(({ row }) => row.key === key);
        const usual = props.usual(line.group.level2, text);
        // Operator and unit wait for the value; a value that stands there keeps its own.
        if (half !== undefined && half.row.values.value == null) {
          session.lay([{ key, values: usual, typed: {}, problems: {}, waits: false }], label);
        }
      }
      if (addedNow.current !== null && keys.length > 0) add(null);
      const place = key === undefined ? -1 : lineOf(linesNow(), key);
      if (place >= 0)
        select({
          ...selected.current,
          ...at(place, selected.current.active.column),
          tabFrom: selected.current.tabFrom,
        });
    },
  });
  const controls: IndicatorControls = {
    ...{ session, form, columns, shows, readOnly, editor, selected, shape, select, add, target },
    lines: linesNow,
    sheetId: props.sheetId,
    onCopyToAnnual: props.onCopyToAnnual,
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes once per request, and when the row has come
  useEffect(() => {
    if (goTo === null) return;
    const place = lineOf(linesNow(), keyOf(goTo.id));
    if (place < 0) return;
    const period = lines[place]?.halves.annual?.row.id === goTo.id ? 'annual' : 'implementation';
    const column = columns.findIndex(
      (one) => one.period === period && one.field === cellOf('indicator', 'goals', goTo.field),
    );
    const first = columns.findIndex((one) => one.period === period);
    select(at(place, column >= 0 ? column : first));
    box.current?.focus({ preventScroll: true });
  }, [goTo]);

  const latest = useRef(editor);
  latest.current = editor;
  // What is being typed when the sheet goes away is taken along.
  useLayoutEffect(() => () => latest.current.commit(), []);

  const { row, column } = selection.active;
  useLayoutEffect(() => placeBox(frame.current, box.current, row, column));
  useLayoutEffect(() => {
    if (!frame.current?.contains(document.activeElement)) return;
    cellAt(frame.current, row, column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column]);

  const choosing = editor.editing?.choosing ?? null;
  const active = target();
  return (
    <>
      <div className="goal-indicators" ref={frame}>
        <IndicatorTable
          {...props}
          lines={lines}
          columns={columns}
          selection={selection}
          gridId={gridId}
          controls={controls}
          focus={() => box.current?.focus({ preventScroll: true })}
        />
        <CellBox box={box} controls={controls} gridId={gridId} />
        {choosing === null || editor.editing === null ? null : (
          <ChoiceList
            id={`${gridId}-list`}
            choosing={choosing}
            anchor={editor.editing.anchor}
            emptyText="没有匹配的内容。"
            onPick={(index) => {
              editor.commit(index);
              const { active: cell } = selected.current;
              select(at(cell.row, Math.min(columns.length - 1, cell.column + 1)));
            }}
          />
        )}
      </div>
      <IndicatorSums layout={layout} block={block} halves={halvesOf(session)} findings={props.findings} />
      {active === null ? null : <IndicatorDetail target={active} findings={props.findings} controls={controls} />}
    </>
  );
}

function targetAt(line: TreeLine | undefined, column: SheetColumn | undefined) {
  if (line === undefined || column === undefined) return null;
  return { line, column, text: cellText(line.halves[column.period]?.row, column.field) };
}

function cellAt(frame: HTMLElement | null, row: number, column: number): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`) ?? null;
}

/** Lays the box over the active cell. */
function placeBox(frame: HTMLElement | null, box: HTMLElement | null, row: number, column: number): void {
  const cell = cellAt(frame, row, column);
  if (cell === null || box === null) return;
  const style: Partial<CSSStyleDeclaration> = {
    left: `${cell.offsetLeft}px`,
    top: `${cell.offsetTop}px`,
    width: `${cell.offsetWidth}px`,
    minHeight: `${cell.offsetHeight}px`,
  };
  Object.assign(box.style, style);
}
