/** Looking for text in a grid: the matches on screen, going from one to the next, and replacing them. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { sliced } from '../../intake/slices.ts';
import { notify } from '../../ui/toasts.tsx';
import { rowsIn } from '../blocks.ts';
import type { CellEdit } from '../draft.ts';
import type { GridControls } from '../grid-controls.ts';
import { at } from '../selection.ts';
import { type Matcher, matcherOf, replaced } from './matcher.ts';
import { firstFrom, type Matches, nextFrom, scan } from './scan.ts';

/** Typing must rest before a hundred thousand rows are looked through. */
const REST_MS = 120;

type FindControls = Pick<GridControls, 'session' | 'columns' | 'lookup' | 'selected' | 'select'>;

export interface Find {
  readonly mode: 'closed' | 'find' | 'replace';
  /** Changes each time the bar is asked for. */
  readonly asked: number;
  readonly query: string;
  /** The one column that is looked through; null for all. */
  readonly only: number | null;
  readonly matches: Matches;
  /** Place of the active cell among the matches, from 0; -1 where it is none. */
  readonly current: number;
  /** How much was looked through; null when all was. */
  readonly progress: number | null;
  /** For marking the cells on screen. */
  readonly matcher: Matcher | null;
  readonly open: (mode: 'find' | 'replace') => void;
  readonly close: () => void;
  readonly setQuery: (query: string) => void;
  readonly setOnly: (column: number | null) => void;
  readonly step: (back: boolean) => void;
  /** Replaces what is in the active cell and goes on to the next. */
  readonly replaceOne: (by: string) => void;
  readonly replaceAll: (by: string) => void;
}

/** @param version of the session: its rows are looked through again when they have changed */
export function useFind({ session, columns, lookup, selected, select }: FindControls, version: number): Find {
  const [mode, setMode] = useState<Find['mode']>('closed');
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<number | null>(null);
  const [found, setFound] = useState<{ readonly matches: Matches; readonly progress: number | null }>(NOTHING);
  /** The query was changed: the first match is to be shown. */
  const jumps = useRef(false);
  const matcher = useMemo(() => matcherOf(query, columns, only, lookup), [query, columns, only, lookup]);
  const shown = mode === 'closed' ? null : matcher;
  const width = columns.length;
  const { active } = selected.current;
  const cell = active.row * width + active.column;
  const show = (match: number | null) => {
    if (match !== null) select(at(Math.floor(match / width), match % width));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks through the rows when they or the query have changed
  useEffect(() => {
    if (shown === null) {
      setFound(NOTHING);
      return;
    }
    // Only a new query empties what was found; after an edit it stays until it is known anew.
    if (jumps.current) setFound({ matches: [], progress: 0 });
    const running = new AbortController();
    const matches: number[] = [];
    const work = scan(session, width, shown, matches);
    const told = (progress: number | null) => {
      setFound({ matches, progress });
      if (!jumps.current || (matches.length === 0 && progress !== null)) return;
      jumps.current = false;
      show(
        matches[firstFrom(matches, selected.current.active.row * width + selected.current.active.column)] ??
          matches[0] ??
          null,
      );
    };
    let progress: number | null = 0;
    const step = (enough: () => boolean): boolean => {
      do {
        const { done, value } = work.next();
        progress = done ? null : value;
        if (progress === null) return true;
      } while (!enough());
      return false;
    };
    const timer = setTimeout(() => sliced(step, () => told(progress), running.signal), REST_MS);
    return () => {
      clearTimeout(timer);
      running.abort();
    };
  }, [shown, version, width, session]);

  const editOf = (row: number, column: number, by: string): readonly CellEdit[] => {
    const target = columns[column];
    const content = session.view.contentAt(row);
    if (target === undefined || matcher?.(column, content) !== true) return [];
    const text = replaced(target, content, query, by, lookup);
    return text === null ? [] : [{ key: session.keyAt(row), column: target, text }];
  };
  const commit = (edits: readonly CellEdit[]) => {
    session.edit(edits, `替换 ${edits.length} 处${session.options.recordName}内容`, lookup);
  };
  const step = (back: boolean) => show(nextFrom(found.matches, cell, back));
  const place = firstFrom(found.matches, cell);
  return {
    mode,
    asked,
    query,
    only,
    matches: found.matches,
    current: found.matches[place] === cell ? place : -1,
    progress: found.progress,
    matcher: shown,
    open: (next) => {
      setMode(next);
      setAsked(asked + 1);
    },
    close: () => setMode('closed'),
    setQuery: (text) => {
      jumps.current = true;
      setQuery(text);
    },
    setOnly,
    step,
    replaceOne: (by) => {
      commit(editOf(active.row, active.column, by));
      step(false);
    },
    replaceAll: (by) => {
      const all = rowsIn(session, 0, session.count - 2);
      const edits = all.flatMap((row) => columns.flatMap((_, column) => editOf(row, column, by)));
      if (edits.length > 0) commit(edits);
      notify(edits.length === 0 ? '没有可替换的内容。' : `已替换 ${edits.length} 处，可撤销（Ctrl+Z）。`);
    },
  };
}

const NOTHING = { matches: [], progress: null } as const;
