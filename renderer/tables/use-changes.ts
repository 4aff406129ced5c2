/** Marks the cells that the last edits have changed, until the next ones. */
import { useEffect, useRef, useState } from 'react';
import type { TableModel } from '../../shared/tables/model.ts';
import { amountsOf, changedCells } from './changes.ts';

const NONE: ReadonlySet<string> = new Set();
const SHOWN_MS = 2_500;

export function useChanges(model: TableModel): ReadonlySet<string> {
  const before = useRef<{ readonly table: number; readonly amounts: ReadonlyMap<string, number> } | null>(null);
  const [changed, setChanged] = useState(NONE);
  useEffect(() => {
    const amounts = amountsOf(model);
    const last = before.current;
    before.current = { table: model.no, amounts };
    if (last === null || last.table !== model.no) return setChanged(NONE);
    const cells = changedCells(last.amounts, amounts);
    if (cells.size === 0) return;
    setChanged(cells);
    const timer = setTimeout(() => setChanged(NONE), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [model]);
  return changed;
}
