/** Which column of a sheet holds what: the best fit of all heads together, left to right. */

import type { HeadBlock } from './head-block.ts';
import { CODE_LEVELS, HEADS } from './heads.ts';
import type { Slot } from './slots.ts';
import { headKey } from './text.ts';

/** How sure the use of a column is: by the very words, by similar ones, by its place only, or said by the user. */
export type Matched = 'exact' | 'alike' | 'place' | 'user';

export interface ColumnMatch {
  readonly column: number;
  readonly slot: string;
  readonly how: Matched;
}

export interface ColumnMatches {
  readonly columns: readonly ColumnMatch[];
  /** From 0 to 1: how well the heads fit the table. */
  readonly fit: number;
}

interface Column {
  readonly column: number;
  readonly keys: readonly string[];
}

const EXACT = 10;
const ALIKE = 5;
/** A head above counts less than the lowest one. */
const ABOVE = 0.6;
const OTHER_SIDE = -9;
const SAME_SIDE = 3;
const LEAST = 4;

/** @param fixed what the user has said: slot by column, null for a column that is not used */
export function matchColumns(
  heads: HeadBlock,
  slots: readonly Slot[],
  fixed: ReadonlyMap<number, string | null>,
): ColumnMatches {
  const all = [...heads.paths].map(([column, path]): Column => ({ column, keys: path.map(headKey) }));
  const said = [...fixed].flatMap(([column, slot]): readonly ColumnMatch[] =>
    slot === null ? [] : [{ column, slot, how: 'user' }],
  );
  const taken = new Set(said.map(({ slot }) => slot));
  const free = slots.filter(({ id }) => !taken.has(id));
  const open = all.filter(({ column }) => !fixed.has(column));
  const levels = levelColumns(open, free);
  const levelSlot = levels[0]?.slot;
  const best = assign(
    free.filter(({ id }) => id !== levelSlot),
    open.filter(({ column }) => !levels.some((each) => each.column === column)),
  );
  const columns = [...said, ...levels, ...best.columns].sort((left, right) => left.column - right.column);
  const amounts = slots.filter(({ kind }) => kind === 'amount');
  const found = new Map(columns.map(({ slot, how }) => [slot, how]));
  const points = amounts.reduce((sum, { id }) => sum + (found.has(id) ? (found.get(id) === 'alike' ? 0.7 : 1) : 0), 0);
  return { columns, fit: points / amounts.length };
}

/** 类, 款, 项 side by side are one code. */
function levelColumns(columns: readonly Column[], slots: readonly Slot[]): readonly ColumnMatch[] {
  const code = slots.find(({ concept }) => concept === 'code');
  if (code === undefined) return [];
  const level = ({ keys }: Column) => CODE_LEVELS.indexOf(keys.at(-1) ?? '');
  const first = columns.findIndex((column) => level(column) === 0);
  if (first < 0) return [];
  const parts = columns.slice(first).filter((column, at) => level(column) === at);
  return parts.length < 2 ? [] : parts.map(({ column }) => ({ column, slot: code.id, how: 'exact' }));
}

function score(slot: Slot, { keys }: Column, twoSided: boolean): number {
  const words = HEADS[slot.concept];
  const own = headKey(slot.path?.split('/').at(-1) ?? '');
  let best = 0;
  for (const [at, key] of keys.entries()) {
    const isLast = at === keys.length - 1;
    let points = 0;
    if (key !== '' && key === own) points = EXACT + 1;
    else if (key === '') points = isLast && slot.concept === 'total' ? EXACT - 2 : 0;
    else if (words.includes(key)) points = EXACT;
    else if (words.some((word) => word.length >= 4 && key.includes(word))) points = ALIKE;
    best = Math.max(best, isLast ? points : points * ABOVE);
  }
  if (best === 0) return 0;
  // Most tables with a column 单位名称 have the rows' names there.
  if (slot.concept === 'unit') best -= 1;
  if (!twoSided) return best;
  const [own2, other] = slot.block === 0 ? ['收入', '支出'] : ['支出', '收入'];
  const says = (word: string) => keys.some((key) => key.includes(word));
  if (says(own2)) return best + SAME_SIDE;
  return says(other) ? best + OTHER_SIDE : best;
}

/** Heads that fit everything everywhere are made to cost time. */
const MOST_PLANS = 400;

interface Plan {
  readonly points: number;
  readonly columns: readonly ColumnMatch[];
}

function bestOf(plans: ReadonlyMap<number, Plan>): Map<number, Plan> {
  return new Map([...plans].sort(([, left], [, right]) => right.points - left.points).slice(0, MOST_PLANS));
}

/**
 * The assignment with the most points. Columns are taken from left to right; the state is which slots are used, so that
 * the search is exact as long as heads say what they mean.
 */
function assign(slots: readonly Slot[], columns: readonly Column[]): Plan {
  const twoSided = slots.some(({ block }) => block === 1);
  let plans = new Map<number, Plan>([[0, { points: 0, columns: [] }]]);
  for (const [place, column] of columns.entries()) {
    const choices = slots.flatMap((slot, at) => {
      const points = score(slot, column, twoSided);
      const off = Math.abs(at / slots.length - place / columns.length);
      return points < LEAST ? [] : [{ slot, at, points: points - off, exact: points >= EXACT - 2 }];
    });
    if (choices.length === 0) continue;
    const next = new Map(plans);
    for (const [used, plan] of plans) {
      for (const { slot, at, points, exact } of choices) {
        // The right side of a table does not stand left of its left side.
        if (used & (1 << at) || (slot.block === 0 && slots.some((each, i) => each.block === 1 && used & (1 << i))))
          continue;
        const sum = plan.points + points;
        const key = used | (1 << at);
        if (sum <= (next.get(key)?.points ?? 0)) continue;
        const match: ColumnMatch = { column: column.column, slot: slot.id, how: exact ? 'exact' : 'alike' };
        next.set(key, { points: sum, columns: [...plan.columns, match] });
      }
    }
    plans = next.size > MOST_PLANS ? bestOf(next) : next;
  }
  return [...plans.values()].reduce((best, plan) => (plan.points > best.points ? plan : best));
}
