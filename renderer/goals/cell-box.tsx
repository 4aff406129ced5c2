/**
 * The one box of the indicators. It always has the focus and lies over the active cell, unseen until something is typed:
 * an input method finds it there before the first key. React never sets its text.
 */
import type { RefObject } from 'react';
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
  const choosing = editor.editing?.choosing ?? null;
  const list = `${gridId}-list`;
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
      {...(choosing === null
        ? {}
        : {
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': list,
            ...(choosing.highlight < 0 ? {} : { 'aria-activedescendant': `${list}-${choosing.highlight}` }),
          })}
      autoComplete="off"
      spellCheck={false}
      readOnly={controls.readOnly}
      onKeyDown={(event) => onIndicatorKey(event, controls)}
      onInput={({ nativeEvent, currentTarget }) => {
        // While composing, the text belongs to the input method; the list follows once a word is confirmed.
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) editor.typed(currentTarget.value);
      }}
      onCompositionStart={() => {
        if (editor.current() === null) editor.begin('type', '');
      }}
      onCompositionEnd={({ currentTarget }) => editor.typed(currentTarget.value)}
      onCopy={(event) => onIndicatorCopy(event, controls, false)}
      onCut={(event) => onIndicatorCopy(event, controls, true)}
      onPaste={(event) => onIndicatorPaste(event, controls)}
      onBlur={() => editor.commit()}
    />
  );
}
