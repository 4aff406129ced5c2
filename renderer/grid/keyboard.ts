/** Key presses in the grid's input: the input method's own, those of a cell being edited, and all others. */
import type { KeyboardEvent } from 'react';
import { commandFor } from '../commands/commands.ts';
import { shortcutOf } from '../commands/shortcut.ts';
import type { GridControls } from './grid-controls.ts';
import { actionOf, isComposing, motionOf } from './keys.ts';
import { runAction } from './run-action.ts';

export function onGridKey(event: KeyboardEvent<HTMLInputElement>, controls: GridControls): void {
  if (isComposing(event.nativeEvent)) return;
  const used = controls.editor.current() === null ? keyOnCell(event, controls) : keyWhileEditing(event, controls);
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Answers whether the key was used; unused ones are text, or the window's. */
function keyOnCell(event: KeyboardEvent, controls: GridControls): boolean {
  const motion = motionOf(event);
  if (motion !== null) {
    controls.goBy(motion);
    return true;
  }
  const action = actionOf(event);
  if (action === null) return false;
  if (action === 'toggle') return toggle(controls);
  runAction(action, controls);
  return true;
}

/** The space bar closes a group or ticks a box; anywhere else it is text. */
function toggle(controls: GridControls): boolean {
  const target = controls.target();
  if (target?.row.heading !== undefined) controls.session.toggleGroup(target.row.key);
  else if (target?.column.field.kind === 'boolean') runAction('toggle', controls);
  else return false;
  return true;
}

function keyWhileEditing(event: KeyboardEvent, { editor, goBy }: GridControls): boolean {
  const state = editor.current();
  // A command of the window that is good while typing, such as going to another page, takes what was typed along.
  if (commandFor(shortcutOf(event), true) !== null) {
    editor.commit();
    return false;
  }
  const arrow = event.key.startsWith('Arrow') && !event.altKey;
  if (event.key === 'Escape') editor.cancel();
  else if (event.key === 'F2') editor.toEditMode();
  else if (state?.choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    editor.step(event.key === 'ArrowDown' ? 1 : -1);
  } else {
    const motion = motionOf(event);
    const commits = motion?.kind === 'tab' || motion?.kind === 'enter' || (arrow && state?.mode === 'type');
    if (motion === null || !commits) return false;
    editor.commit();
    goBy(motion);
  }
  return true;
}
