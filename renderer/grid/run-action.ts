/** What the grid's shortcuts do. Each change is one step of history. */
import { notify } from '../ui/toasts.tsx';
import { clearRange, fillDown } from './blocks.ts';
import { fillSeries } from './fill.ts';
import type { GridControls } from './grid-controls.ts';
import type { GridActionKind } from './keys.ts';
import { keysIn, moveBy, selectKeys } from './move-rows.ts';
import { at, extendTo, rangeOf } from './selection.ts';
import type { GridSession } from './session.ts';

/** Actions that a book opened for looking at allows, too. */
const LOOKING: readonly GridActionKind[] = [
  'selectAll',
  'selectRows',
  'selectColumns',
  'restore',
  'columnMenu',
  'renew',
];

const ACTIONS: Readonly<Record<GridActionKind, (controls: GridControls) => void>> = {
  edit: ({ editor }) => editor.begin('edit', null),
  open: ({ editor }) => editor.begin('edit', null),
  selectAll: ({ select, shape }) =>
    select(extendTo(at(0, 0), { row: Math.max(0, shape.rows - 2), column: shape.columns - 1 }, shape), 'stay'),
  restore: ({ session, target, cut, setCut }) => {
    const active = target();
    if (cut !== null) setCut(null);
    else if (active !== null) session.restore(active.row.key, active.column.key);
  },
  clear: ({ session, columns, selected, lookup }) => {
    const range = rangeOf(selected.current);
    // Rows without content would be nothing but errors.
    if (range.left === 0 && range.right === columns.length - 1) {
      removeRows(session, keysIn(session, range.top, range.bottom));
      return;
    }
    const edits = clearRange(session, columns, range);
    session.edit(edits, `清除${session.options.recordName}内容`, lookup);
  },
  fillDown: ({ session, columns, selected, lookup }) => {
    const edits = fillDown(session, columns, rangeOf(selected.current));
    session.edit(edits, `向下填充${session.options.recordName}`, lookup);
  },
  fillSeries: ({ session, columns, selected, lookup }) => {
    const edits = fillSeries(session, columns, rangeOf(selected.current));
    session.edit(edits, `递增填充${session.options.recordName}`, lookup);
  },
  selectRows: ({ selected, select, shape }) => {
    const { anchor, lead } = selected.current;
    select(extendTo(at(anchor.row, 0), { row: lead.row, column: shape.columns - 1 }, shape));
  },
  selectColumns: ({ selected, select, shape }) => {
    const { anchor, lead } = selected.current;
    select(extendTo(at(0, anchor.column), { row: Math.max(0, shape.rows - 2), column: lead.column }, shape), 'stay');
  },
  insertRow: (controls) => {
    const { session, selected } = controls;
    const { top, bottom } = rangeOf(selected.current);
    const keys = insertRows(session, top, bottom);
    const { column } = selected.current.active;
    selectKeys(controls, keys, column, column);
  },
  removeRows: ({ session, selected }) => {
    const { top, bottom } = rangeOf(selected.current);
    removeRows(session, keysIn(session, top, bottom));
  },
  moveUp: (controls) => moveBy(controls, -1),
  moveDown: (controls) => moveBy(controls, 1),
  columnMenu: ({ openMenu, selected }) => openMenu(selected.current.active.column),
  renew: ({ session, arrange }) => arrange(session.view.arrangement),
  toggle: ({ session, target, lookup }) => {
    const active = target();
    if (active === null) return;
    const { row, column } = active;
    const label = `修改${session.options.recordName}“${column.field.label}”`;
    session.edit([{ key: row.key, column, value: row.values[column.key] !== true }], label, lookup);
  },
};

/** Whether an action may be done. */
export function allows(action: GridActionKind, readOnly: boolean): boolean {
  return !readOnly || LOOKING.includes(action);
}

export function runAction(action: GridActionKind, controls: GridControls): void {
  if (allows(action, controls.readOnly)) ACTIONS[action](controls);
}

/** Removes rows and says whether they can be had back: rows that were never saved are no step of the history. */
export function removeRows(session: GridSession, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const undoable = session.remove(keys);
  notify(`已删除 ${keys.length} 行，${undoable > 0 ? '可撤销（Ctrl+Z）' : '还没有保存过，不能撤销'}。`);
}

/** At most so many rows are inserted at once: a whole column may be selected. */
const MOST_INSERTED = 100;

/** Makes as many new rows above a range as it has rows, and answers their keys. */
export function insertRows(session: GridSession, top: number, bottom: number): readonly string[] {
  const count = Math.min(bottom - top + 1, MOST_INSERTED);
  const first = session.insertAt(top);
  const from = session.indexOf(first);
  return [first, ...Array.from({ length: count - 1 }, (_, down) => session.insertAt(from + 1 + down))];
}
