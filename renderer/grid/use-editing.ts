/**
 * Editing the active cell through the one input that always has the focus. The input is not controlled by React, so that
 * nothing ever touches its text while an input method is composing.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { editText } from '../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue } from '../../shared/intake/values.ts';
import { type Choosing, choosingIn, nearTo, stepHighlight } from './choosing.ts';
import type { GridColumn } from './column.ts';
import type { GridRow } from './compose-row.ts';
import type { CellEdit } from './draft.ts';
import { readAgain } from './read-later.ts';
import type { GridSession } from './session.ts';
import { BLANK } from './view.ts';

export interface Editing {
  /** `type`: begun by typing, arrows commit; `edit`: begun by F2 or a double click, arrows move the caret. */
  readonly mode: 'type' | 'edit';
  /** Null for cells without a list. */
  readonly choosing: Choosing | null;
  /** Where the cell is in the window. */
  readonly anchor: DOMRect;
}

export interface EditTarget {
  readonly row: GridRow;
  readonly column: GridColumn;
}

interface Options {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly session: GridSession;
  readonly lookup: CellLookup;
  readonly readOnly: boolean;
  /** The active cell, read at the moment of the key press. */
  readonly target: () => EditTarget | null;
  readonly onUsed: (column: GridColumn, value: CellValue) => void;
  /** The text of the cell as it is typed; null when its editing is over. */
  readonly onTyping: (text: string | null) => void;
}

const NEAR_AFTER_MS = 250;

export function useEditing(options: Options) {
  const [editing, setState] = useState<Editing | null>(null);
  // The state as the next key press sees it, before React has drawn it.
  const now = useRef<Editing | null>(null);
  const set = (next: Editing | null) => {
    now.current = next;
    setState(next);
  };

  const begin = (mode: Editing['mode'], typed: string | null) => {
    const input = options.input.current;
    const target = options.target();
    if (input === null || target === null || options.readOnly || target.column.computed !== undefined) return;
    if (target.row.heading !== undefined) return;
    const { row, column } = target;
    const value = row.values[column.key] ?? null;
    if (typed === null) {
      input.value = row.typed[column.key] ?? editText(column.field, value, options.lookup);
    }
    const choosing = choosingIn(column, typed, row.values, value, options.lookup);
    // In a list another choice is typed over the old one; a text or an amount goes on where it ends.
    if (typed === null && choosing !== null) input.select();
    else if (typed === null) input.setSelectionRange(input.value.length, input.value.length);
    set({ mode, choosing, anchor: input.getBoundingClientRect() });
    if (typed === null) return;
    options.onTyping(typed);
    offerNear(typed);
  };

  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is in no list is compared with all that are once typing rests. */
  const offerNear = (text: string) => {
    clearTimeout(rest.current);
    if (now.current?.choosing?.choices.length !== 0 || text.trim().length < 2) return;
    rest.current = setTimeout(() => {
      const target = options.target();
      if (now.current?.choosing?.choices.length !== 0 || target === null || options.input.current?.value !== text)
        return;
      set({ ...now.current, choosing: nearTo(target.column, text, options.lookup) });
    }, NEAR_AFTER_MS);
  };

  const stop = () => {
    clearTimeout(rest.current);
    if (options.input.current !== null) options.input.current.value = '';
    set(null);
    options.onTyping(null);
  };

  /** Text in the input has changed, outside a composition. */
  const typed = (text: string) => {
    const state = now.current;
    if (state === null) {
      begin('type', text);
      // A cell that cannot be typed into leaves nothing behind for the next one.
      if (now.current === null && options.input.current !== null) options.input.current.value = '';
      return;
    }
    options.onTyping(text);
    const target = options.target();
    if (target === null || state.choosing === null) return;
    const { row, column } = target;
    const value = row.values[column.key] ?? null;
    set({ ...state, choosing: choosingIn(column, text, row.values, value, options.lookup) });
    offerNear(text);
  };

  // Lists and initials that come while a cell is being typed into are offered at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what can be looked up has changed
  useEffect(() => {
    const text = options.input.current?.value ?? '';
    if (now.current?.choosing?.choices.length === 0 && text !== '') typed(text);
    readAgain(options.session, options.lookup);
  }, [options.session, options.lookup]);

  /**
   * Commits what is being edited; `picked` is the place in the list, else what Enter would take.
   * `others`: cells that take the same.
   */
  const commit = (picked?: number, others: readonly EditTarget[] = []) => {
    const state = now.current;
    const target = options.target();
    const text = options.input.current?.value ?? '';
    if (state === null || target === null) return;
    const { row, column } = target;
    const place = picked ?? state.choosing?.highlight ?? -1;
    const choice = state.choosing?.choices[place];
    const made = place >= 0 && place === state.choosing?.choices.length ? state.choosing.make : undefined;
    stop();
    const title = column.title ?? column.field.label;
    const { recordName } = options.session.options;
    const label = row.id === null ? `新增${recordName}` : `修改${recordName}“${title}”`;
    if (made !== undefined) return void makeAndTake(made, target, label, options);
    if (choice !== undefined) options.onUsed(column, choice.value);
    const unchanged =
      choice !== undefined
        ? choice.value === row.values[column.key] && row.typed[column.key] === undefined
        : text === (row.typed[column.key] ?? editText(column.field, row.values[column.key] ?? null, options.lookup));
    if (unchanged && row.state !== 'failed' && others.length === 0) return;
    const edit = choice !== undefined ? { value: choice.value } : { text, listed: state.choosing !== null };
    const also = others.map((cell): CellEdit => {
      const same = cell.column === column ? edit : { text };
      return { key: cell.row.key, column: cell.column, ...same };
    });
    options.session.edit(
      [{ key: row.key, column, ...edit }, ...also],
      also.length === 0 ? label : `填入 ${also.length + 1} 格${recordName}内容`,
      options.lookup,
    );
  };

  const step = (by: 1 | -1) => {
    const state = now.current;
    if (state?.choosing) set({ ...state, choosing: stepHighlight(state.choosing, by) });
  };

  const toEditMode = () => {
    if (now.current !== null) set({ ...now.current, mode: 'edit' });
  };

  /** The cell has moved in the window. */
  const reanchor = () => {
    const state = now.current;
    // Asking where it is lays the page out, so only an open list asks.
    if (!state?.choosing) return;
    const anchor = options.input.current?.getBoundingClientRect();
    if (anchor === undefined) return;
    if (anchor.top !== state.anchor.top || anchor.left !== state.anchor.left) set({ ...state, anchor });
  };

  return { editing, reanchor, current: () => now.current, begin, typed, commit, cancel: stop, step, toEditMode };
}

/** Makes what a cell is to refer to, and refers to it. Until that is there, the cell keeps the name as it was typed. */
async function makeAndTake(name: string, { row, column }: EditTarget, label: string, options: Options): Promise<void> {
  const { session, lookup } = options;
  const key = row.key === BLANK ? session.newRow(null) : row.key;
  session.edit([{ key, column, text: name }], label, lookup);
  const id = await column.make?.(name);
  if (id != null) session.edit([{ key, column, value: id }], label, lookup);
}

export type Editor = ReturnType<typeof useEditing>;
