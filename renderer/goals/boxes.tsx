/** The boxes of a goal sheet that hold one field each: a line, a long text, an amount. */
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { goalSheet } from '../../shared/entities/goal-sheet.ts';
import type { MoneyField, ProseField, SheetField } from '../../shared/goals/form-spec.ts';
import { editText } from '../../shared/intake/show-cell.ts';
import { explained } from '../grid/grid-row.tsx';
import { INDICATOR_LOOKUP } from './cell-text.ts';
import { focusBeside } from './focus-order.ts';
import type { SheetEditor } from './use-sheet-editor.ts';
import { useTextBox } from './use-text-box.ts';

interface BoxProps<F extends SheetField> {
  readonly editor: SheetEditor;
  readonly field: F;
  /** What the box is called by those who do not see it. */
  readonly label: string;
}

/** One line of text, or a date. */
export function LineBox(
  props: BoxProps<SheetField> & { readonly choices?: readonly string[]; readonly grey?: string },
) {
  const { editor, field, label, choices = [], grey = '' } = props;
  const box = useRef<HTMLInputElement>(null);
  const list = useId();
  const text = useTextBox({ box, shown: editor.text(field), onCommit: (typed) => editor.edit(field, typed) });
  return (
    <Marked editor={editor} field={field}>
      <input
        ref={box}
        className="goal-box"
        data-field={field}
        aria-label={label}
        defaultValue={editor.text(field)}
        placeholder={grey}
        readOnly={editor.readOnly}
        autoComplete="off"
        spellCheck={false}
        {...(choices.length === 0 ? {} : { list })}
        {...text.events}
        onBlur={text.commit}
        onKeyDown={(event) => onLineKey(event, text)}
      />
      {choices.length === 0 ? null : (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {choices.length === 0 || editor.readOnly ? null : (
        <AllChoices
          name={label}
          choices={choices}
          shown={editor.text(field)}
          onPick={(choice) => {
            editor.edit(field, choice);
            box.current?.focus();
          }}
        />
      )}
    </Marked>
  );
}

/** For the mouse: the browser's own list of a box offers only what is like the text that already stands in it. */
function AllChoices(props: {
  readonly name: string;
  readonly choices: readonly string[];
  readonly shown: string;
  readonly onPick: (choice: string) => void;
}) {
  const { name, choices, shown } = props;
  return (
    <span className="goal-pick" title="选择">
      ▾
      <select
        tabIndex={-1}
        aria-label={`${name}：可选内容`}
        value={choices.includes(shown) ? shown : ''}
        onChange={(event) => props.onPick(event.target.value)}
      >
        {choices.includes(shown) ? null : <option value="" hidden />}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </span>
  );
}

interface KeyActions {
  readonly commit: () => void;
  readonly restore: () => void;
  readonly isComposing: () => boolean;
}

function onLineKey(event: KeyboardEvent<HTMLElement>, text: KeyActions): void {
  if (event.nativeEvent.isComposing || text.isComposing()) return;
  if (event.key === 'Enter' && !event.ctrlKey) {
    event.preventDefault();
    text.commit();
    focusBeside(event.currentTarget, event.shiftKey ? -1 : 1);
  } else if (event.key === 'Escape') text.restore();
}

/** A pause in typing after which a long text is saved. */
const REST_MS = 2_000;
const GROWS = CSS.supports('field-sizing', 'content');

/** A long text: grows with what is in it, counts its characters. */
export function ProseBox({ editor, field, label }: BoxProps<ProseField>) {
  const box = useRef<HTMLTextAreaElement>(null);
  const shown = editor.text(field);
  const [count, setCount] = useState(() => charactersIn(shown));
  const text = useTextBox({ box, shown, restMs: REST_MS, onCommit: (typed) => editor.edit(field, typed) });
  const { maxLength } = goalSheet.fields[field];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text in the box needs another height and count
  useLayoutEffect(() => {
    if (box.current === null) return;
    setCount(charactersIn(box.current.value));
    growToText(box.current);
  }, [shown]);
  return (
    <Marked editor={editor} field={field}>
      <textarea
        ref={box}
        className="goal-box is-prose"
        data-field={field}
        aria-label={label}
        defaultValue={shown}
        readOnly={editor.readOnly}
        rows={2}
        spellCheck={false}
        {...text.events}
        onInput={(event) => {
          text.events.onInput(event);
          setCount(charactersIn(event.currentTarget.value));
          growToText(event.currentTarget);
        }}
        onBlur={text.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || text.isComposing()) return;
          if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            text.commit();
            focusBeside(event.currentTarget, event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape') text.restore();
        }}
      />
      <span className={count > maxLength ? 'goal-count is-problem' : 'goal-count'}>
        {count} 字{count > maxLength * 0.8 ? `，最多 ${maxLength} 字` : ''}
      </span>
    </Marked>
  );
}

/** Characters as people count them. */
const charactersIn = (text: string): number => [...text].length;

/** Older browsers do not grow a box by themselves. */
function growToText(element: HTMLTextAreaElement): void {
  if (GROWS) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}

/** An amount in 元; ↑ ↓ go along its period. */
export function MoneyBox({ editor, field, label }: BoxProps<MoneyField>) {
  const box = useRef<HTMLInputElement>(null);
  const shown = editor.text(field);
  const text = useTextBox({ box, shown, onCommit: (typed) => editor.edit(field, typed) });
  return (
    <Marked editor={editor} field={field}>
      <span className="goal-money">
        <input
          ref={box}
          className="goal-box is-number"
          data-field={field}
          aria-label={`${label}（元）`}
          inputMode="decimal"
          defaultValue={shown}
          readOnly={editor.readOnly}
          autoComplete="off"
          {...text.events}
          onFocus={(event) => {
            const amount = editor.money[field] ?? null;
            if (amount !== null && editor.mark(field)?.severity !== 'error') {
              text.show(editText(goalSheet.fields[field], amount, INDICATOR_LOOKUP));
            }
            event.currentTarget.select();
          }}
          onBlur={() => {
            text.commit();
            text.show(editor.text(field));
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              focusInPeriod(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
            } else onLineKey(event, text);
          }}
        />
        <span className="goal-unit">元</span>
      </span>
    </Marked>
  );
}

/** The amounts of one period stand below each other. */
function focusInPeriod(from: Element, by: 1 | -1): void {
  const period = from.closest<HTMLElement>('[data-period]')?.dataset.period;
  const boxes = [...document.querySelectorAll<HTMLElement>(`.goal-funding [data-period="${period}"] .goal-box`)];
  boxes[boxes.indexOf(from as HTMLElement) + by]?.focus();
}

/** A box with what is wrong in it, said below. */
function Marked({ editor, field, children }: Omit<BoxProps<SheetField>, 'label'> & { readonly children: ReactNode }) {
  const mark = editor.mark(field);
  return (
    <div className={mark === null ? 'goal-field' : `goal-field has-${mark.severity}`}>
      {children}
      {mark === null ? null : (
        <p className={`goal-mark is-${mark.severity}`} title={explained(mark)}>
          {mark.message}
        </p>
      )}
    </div>
  );
}
