/** What the grid's shortcuts do. Each change is one step of history. */
import { clearRange, fillDown } from './blocks.ts';
import type { GridControls } from './grid-controls.ts';
import type { GridActionKind } from './keys.ts';
import { at, extendTo, rangeOf } from './selection.ts';
import type { GridSession } from './session.ts';
import { BLANK } from './view.ts';

/** Actions that a book opened for looking at allows, too. */
const LOOKING: readonly GridActionKind[] = ['selectAll', 'restore'];

const ACTIONS: Readonly<Record<GridActionKind, (controls: GridControls) => void>> = {
  edit: ({ editor }) => editor.begin('edit', null),
  open: ({ editor }) => editor.begin('edit', null),
  selectAll: ({ select, shape }) =>
    select(extendTo(at(0, 0), { row: Math.max(0, shape.rows - 2), column: shape.columns - 1 }, shape)),
  restore: ({ session, target }) => {
    const active = target();
    if (active !== null) session.restore(active.row.key, active.column.key);
  },
  clear: ({ session, columns, selected, lookup }) => {
    const edits = clearRange(session, columns, rangeOf(selected.current));
    session.edit(edits, `清除${session.options.recordName}内容`, lookup);
  },
  fillDown: ({ session, columns, selected, lookup }) => {
    const edits = fillDown(session, columns, rangeOf(selected.current));
    session.edit(edits, `向下填充${session.options.recordName}`, lookup);
  },
  insertRow: ({ session, selected, select }) => {
    const key = session.insertAt(rangeOf(selected.current).top);
    select(at(session.indexOf(key), selected.current.active.column));
  },
  removeRows: ({ session, selected }) => {
    const { top, bottom } = rangeOf(selected.current);
    session.remove(keysIn(session, top, bottom));
  },
  toggle: ({ session, target, lookup }) => {
    const active = target();
    if (active === null) return;
    const { row, column } = active;
    const label = `修改${session.options.recordName}“${column.field.label}”`;
    session.edit([{ key: row.key, column, value: row.values[column.key] !== true }], label, lookup);
  },
};

export function runAction(action: GridActionKind, controls: GridControls): void {
  if (!controls.readOnly || LOOKING.includes(action)) ACTIONS[action](controls);
}

/** Keys of the rows from `top` to `bottom`, without the blank one. */
export function keysIn(session: GridSession, top: number, bottom: number): readonly string[] {
  const keys = Array.from({ length: bottom - top + 1 }, (_, down) => session.keyAt(top + down));
  return keys.filter((key) => key !== BLANK);
}
