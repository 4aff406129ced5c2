/** Key presses in the box over the indicators: the input method's own, those of a cell being edited, and all others. */
import type { KeyboardEvent } from 'react';
import { actionOf, isComposing, motionOf } from '../grid/keys.ts';
import { type Motion, move } from '../grid/selection.ts';
import { keyWhileEditing } from '../grid/typing-box.ts';
import { cellText } from './cell-text.ts';
import { runIndicatorAction } from './indicator-actions.ts';
import type { IndicatorControls } from './indicator-controls.ts';
import { indicatorActionOf } from './keys.ts';

export function onIndicatorKey(event: KeyboardEvent<HTMLTextAreaElement>, controls: IndicatorControls): void {
  if (isComposing(event.nativeEvent)) return;
  const used =
    controls.editor.current() === null
      ? onCell(event, controls)
      : keyWhileEditing(event, controls.editor, (motion) => go(motion, controls));
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Moves the selection; answers false where Tab leaves the indicators at their first or last cell. */
function go(motion: Motion, { selected, shape, select, lines, columns }: IndicatorControls): boolean {
  const { row, column } = selected.current.active;
  const [first, last] = [row === 0 && column === 0, row === shape.rows - 1 && column === shape.columns - 1];
  if (motion.kind === 'tab' && (motion.back ? first : last)) return false;
  const now = lines();
  select(
    move(selected.current, motion, shape, (cell) => {
      const one = columns[cell.column];
      return one !== undefined && cellText(now[cell.row]?.halves[one.period]?.row, one.field) !== '';
    }),
  );
  return true;
}

function onCell(event: KeyboardEvent, controls: IndicatorControls): boolean {
  const own = indicatorActionOf(event);
  const motion = own === null ? motionOf(event) : null;
  if (motion !== null) return go(motion, controls);
  const action = own ?? actionOf(event);
  return action !== null && runIndicatorAction(action, controls);
}
