/** The bar for finding and replacing, above the rows. Enter goes to the next match, Esc back to the grid. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { titleOf } from '../arrange/words.ts';
import type { GridColumn } from '../column.ts';
import { isComposing } from '../keys.ts';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  readonly columns: readonly GridColumn[];
  /** The active column: what 本列 means. */
  readonly column: number;
  /** Rows are hidden by a filter and not looked through. */
  readonly filtered: boolean;
  readonly onLeave: () => void;
}

export function FindBar({ find, columns, column, filtered, onLeave }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState('');
  const { matches, current, progress, mode } = find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the bar is asked for
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [find.asked]);
  const leave = () => {
    find.close();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    find.step(event.shiftKey);
  };
  const nothing = matches.length === 0;
  const only = find.only === null ? undefined : columns[find.only];
  return (
    <search className="find-bar" aria-label="查找" onKeyDown={onKeyDown}>
      <input
        ref={input}
        className="input"
        aria-label="查找内容"
        placeholder="查找：文字、编码、金额"
        defaultValue={find.query}
        onChange={({ nativeEvent, target }) => {
          // While composing, the text belongs to the input method.
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) find.setQuery(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => find.setQuery(currentTarget.value)}
        onKeyDown={onEnter}
      />
      <select
        className="select"
        aria-label="查找范围"
        value={find.only === null ? 'all' : 'one'}
        onChange={({ target }) => find.setOnly(target.value === 'one' ? column : null)}
      >
        <option value="all">所有列</option>
        <option value="one">只在“{titleOf(only ?? columns[column] ?? NO_COLUMN)}”</option>
      </select>
      <span className="find-count" role="status">
        {find.query.trim() === '' ? null : progress !== null ? (
          <>
            已找到 {matches.length} 处 <progress value={progress} max={1} />
          </>
        ) : nothing ? (
          '没有找到'
        ) : current < 0 ? (
          `共 ${matches.length} 处`
        ) : (
          `第 ${current + 1} 处，共 ${matches.length} 处`
        )}
        {filtered ? '（只查显示的行）' : null}
      </span>
      <button type="button" className="button" disabled={nothing} title="Shift+F3" onClick={() => find.step(true)}>
        上一处
      </button>
      <button type="button" className="button" disabled={nothing} title="Enter 或 F3" onClick={() => find.step(false)}>
        下一处
      </button>
      {mode === 'replace' ? (
        <>
          <input
            className="input"
            aria-label="替换为"
            placeholder="替换为"
            value={by}
            onChange={({ target }) => setBy(target.value)}
          />
          <button type="button" className="button" disabled={current < 0} onClick={() => find.replaceOne(by)}>
            替换
          </button>
          <button
            type="button"
            className="button"
            disabled={nothing || progress !== null}
            title="一步完成，可撤销"
            onClick={() => find.replaceAll(by)}
          >
            全部替换
          </button>
        </>
      ) : null}
      <span className="spring" />
      <button type="button" className="icon-button" aria-label="关闭查找" title="关闭（Esc）" onClick={leave}>
        ×
      </button>
    </search>
  );
}

const NO_COLUMN: GridColumn = { key: '', field: { kind: 'text', label: '', maxLength: 0 }, width: 0 };
