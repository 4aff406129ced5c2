/** Key presses in the grid's input: the input method's own, those of a cell being edited, and all others. */
import type { KeyboardEvent } from 'react';
import type { GridControls } from './grid-controls.ts';
import { actionOf, isComposing, motionOf } from './keys.ts';
import { runAction } from './run-action.ts';
import { keyWhileEditing } from './typing-box.ts';

export function onGridKey(event: KeyboardEvent<HTMLInputElement>, controls: GridControls): void {
  if (isComposing(event.nativeEvent)) return;
  const used =
    controls.editor.current() === null
      ? keyOnCell(event, controls)
      : keyWhileEditing(event, controls.editor, (motion) => {
          controls.goBy(motion);
          return true;
        });
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
