/** A sentence that can be edited around its figures. The text is written into only while nobody types in it. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { chips, type TextOf, tellTexts } from './chips.ts';

export interface SentenceBoxProps {
  readonly label: string;
  readonly text: string;
  readonly textOf: TextOf;
  readonly placeholder: string;
  readonly readOnly: boolean;
  /** A new number puts the cursor into the box. */
  readonly focus: number;
  readonly onText: (text: string) => void;
  /** Gives a function that puts a text where the cursor is. */
  readonly onReady: (insert: (text: string) => void) => void;
}

/** Typing rests this long before it is saved. */
const REST_MS = 700;

export function SentenceBox({ label, text, textOf, placeholder, readOnly, focus, onText, onReady }: SentenceBoxProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const locked = useRef(new Compartment());
  /** What was typed and not handed on yet. */
  const typed = useRef<string | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onText);
  latest.current = onText;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes is told it below
  useEffect(() => {
    if (host.current === null) return;
    const commit = () => {
      clearTimeout(resting.current);
      // An input method that composes has not said its last word.
      if (typed.current === null || editor.composing) return;
      latest.current(typed.current);
      typed.current = null;
    };
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          chips,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          placeholderText(placeholder),
          locked.current.of(EditorState.readOnly.of(readOnly)),
          EditorView.updateListener.of(({ docChanged, transactions, state }) => {
            if (!docChanged || transactions.some((each) => each.isUserEvent('told'))) return;
            typed.current = state.doc.toString();
            clearTimeout(resting.current);
            resting.current = setTimeout(commit, REST_MS);
          }),
          EditorView.domEventHandlers({
            blur: commit,
            compositionend: () => {
              clearTimeout(resting.current);
              resting.current = setTimeout(commit, REST_MS);
            },
          }),
        ],
      }),
    });
    view.current = editor;
    onReady((inserted) => {
      editor.dispatch(editor.state.replaceSelection(inserted), { scrollIntoView: true });
      editor.focus();
    });
    return () => {
      commit();
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || typed.current !== null || editor.composing) return;
    const shown = editor.state.doc.toString();
    if (shown !== text) editor.dispatch({ changes: { from: 0, to: shown.length, insert: text }, userEvent: 'told' });
  }, [text]);

  useEffect(() => {
    if (view.current !== null) tellTexts(view.current, textOf);
  }, [textOf]);

  useEffect(() => {
    view.current?.dispatch({ effects: locked.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);

  useEffect(() => {
    if (focus > 0) view.current?.focus();
  }, [focus]);

  return <div ref={host} className="sentence-box" />;
}
