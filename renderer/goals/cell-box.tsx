/**
 * The one box of the indicators. It always has the focus and lies over the active cell, unseen until something is typed:
 * an input method finds it there before the first key. React never sets its text.
 */
import type { RefObject } from 'react';
import { boxProps } from '../grid/typing-box.ts';
import { onIndicatorCopy, onIndicatorPaste } from './indicator-clipboard.ts';
import type { IndicatorControls } from './indicator-controls.ts';
import { onIndicatorKey } from './indicator-keyboard.ts';

interface CellBoxProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly controls: IndicatorControls;
  readonly gridId: string;
}

export function CellBox({ box, controls, gridId }: CellBoxProps) {
  const { editor } = controls;
  const target = controls.target();
  const label =
    target === null
      ? '绩效指标'
      : `${target.line.group.level2} 第${target.line.at + 1}行 ${target.column.periodName}${target.column.label} ${target.text}`;
  return (
    <textarea
      ref={box}
      className={editor.editing === null ? 'grid-input goal-input' : 'grid-input goal-input is-editing'}
      rows={1}
      aria-label={label.trim()}
      {...boxProps(editor, `${gridId}-list`)}
      readOnly={controls.readOnly}
      onKeyDown={(event) => onIndicatorKey(event, controls)}
      onCopy={(event) => onIndicatorCopy(event, controls, false)}
      onCut={(event) => onIndicatorCopy(event, controls, true)}
      onPaste={(event) => onIndicatorPaste(event, controls)}
    />
  );
}
