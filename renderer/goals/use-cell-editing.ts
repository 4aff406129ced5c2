/**
 * Editing the active cell of the indicators through the one box that always has the focus. React never sets its text, so
 * that an input method is not disturbed.
 */
import { type RefObject, useRef, useState } from 'react';
import { indicator } from '../../shared/entities/indicator.ts';
import { matchChoices } from '../../shared/intake/match-choices.ts';
import type { Choice } from '../../shared/intake/values.ts';
import { type Choosing, choosingFor, stepHighlight } from '../grid/choosing.ts';
import { INDICATOR_LOOKUP } from './cell-text.ts';
import type { SheetColumn, TreeLine } from './grid-rows.ts';

export interface CellTarget {
  readonly line: TreeLine;
  readonly column: SheetColumn;
  /** What the cell shows. */
  readonly text: string;
}

export interface CellEditing {
  /** `type`: arrows commit; `edit`: arrows move the caret. */
  readonly mode: 'type' | 'edit';
  /** Null where there is nothing to offer. */
  readonly choosing: Choosing | null;
  readonly anchor: DOMRect;
}

interface Options {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly target: () => CellTarget | null;
  readonly readOnly: boolean;
  /** Names to offer under a second level. */
  readonly names: (level2: string) => readonly Choice[];
  readonly onCommit: (target: CellTarget, text: string, choice: Choice | null) => void;
}

const MOST = 12;

export function useCellEditing(options: Options) {
  const [editing, setState] = useState<CellEditing | null>(null);
  const now = useRef<CellEditing | null>(null);
  const set = (next: CellEditing | null) => {
    now.current = next;
    setState(next);
  };

  const choosing = ({ line, column, text }: CellTarget, typed: string | null): Choosing | null => {
    const spec = indicator.fields[column.field];
    if (spec.kind === 'enum') {
      const value = spec.options.find(({ label }) => label === text)?.value ?? null;
      return choosingFor(spec, typed, value, INDICATOR_LOOKUP);
    }
    // A list over an empty cell would be in the way of typing; Alt+↓ asks for it.
    if (column.field !== 'level3' || typed?.trim() === '') return null;
    const choices = matchChoices(options.names(line.group.level2), typed ?? '', [], MOST);
    const others = choices.filter(({ label }) => label !== typed);
    return others.length === 0 ? null : { choices: others, highlight: -1 };
  };

  const begin = (mode: CellEditing['mode'], typed: string | null, open = false) => {
    const box = options.box.current;
    const target = options.target();
    if (box === null || target === null || options.readOnly) return;
    if (typed === null) {
      box.value = target.text;
      if (mode === 'edit') box.setSelectionRange(box.value.length, box.value.length);
    }
    const isList = indicator.fields[target.column.field].kind === 'enum';
    const list = open || isList || typed !== null ? choosing(target, open && !isList ? null : typed) : null;
    set({ mode, choosing: list, anchor: box.getBoundingClientRect() });
    grow(box);
  };

  const stop = () => {
    const box = options.box.current;
    if (box !== null) {
      box.value = '';
      box.style.height = '';
    }
    set(null);
  };

  /** Text in the box has changed, outside a composition. */
  const typed = (text: string) => {
    const box = options.box.current;
    const target = options.target();
    if (now.current === null) return begin('type', text);
    if (target === null || box === null) return;
    set({ ...now.current, choosing: choosing(target, text) });
    grow(box);
  };

  const commit = (picked?: number) => {
    const state = now.current;
    const target = options.target();
    const text = options.box.current?.value ?? '';
    if (state === null || target === null) return;
    const choice = state.choosing?.choices[picked ?? state.choosing.highlight] ?? null;
    stop();
    const said = choice?.label ?? text;
    if (said !== target.text || choice !== null) options.onCommit(target, said, choice);
  };

  const step = (by: 1 | -1) => {
    if (now.current?.choosing) set({ ...now.current, choosing: stepHighlight(now.current.choosing, by) });
  };

  const toEditMode = () => {
    if (now.current !== null) set({ ...now.current, mode: 'edit' });
  };

  return { editing, current: () => now.current, begin, typed, commit, cancel: stop, step, toEditMode };
}

export type CellEditor = ReturnType<typeof useCellEditing>;

function grow(box: HTMLTextAreaElement): void {
  box.style.height = '';
  if (box.scrollHeight > box.clientHeight) box.style.height = `${box.scrollHeight}px`;
}
