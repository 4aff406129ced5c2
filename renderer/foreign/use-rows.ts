/** The rows of a sheet's picture, asked for block by block as they come into view. */
import { useEffect, useRef, useState } from 'react';
import type { ForeignCell } from '../../shared/foreign/state-types.ts';
import { call } from '../api.ts';

const BLOCK = 200;

type Rows = ReadonlyMap<number, readonly ForeignCell[]>;

/** @returns the cells of a row by its number; rows that hold nothing, or are not there yet, are absent */
export function useRows(fileId: string, sheet: number, count: number, from: number, to: number): Rows {
  const asked = useRef<{
    readonly sheet: number;
    readonly blocks: Set<number>;
    rows: Map<number, readonly ForeignCell[]>;
  }>(null);
  const [, redraw] = useState(0);
  if (asked.current?.sheet !== sheet) asked.current = { sheet, blocks: new Set(), rows: new Map() };
  const known = asked.current;
  const first = Math.floor(Math.max(0, from) / BLOCK);
  const last = Math.floor(Math.max(0, to) / BLOCK);
  useEffect(() => {
    for (let block = first; block <= last; block += 1) {
      if (known.blocks.has(block) || block * BLOCK >= count) continue;
      known.blocks.add(block);
      void fetchRows(fileId, sheet, block * BLOCK, Math.min(count, (block + 1) * BLOCK), known.rows).then(() =>
        redraw((times) => times + 1),
      );
    }
  }, [fileId, sheet, count, first, last, known]);
  return known.rows;
}

/** One answer may hold fewer rows than asked for; the rest is asked for again. A workbook that was closed has no more rows. */
async function fetchRows(
  fileId: string,
  sheet: number,
  from: number,
  until: number,
  rows: Map<number, readonly ForeignCell[]>,
): Promise<void> {
  let next = from;
  while (next < until) {
    const answer = await call('foreign.rows', { fileId, sheet, from: next, count: until - next }).catch(() => null);
    if (answer === null || answer.until <= next) return;
    for (const { row, cells } of answer.rows) rows.set(row, cells);
    next = answer.until;
  }
}
