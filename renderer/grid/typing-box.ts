/**
 * What the one box over a grid does with keys and input methods, whatever is edited in it: the grids' input and the
 * indicators' text area. It always has the focus, and React never sets its text.
 */
import type { CompositionEvent, FormEvent, KeyboardEvent } from 'react';
import { commandFor } from '../commands/commands.ts';
import { shortcutOf } from '../commands/shortcut.ts';
import type { Choosing } from './choosing.ts';
import { motionOf } from './keys.ts';
import type { Motion } from './selection.ts';

/** The editing of the active cell, as far as the box is concerned. */
export interface BoxEditor {
  readonly editing: { readonly choosing: Choosing | null } | null;
  /** The state as the next key press sees it, before React has drawn it. */
  readonly current: () => { readonly mode: 'type' | 'edit'; readonly choosing: Choosing | null } | null;
  readonly begin: (mode: 'type' | 'edit', typed: string | null) => void;
  readonly typed: (text: string) => void;
  readonly commit: () => unknown;
  readonly cancel: () => void;
  readonly toEditMode: () => void;
  readonly step: (by: 1 | -1) => void;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Attributes and handlers of the box. `list`: id of the list of choices. */
export function boxProps(editor: BoxEditor, list: string) {
  const choosing = editor.editing?.choosing ?? null;
  return {
    ...(choosing === null
      ? {}
      : {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': list,
          ...(choosing.highlight < 0 ? {} : { 'aria-activedescendant': `${list}-${choosing.highlight}` }),
        }),
    autoComplete: 'off',
    spellCheck: false,
    onInput: ({ nativeEvent, currentTarget }: FormEvent<Box>) => {
      // While composing, the text belongs to the input method; the list follows once a word is confirmed.
      if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) editor.typed(currentTarget.value);
    },
    onCompositionStart: () => {
      if (editor.current() === null) editor.begin('type', '');
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<Box>) => editor.typed(currentTarget.value),
    onBlur: () => {
      editor.commit();
    },
  };
}

/** A key while a cell is edited. `go` moves the selection after a commit. Answers whether the key was used. */
export function keyWhileEditing(event: KeyboardEvent, editor: BoxEditor, go: (motion: Motion) => boolean): boolean {
  const state = editor.current();
  // A command of the window that is good while typing, such as going to another page, takes what was typed along.
  if (commandFor(shortcutOf(event), true) !== null) {
    editor.commit();
    return false;
  }
  const arrow = event.key.startsWith('Arrow') && !event.altKey;
  if (event.key === 'Escape') editor.cancel();
  else if (event.key === 'F2') editor.toEditMode();
  else if (state?.choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    editor.step(event.key === 'ArrowDown' ? 1 : -1);
  } else {
    const motion = motionOf(event);
    const commits = motion?.kind === 'tab' || motion?.kind === 'enter' || (arrow && state?.mode === 'type');
    if (motion === null || !commits) return false;
    editor.commit();
    return go(motion);
  }
  return true;
}
