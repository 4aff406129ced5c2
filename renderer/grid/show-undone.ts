/** After an undo or redo the rows that it changed are selected and in view. */
import { useEffect } from 'react';
import { takesUndo } from '../state/undoing.ts';
import type { GridControls } from './grid-controls.ts';
import { at, extendTo } from './selection.ts';
import { keyOf } from './view.ts';

export function useShowUndone({ session, columns, selected, select, shape, editor }: GridControls): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is read at the moment
  useEffect(() => {
    const { store } = session.options;
    return store.subscribe(() => {
      const { ids: renewed, field } = store.renewed;
      if (renewed.length === 0) return;
      // A grid that hides them all, by its page or a filter, leaves them to another word.
      const places = renewed.map((id) => session.indexOf(keyOf(id))).filter((place) => place >= 0);
      if (places.length === 0 || !takesUndo()) return;
      // Whoever is typing already stays in his cell.
      if (editor.current() !== null) return;
      const top = places.reduce((least, place) => Math.min(least, place));
      const bottom = places.reduce((most, place) => Math.max(most, place));
      const { column } = selected.current.active;
      if (bottom - top + 1 === places.length && places.length > 1) {
        select(extendTo(at(top, 0), { row: bottom, column: columns.length - 1 }, shape));
      } else {
        const changed = columns.findIndex(({ key }) => key === field);
        select(at(top, changed < 0 ? column : changed));
      }
    });
  }, [session, columns]);
}
