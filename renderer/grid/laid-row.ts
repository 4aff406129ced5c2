/** Rows that come as a whole, e.g. pasted from a workbook, as drafts. */
import type { Values } from '../../shared/intake/values.ts';
import type { Draft, DraftPlace } from './draft.ts';

/** Without a key it is a new row, and its values are complete but for what could not be read. */
export interface LaidRow {
  readonly key: string | null;
  readonly values: Values;
  /** Text that could not be read, by field, and why. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  /** Something is wrong or missing, so the row is not saved yet. */
  readonly waits: boolean;
}

/**
 * A whole new row as a draft.
 * @param above key of the last row that is complete: a row that is saved now comes last by itself, one that waits must
 *   find its place again
 */
export function newDraft(key: string, { values, typed, problems, waits }: LaidRow, above: string | null): Draft {
  const place: DraftPlace = waits && above !== null ? { side: 'below', key: above } : null;
  return { key, id: null, place, values, typed, problems, failure: null };
}

/** The draft of a row that is there already, with a row laid over it. */
export function laidDraft(draft: Draft, { values, typed, problems }: LaidRow): Draft {
  return {
    ...draft,
    values: { ...draft.values, ...values },
    typed: { ...without(draft.typed, values), ...typed },
    problems: { ...without(draft.problems, values), ...problems },
    failure: null,
  };
}

const without = (texts: Readonly<Record<string, string>>, values: Values) =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => !(field in values)));
