/** The list under the cell being edited. The keyboard stays with the cell's input; the list only shows and takes clicks. */
import { useLayoutEffect, useRef } from 'react';
import { CHOICE_LIMIT, type Choosing } from './choosing.ts';

interface ChoiceListProps {
  readonly id: string;
  readonly choosing: Choosing;
  /** The cell, in window coordinates. */
  readonly anchor: DOMRect;
  readonly emptyText: string;
  readonly onPick: (index: number) => void;
}

const MAX_HEIGHT = 280;

export function ChoiceList({ id, choosing, anchor, emptyText, onPick }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { choices, highlight, near, make } = choosing;
  useLayoutEffect(() => {
    list.current?.querySelector(`[data-choice="${highlight}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [highlight]);
  const below = window.innerHeight - anchor.bottom;
  const place =
    below < MAX_HEIGHT && anchor.top > below ? { bottom: window.innerHeight - anchor.top } : { top: anchor.bottom };
  const left = Math.max(4, Math.min(anchor.left, window.innerWidth - 420));
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="可选内容"
      className="choice-list"
      style={{ ...place, left, minWidth: anchor.width, maxHeight: MAX_HEIGHT }}
      onMouseDown={(event) => {
        // The focus stays with the cell's input.
        event.preventDefault();
        const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-choice]') : null;
        if (place?.dataset.choice !== undefined) onPick(Number.parseInt(place.dataset.choice, 10));
      }}
    >
      {choices.length === 0 ? <div className="choice-empty">{emptyText}</div> : null}
      {near === true && choices.length > 0 ? (
        <div className="choice-empty">列表中没有，相近的有（↓ 选取）：</div>
      ) : null}
      {choices.map((choice, index) => (
        <div
          key={`${choice.code}|${String(choice.value)}`}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === highlight}
          className={index === highlight ? 'choice is-highlighted' : 'choice'}
          data-choice={index}
          tabIndex={-1}
        >
          {choice.code === '' ? null : <span className="choice-code">{choice.code}</span>}
          <span className="choice-label">{choice.label}</span>
          {choice.path === '' ? null : <span className="choice-path">{choice.path}</span>}
        </div>
      ))}
      {choices.length < CHOICE_LIMIT ? null : (
        <div className="choice-empty">最多列 {CHOICE_LIMIT} 项，打编码、名称或拼音首字母找其余的。</div>
      )}
      {make === undefined ? null : (
        <div
          role="option"
          id={`${id}-${choices.length}`}
          aria-selected={highlight === choices.length}
          className={highlight === choices.length ? 'choice is-highlighted' : 'choice'}
          data-choice={choices.length}
          tabIndex={-1}
        >
          <span className="choice-label">新建“{make}”</span>
        </div>
      )}
    </div>
  );
}
