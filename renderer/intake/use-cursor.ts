/** Where the preview's keyboard is: the active cell, and the editing of it. */
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { motionOf } from '../grid/keys.ts';
import type { PreviewModel } from './preview-model.ts';

export interface Cursor {
  /** Place among the rows on screen. */
  readonly row: number;
  readonly column: number;
  /** Begun by typing (arrows commit) or by F2; null while no cell is edited. */
  readonly editing: 'type' | 'edit' | null;
  /** Nobody has gone anywhere yet: the view stays where it is. */
  readonly quiet: boolean;
  go(row: number, column: number): void;
  begin(row: number, column: number, text: string | null): void;
  commit(): void;
  /** A key while no cell is edited; answers whether it meant something. */
  key(event: KeyboardEvent, columns: number, visible: readonly number[], model: PreviewModel): boolean;
  /** A key while a cell is edited. */
  editKey(event: KeyboardEvent): boolean;
}

interface Options {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly textAt: (row: number, column: number) => string;
  readonly mend: (row: number, column: number, text: string) => void;
  readonly page: number;
}

const limit = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

export function useCursor(options: Options): Cursor {
  const { input, rows, columns } = options;
  const [at, setAt] = useState({ row: 0, column: 0, quiet: true });
  const [editing, setEditing] = useState<Cursor['editing']>(null);
  const mode = useRef<Cursor['editing']>(null);
  const set = (next: Cursor['editing']) => {
    mode.current = next;
    setEditing(next);
  };
  const row = limit(at.row, Math.max(1, rows));
  const column = limit(at.column, Math.max(1, columns));

  const commit = () => {
    if (mode.current === null) return;
    const text = input.current?.value ?? '';
    set(null);
    if (input.current !== null) input.current.value = '';
    if (text !== options.textAt(row, column)) options.mend(row, column, text);
  };
  const go = (nextRow: number, nextColumn: number) => {
    commit();
    setAt({ row: limit(nextRow, rows), column: limit(nextColumn, columns), quiet: false });
  };
  const begin = (nextRow: number, nextColumn: number, text: string | null) => {
    const element = input.current;
    if (element === null) return;
    setAt({ row: nextRow, column: nextColumn, quiet: false });
    if (text === null) {
      element.value = options.textAt(nextRow, nextColumn);
      element.focus({ preventScroll: true });
      element.select();
    }
    set(text === null ? 'edit' : 'type');
  };

  const key: Cursor['key'] = (event, count, visible, model) => {
    if (event.key === 'F2') {
      begin(row, column, null);
      return true;
    }
    if (event.key === ' ' && !event.ctrlKey) {
      const source = visible[row];
      const shown = source === undefined ? null : model.row(source);
      if (source !== undefined && shown !== null) model.tick([source], !shown.taken);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      options.mend(row, column, '');
      return true;
    }
    const motion = motionOf(event);
    if (motion === null || motion.kind === 'tab' || (event.ctrlKey && event.key === 'Enter')) return false;
    switch (motion.kind) {
      case 'step':
        go(row + motion.rows, column + motion.columns);
        return true;
      case 'edge':
        go(motion.rows === 0 ? row : motion.rows * rows, motion.columns === 0 ? column : motion.columns * count);
        return true;
      case 'enter':
        go(row + (motion.back ? -1 : 1), column);
        return true;
      case 'page':
        go(row + motion.rows * options.page, column);
        return true;
      case 'rowStart':
        go(row, 0);
        return true;
      case 'rowEnd':
        go(row, count - 1);
        return true;
      case 'gridStart':
        go(0, 0);
        return true;
      case 'gridEnd':
        go(rows - 1, count - 1);
        return true;
    }
  };

  const editKey: Cursor['editKey'] = (event) => {
    if (event.key === 'Escape') {
      set(null);
      if (input.current !== null) input.current.value = '';
      return true;
    }
    // A key of the dialog, such as the one that finishes, takes what was typed along.
    if (event.key === 'F7' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      commit();
      return false;
    }
    const motion = motionOf(event);
    const arrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (motion?.kind === 'enter') go(row + (motion.back ? -1 : 1), column);
    else if (motion?.kind === 'tab') go(row, column + (motion.back ? -1 : 1));
    else if (motion?.kind === 'step' && mode.current === 'type' && arrow) go(row + motion.rows, column);
    else return false;
    return true;
  };

  return { row, column, editing, quiet: at.quiet, go, begin, commit, key, editKey };
}
