/** Which table stands beside the grids. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Remembered } from '../state/remembered.ts';
import type { Place } from '../state/window-state.ts';

/** Where styles/workbench.css lays the panel over the rows. */
const narrow = window.matchMedia('(max-width: 980px)');

function watch(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/**
 * The table beside the grids, and how it is changed. A narrow window, such as one at 200% zoom, has no room for both: there
 * it comes over the rows only when it is asked for, whatever a wide one has open, and wide again everything is as it was.
 */
export function useBeside(
  { besideTable, lastBeside }: Remembered,
  onChange: (next: Partial<Remembered>) => void,
): Pick<Place, 'besideTable' | 'setBeside' | 'toggleBeside'> {
  const isNarrow = useSyncExternalStore(watch, () => narrow.matches);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!isNarrow) setOver(false);
  }, [isNarrow]);
  return useMemo(
    () => ({
      besideTable: isNarrow ? (over ? lastBeside : null) : besideTable,
      setBeside: (table) => onChange({ besideTable: besideTable === null ? null : table, lastBeside: table }),
      toggleBeside: () => {
        if (isNarrow) setOver(!over);
        else onChange({ besideTable: besideTable === null ? lastBeside : null });
      },
    }),
    [isNarrow, over, besideTable, lastBeside, onChange],
  );
}
