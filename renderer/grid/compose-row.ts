/** One row as the grid shows it: what is stored with what was typed laid over it, and how far it is saved. */

import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import type { Heading } from './arrange/grid-view.ts';
import { type Draft, missing, seenValues } from './draft.ts';
import { BLANK } from './view.ts';

export interface GridRow {
  readonly key: string;
  /** Null until the row is stored. */
  readonly id: number | null;
  readonly values: Values;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  /** `saving`: on its way into the book, or proposed to go there. */
  readonly state: 'saved' | 'saving' | 'pending' | 'failed' | 'blank' | 'heading';
  /** Why it is pending or failed. */
  readonly reason: string | null;
  /** For the heading of a group; its values are the sums of the rows below it. */
  readonly heading?: Heading;
}

/** The heading of a group as a row. */
export function headingRow(key: string, heading: Heading): GridRow {
  return { key, id: null, values: heading.sums, typed: {}, problems: {}, state: 'heading', reason: null, heading };
}

const NOTHING = {};

/** @param saving a step with the row is on its way to the book, or the row is proposed */
export function composeRow(
  key: string,
  stored: SavedRow | undefined,
  draft: Draft | undefined,
  saving: boolean,
  fields: Fields,
): GridRow {
  const { typed = NOTHING, problems = NOTHING } = draft ?? {};
  const row = { key, id: stored?.id ?? null, values: seenValues(stored, draft), typed, problems };
  if (key === BLANK) return { ...row, state: 'blank', reason: null };
  if (saving) return { ...row, state: 'saving', reason: null };
  if (draft === undefined) return { ...row, state: 'saved', reason: null };
  if (draft.failure !== null) return { ...row, state: 'failed', reason: draft.failure };
  return { ...row, state: 'pending', reason: pendingReason(draft, fields) };
}

function pendingReason(draft: Draft, fields: Fields): string {
  const reasons = Object.values(draft.problems);
  const labels = missing(draft, fields).map((key) => `“${fields[key]?.label ?? key}”`);
  if (labels.length > 0) reasons.push(`还差${labels.join('')}，填好后自动保存。`);
  return reasons.join(' ');
}
