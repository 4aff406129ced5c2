/** Key presses in the grid's input: the input method's own, those of a cell being edited, and all others. */
import type { KeyboardEvent } from 'react';
import { editable, rowsIn } from './blocks.ts';
import type { GridControls } from './grid-controls.ts';
import { actionOf, isComposing, motionOf } from './keys.ts';
import { runAction } from './run-action.ts';
import { rangeOf } from './selection.ts';
import { keyWhileEditing } from './typing-box.ts';

export function onGridKey(event: KeyboardEvent<HTMLInputElement>, controls: GridControls): void {
  if (isComposing(event.nativeEvent)) return;
  const used = fillsRange(event, controls)
    ? true
    : controls.editor.current() === null
      ? keyOnCell(event, controls)
      : keyWhileEditing(event, controls.editor, (motion) => {
          controls.goBy(motion);
          return true;
        });
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Ctrl+Enter commits what is being typed into every cell of the selection. */
function fillsRange(event: KeyboardEvent, { editor, session, columns, selected, target }: GridControls): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || editor.current() === null) return false;
  const range = rangeOf(selected.current);
  const active = target();
  const others = rowsIn(session, range.top, range.bottom).flatMap((place) => {
    const row = session.rowAt(place);
    return editable(columns, range).map((column) => ({ row, column }));
  });
  editor.commit(
    undefined,
    others.filter(({ row, column }) => row.key !== active?.row.key || column !== active.column),
  );
  return true;
}

/** Answers whether the key was used; unused ones are text, or the window's. */
function keyOnCell(event: KeyboardEvent, controls: GridControls): boolean {
  const motion = motionOf(event);
  if (motion !== null) {
    controls.goBy(motion);
    return true;
  }
  if (controls.readOnly && wouldChange(event)) controls.onRefused();
  const action = actionOf(event);
  if (action === null) return false;
  if (action === 'toggle') return toggle(controls);
  // With nothing to give up, Escape belongs to the window.
  if (action === 'restore' && nothingToGiveUp(controls)) return false;
  runAction(action, controls);
  return true;
}

/** A key that begins to change the cell, were that allowed. */
function wouldChange({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isText = key.length === 1 && !ctrlKey && !metaKey && !altKey;
  return isText || ['F2', 'Delete', 'Backspace'].includes(key);
}

function nothingToGiveUp({ target, cut }: GridControls): boolean {
  if (cut !== null) return false;
  const state = target()?.row.state;
  return state === 'saved' || state === 'blank' || state === 'heading';
}

/** The space bar closes a group or ticks a box; anywhere else it is text. */
function toggle(controls: GridControls): boolean {
  const target = controls.target();
  if (target?.row.heading !== undefined) controls.session.toggleGroup(target.row.key);
  else if (target?.column.field.kind === 'boolean') runAction('toggle', controls);
  else return false;
  return true;
}
