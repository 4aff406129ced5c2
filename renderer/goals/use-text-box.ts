/**
 * A box of text that React never writes into while somebody types: an input method may be composing there. What was
 * typed is committed when the box is left, when typing rests (long texts), and when the page goes away.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type Box = HTMLInputElement | HTMLTextAreaElement;

interface TextBoxOptions<B extends Box> {
  readonly box: RefObject<B | null>;
  /** What the box shows when nobody types. */
  readonly shown: string;
  readonly onCommit: (text: string) => void;
  /** Commits after so long a pause in typing; absent = only when the box is left. */
  readonly restMs?: number;
}

export function useTextBox<B extends Box>({ box, shown, onCommit, restMs }: TextBoxOptions<B>) {
  const put = useRef(shown);
  const typed = useRef<string | null>(null);
  const composing = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onCommit);
  latest.current = onCommit;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const untouched = element.value === put.current || typed.current === null;
    if (untouched && !composing.current) element.value = shown;
    put.current = shown;
  }, [box, shown]);

  const commit = () => {
    clearTimeout(resting.current);
    const text = typed.current;
    typed.current = null;
    if (text !== null && text !== put.current) latest.current(text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the box goes away, whatever it holds then
  useEffect(() => commit, []);

  return {
    commit,
    isComposing: () => composing.current,
    /** Puts the box back to what it showed. */
    restore: () => {
      clearTimeout(resting.current);
      typed.current = null;
      if (box.current !== null) box.current.value = put.current;
    },
    /** Shows another text while the box is edited, e.g. an amount without separators. */
    show: (text: string) => {
      if (box.current === null || typed.current !== null) return;
      box.current.value = text;
      put.current = text;
    },
    events: {
      onInput: (event: { readonly currentTarget: B }) => {
        typed.current = event.currentTarget.value;
        clearTimeout(resting.current);
        if (restMs !== undefined && !composing.current) resting.current = setTimeout(commit, restMs);
      },
      onCompositionStart: () => {
        composing.current = true;
        clearTimeout(resting.current);
      },
      onCompositionEnd: (event: { readonly currentTarget: B }) => {
        composing.current = false;
        typed.current = event.currentTarget.value;
        if (restMs !== undefined) resting.current = setTimeout(commit, restMs);
      },
    },
  };
}
