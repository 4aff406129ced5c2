/** Uses by place, where heads say nothing: what has figures below it and what has codes or names. */
import { squeeze } from '../intake/text.ts';
import type { ColumnMatch, ColumnMatches } from './match-columns.ts';
import type { Segment } from './segments.ts';
import type { Slot } from './slots.ts';
import { headKey } from './text.ts';

/** A place says less than a word. */
const WORTH = 0.5;
/** Rows that are looked at to see what a column holds. */
const LOOKED_AT = 60;

/**
 * Adds uses for slots without a column, when there are just as many columns without a use that hold the like.
 * @param fixed columns that the user has spoken about
 */
export function placeColumns(
  segment: Segment,
  slots: readonly Slot[],
  matches: ColumnMatches,
  fixed: ReadonlyMap<number, string | null>,
): ColumnMatches {
  const used = new Set(matches.columns.map(({ column }) => column));
  const found = new Set(matches.columns.map(({ slot }) => slot));
  const contents = contentsOf(segment);
  const open = [...contents]
    .filter(([column]) => !used.has(column) && !fixed.has(column))
    .sort(([left], [right]) => left - right);
  const amounts = slots.filter(({ id, kind }) => kind === 'amount' && !found.has(id));
  const figures = open.filter(([column, holds]) => holds === 'figure' && isUnnamed(segment, column));
  const placed: ColumnMatch[] = [];
  if (amounts.length > 0 && amounts.length === figures.length) {
    amounts.forEach((slot, at) => {
      const column = figures[at]?.[0];
      if (column !== undefined) placed.push({ column, slot: slot.id, how: 'place' });
    });
  }
  for (const slot of slots) {
    if (slot.kind !== 'key' || found.has(slot.id) || slot.path === null || slot.concept === 'gov') continue;
    const holds = slot.concept === 'code' ? 'code' : 'name';
    const before = slots.filter(({ block, kind }) => block === slot.block && kind === 'amount').map(({ id }) => id);
    const limit = Math.min(
      ...[...matches.columns, ...placed].filter((each) => before.includes(each.slot)).map(({ column }) => column),
    );
    const free = open.filter(
      ([column, what]) => what === holds && column < limit && !placed.some((each) => each.column === column),
    );
    const column = free.at(-1)?.[0];
    if (column !== undefined) placed.push({ column, slot: slot.id, how: 'place' });
  }
  if (placed.length === 0) return matches;
  const share = placed.filter(({ slot }) => amounts.some(({ id }) => id === slot)).length;
  const count = slots.filter(({ kind }) => kind === 'amount').length;
  const columns = [...matches.columns, ...placed].sort((left, right) => left.column - right.column);
  return { columns, fit: matches.fit + (WORTH * share) / count };
}

/** A head that says something, though nothing known, means a column of another kind. */
const isUnnamed = ({ heads }: Segment, column: number): boolean =>
  (heads.paths.get(column) ?? []).every((text) => headKey(text) === '');

type Holds = 'figure' | 'code' | 'name';

/** What each column holds in most of its filled cells. */
function contentsOf({ body }: Segment): ReadonlyMap<number, Holds> {
  const counts = new Map<number, Record<Holds, number>>();
  for (const { cells } of body.slice(0, LOOKED_AT)) {
    for (const { column, cell } of cells) {
      const count = counts.get(column) ?? { figure: 0, code: 0, name: 0 };
      const text = squeeze(cell.text);
      if (/^[[(]?\d{3,9}[\])]?$/.test(text) && !text.includes('.')) count.code += 1;
      else if (cell.kind === 'number' || /^[-(]?[\d,]+\.\d+\)?$/.test(text)) count.figure += 1;
      else count.name += 1;
      counts.set(column, count);
    }
  }
  const most = (count: Record<Holds, number>): Holds =>
    count.figure >= Math.max(count.code, count.name) ? 'figure' : count.code >= count.name ? 'code' : 'name';
  return new Map([...counts].map(([column, count]) => [column, most(count)]));
}
