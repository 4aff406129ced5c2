/** What the keys of the indicators do. Each change is one step of history. */
import type { GridActionKind } from '../grid/keys.ts';
import { at, extendTo, rangeOf } from '../grid/selection.ts';
import { takeState } from '../state/events.ts';
import { sendRows } from '../state/send-rows.ts';
import { notifyFailure } from '../ui/toasts.tsx';
import { cellText } from './cell-text.ts';
import { type CellText, commitTexts } from './grid-edit.ts';
import { lineOf, type TreeLine } from './grid-rows.ts';
import type { IndicatorControls } from './indicator-controls.ts';
import type { IndicatorActionKind } from './keys.ts';

type Action = (controls: IndicatorControls) => void;

/** Actions of grids that are not here, such as sorting, have no meaning in a sheet. */
const ACTIONS: Readonly<Partial<Record<GridActionKind | IndicatorActionKind, Action>>> = {
  edit: ({ editor }) => editor.begin('edit', null),
  open: ({ editor }) => editor.begin('edit', null, true),
  selectAll: ({ select, shape }) =>
    select(extendTo(at(0, 0), { row: shape.rows - 1, column: shape.columns - 1 }, shape)),
  selectRows: ({ selected, select, shape }) => {
    const { anchor, lead } = selected.current;
    select(extendTo(at(anchor.row, 0), { row: lead.row, column: shape.columns - 1 }, shape));
  },
  selectColumns: ({ selected, select, shape }) => {
    const { anchor, lead } = selected.current;
    select(extendTo(at(0, anchor.column), { row: shape.rows - 1, column: lead.column }, shape));
  },
  restore: ({ session, target, add }) => {
    const active = target();
    if (active === null) return;
    const half = active.line.halves[active.column.period];
    if (half === null) add(null);
    else session.restore(half.row.key, active.column.field);
  },
  clear: (controls) => {
    const texts = textsIn(controls, () => '');
    commitTexts(controls.session, controls.lines(), texts, controls.shows, '清除绩效指标内容');
  },
  fillDown: (controls) => {
    const { top, bottom } = rangeOf(controls.selected.current);
    const lines = controls.lines();
    const from = lines[top === bottom ? top - 1 : top];
    if (from === undefined) return;
    const texts = textsIn(controls, ({ column }) => cellText(from.halves[column.period]?.row, column.field));
    commitTexts(
      controls.session,
      lines,
      texts.filter(({ line }) => line !== from),
      controls.shows,
      '向下填充绩效指标',
    );
  },
  insertRow: ({ selected, select, add, target }) => {
    const active = target();
    if (active === null) return;
    const { group, at: place, halves } = active.line;
    // An empty line takes what is typed; a second one would only be in the way.
    if (halves.implementation === null && halves.annual === null) return;
    add({ level1: group.level1, level2: group.level2, at: place + 1 });
    select(at(selected.current.active.row + 1, selected.current.active.column));
  },
  removeRows: ({ session, selected, lines, add }) => {
    const { top, bottom } = rangeOf(selected.current);
    const keys = lines()
      .slice(top, bottom + 1)
      .flatMap(({ halves }) => [halves.implementation, halves.annual])
      .flatMap((half) => (half === null ? [] : [half.row.key]));
    add(null);
    if (keys.length > 0) session.remove(keys);
  },
  moveUp: (controls) => void move(controls, -1),
  moveDown: (controls) => void move(controls, 1),
  copyToAnnual: ({ selected, lines, onCopyToAnnual }) => {
    const { top, bottom } = rangeOf(selected.current);
    const ids = lines()
      .slice(top, bottom + 1)
      .flatMap(({ halves }) => halves.implementation?.row.id ?? []);
    if (ids.length > 0) onCopyToAnnual(ids);
  },
};

/** Actions that a book opened for looking at allows, too. */
const LOOKING: readonly (GridActionKind | IndicatorActionKind)[] = [
  'selectAll',
  'selectRows',
  'selectColumns',
  'restore',
];

/** Answers whether the key means anything here. */
export function runIndicatorAction(action: GridActionKind | IndicatorActionKind, controls: IndicatorControls): boolean {
  const run = ACTIONS[action];
  if (run === undefined) return false;
  if (!controls.readOnly || LOOKING.includes(action)) run(controls);
  return true;
}

/** Every cell of the selected range with a text. */
function textsIn(
  { lines, columns, selected }: IndicatorControls,
  textOf: (cell: Omit<CellText, 'text'>) => string,
): readonly CellText[] {
  const { top, bottom, left, right } = rangeOf(selected.current);
  return lines()
    .slice(top, bottom + 1)
    .flatMap((line) =>
      columns.slice(left, right + 1).map((column) => ({ line, column, text: textOf({ line, column }) })),
    );
}

/** Puts a line above the one before it, or below the next; from the edge of its group it goes into the next group. */
async function move(controls: IndicatorControls, by: 1 | -1): Promise<void> {
  const { lines, selected, select, sheetId, session } = controls;
  const place = selected.current.active.row;
  const all = lines();
  const [line, other] = [all[place], all[place + by]];
  if (line === undefined || other === undefined) return;
  // What is still being typed has no place in the book yet.
  await session.idle();
  const within = line.group === other.group;
  const [upper, lower] = by < 0 ? [other, line] : [line, other];
  const moved = within ? raised(controls, upper, lower) : intoGroup(controls, line, other);
  if (moved.length === 0) return;
  const answer = await sendRows('indicator', sheetId, '移动绩效指标', moved, []);
  if (!answer.ok) return notifyFailure(answer.failure);
  const key = line.halves.implementation?.row.key ?? line.halves.annual?.row.key ?? '';
  // The selection goes along once the rows stand in their new order.
  const stop = session.subscribe(() => {
    stop();
    const now = lineOf(lines(), key);
    if (now >= 0) select(at(now, selected.current.active.column));
  });
  takeState(answer.state);
}

/** The lower line's indicators at the places of the upper one's. */
function raised({ session }: IndicatorControls, upper: TreeLine, lower: TreeLine) {
  return (['implementation', 'annual'] as const).flatMap((period) => {
    const [goes, stays] = [stored(session, lower, period), stored(session, upper, period)];
    return goes === undefined || stays === undefined ? [] : [{ ...goes, position: stays.position }];
  });
}

/** The line's indicators under the second level of another line; their order in the sheet stays. */
function intoGroup({ session }: IndicatorControls, line: TreeLine, other: TreeLine) {
  const { level1, level2 } = other.group;
  return (['implementation', 'annual'] as const).flatMap((period) => {
    const goes = stored(session, line, period);
    if (goes === undefined) return [];
    return [{ ...goes, position: null, values: { ...goes.values, level1, level2 } }];
  });
}

function stored(
  { options: { store } }: IndicatorControls['session'],
  line: TreeLine,
  period: 'implementation' | 'annual',
) {
  const id = line.halves[period]?.row.id ?? null;
  const row = id === null ? undefined : store.get(id);
  return row === undefined
    ? undefined
    : { id: row.id, revision: row.revision, position: row.position, values: row.values };
}
