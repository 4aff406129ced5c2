/** The bar that looks through the text of a page that has no grid. Enter goes to the next place, Esc back to the page. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../grid/keys.ts';
import { pageFind, useFindTarget } from './find-target.ts';
import { mark, type Place, placesIn, unmark } from './page-text.ts';
import '../styles/find.css';

const NOTHING: readonly Place[] = [];

export function PageFind() {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [{ places, current }, setFound] = useState({ places: NOTHING, current: -1 });
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  const look = (text: string) => {
    const places = placesIn(root(), text);
    setQuery(text);
    setFound({ places, current: places.length === 0 ? -1 : 0 });
  };
  // The page may have changed meanwhile: it is read again at each step.
  const step = (back: boolean) => {
    const places = placesIn(root(), query);
    const count = places.length;
    setFound({ places, current: count === 0 ? -1 : (current + (back ? -1 : 1) + count) % count });
  };
  useFindTarget({ find: focus, replace: null, step });
  useLayoutEffect(() => mark(places, current), [places, current]);
  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      unmark();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const close = () => pageFind.set(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current) step(event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find-bar page-find" aria-label="在本页查找" onKeyDown={onKeyDown}>
      <input
        ref={input}
        className="input"
        aria-label="查找内容"
        placeholder="在本页查找：文字、编码、金额"
        onChange={({ nativeEvent, target }) => {
          // While composing, the text belongs to the input method.
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) look(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => look(currentTarget.value)}
      />
      <span className="find-count" role="status">
        {query.trim() === '' ? null : places.length === 0 ? '没有找到' : `第 ${current + 1} 处，共 ${places.length} 处`}
      </span>
      <button
        type="button"
        className="button"
        disabled={places.length === 0}
        title="Shift+F3"
        onClick={() => step(true)}
      >
        上一处
      </button>
      <button
        type="button"
        className="button"
        disabled={places.length === 0}
        title="Enter 或 F3"
        onClick={() => step(false)}
      >
        下一处
      </button>
      <button type="button" className="icon-button" aria-label="关闭查找" title="关闭（Esc）" onClick={close}>
        ×
      </button>
    </search>
  );
}

function root(): HTMLElement {
  return document.querySelector<HTMLElement>('main.page') ?? document.body;
}
