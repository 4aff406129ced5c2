/** Marks the cells that the last edits have changed, until the next ones. */
import { useEffect, useRef, useState } from 'react';
import type { TableModel } from '../../shared/tables/model.ts';
import { amountsOf, changedCells } from './changes.ts';

const NONE: ReadonlySet<string> = new Set();
const SHOWN_MS = 2_500;

interface Seen {
  readonly model: TableModel;
  readonly amounts: ReadonlyMap<string, number>;
  readonly changed: ReadonlySet<string>;
}

export function useChanges(model: TableModel): ReadonlySet<string> {
  // Found out while the table is drawn: found out afterwards, the table would be drawn twice for each edit.
  const seen = useRef<Seen | null>(null);
  const [over, setOver] = useState(NONE);
  if (seen.current?.model !== model) seen.current = look(model, seen.current);
  const { changed } = seen.current;
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setOver(changed), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed === over ? NONE : changed;
}

function look(model: TableModel, last: Seen | null): Seen {
  const amounts = amountsOf(model);
  if (last === null || last.model.no !== model.no) return { model, amounts, changed: NONE };
  const cells = changedCells(last.amounts, amounts);
  // What is marked stays so where nothing else has changed.
  return { model, amounts, changed: cells.size === 0 ? last.changed : cells };
}
