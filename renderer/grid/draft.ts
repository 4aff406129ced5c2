/** What was typed into a row and is not in the book yet. Nothing typed is dropped before it is saved or taken back. */

import { type Parsed, parseCell } from '../../shared/intake/parse-cell.ts';
import type { CellLookup, CellValue, SavedRow, Values } from '../../shared/intake/values.ts';
import { reasonAgainst } from '../../shared/shape/field-check.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import type { GridColumn } from './column.ts';

/** Where a row that is not stored yet stands: next to another row, or (null) last. */
export type DraftPlace = { readonly side: 'above' | 'below'; readonly key: string } | null;

export interface Draft {
  readonly key: string;
  /** Id of the stored row it changes; null for a row that is not stored yet. */
  readonly id: number | null;
  readonly place: DraftPlace;
  /** Accepted values: all fields of a new row, the changed ones of a stored row. */
  readonly values: Values;
  /** Text that could not be accepted, by field, as it was typed. */
  readonly typed: Readonly<Record<string, string>>;
  /** Why not, by field. */
  readonly problems: Readonly<Record<string, string>>;
  /** Why the last save was refused. */
  readonly failure: string | null;
}

const NOTHING = {};

/**
 * What is seen of a row: its draft laid over what is stored. Where only one of both has values, they are those very ones:
 * by that a cell sees that nothing in it has changed, and thousands of pasted rows are not copied.
 */
export function seenValues(stored: SavedRow | undefined, draft: Draft | undefined): Values {
  if (stored === undefined || draft === undefined) return stored?.values ?? draft?.values ?? NOTHING;
  return { ...stored.values, ...draft.values };
}

/** What is committed into one cell. */
export interface CellEdit {
  readonly key: string;
  readonly column: GridColumn;
  /** Typed text, or a value picked from a list. */
  readonly text?: string;
  readonly value?: CellValue;
  /** The text was typed where a list is offered. */
  readonly listed?: boolean;
}

/** The draft after text was committed into one of its cells. */
export function withTyped(draft: Draft, column: GridColumn, text: string, lookup: CellLookup): Draft {
  return withParsed(draft, column.key, text, parseCell(column.field, text, lookup));
}

/** The draft after a value was chosen for one of its cells. */
export function withValue(draft: Draft, column: GridColumn, value: CellValue): Draft {
  const reason = reasonAgainst(column.field, value);
  return withParsed(draft, column.key, '', reason === null ? { ok: true, value } : { ok: false, reason });
}

function withParsed(draft: Draft, field: string, text: string, parsed: Parsed): Draft {
  const { [field]: _typed, ...typed } = draft.typed;
  const { [field]: _problem, ...problems } = draft.problems;
  if (parsed.ok) {
    return { ...draft, typed, problems, failure: null, values: { ...draft.values, [field]: parsed.value } };
  }
  return {
    ...draft,
    typed: { ...typed, [field]: text },
    problems: { ...problems, [field]: parsed.reason },
    failure: null,
  };
}

/** What else changes in a row when a cell of it is committed, e.g. an amount with its quantity; fields and their values. */
export type Follow = (field: string, before: Values, after: Values) => Values;

/** The draft with what follows from the cell just committed. A text that could not be accepted brings nothing along. */
export function followed(draft: Draft, field: string, before: Values, follow: Follow | undefined): Draft {
  if (follow === undefined || draft.problems[field] !== undefined) return draft;
  const others = follow(field, before, { ...before, ...draft.values });
  const without = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => !(key in others)));
  return {
    ...draft,
    values: { ...draft.values, ...others },
    typed: without(draft.typed),
    problems: without(draft.problems),
  };
}

/** The draft with one cell back to what is stored. */
export function withoutField(draft: Draft, field: string, stored: CellValue | undefined): Draft {
  const { [field]: _typed, ...typed } = draft.typed;
  const { [field]: _problem, ...problems } = draft.problems;
  const { [field]: _value, ...others } = draft.values;
  const values = stored === undefined ? { ...others, [field]: null } : others;
  return { ...draft, typed, problems, values };
}

/** Labels of the fields that must be filled before a new row can be saved. */
export function missing(draft: Draft, fields: Fields): readonly string[] {
  if (draft.id !== null) return [];
  return requiredOf(fields).filter((key) => {
    const value = draft.values[key];
    return value === null || value === undefined || value === '';
  });
}

/** Asked for each row of a pasted block. */
const requiredOf = madeOnce((fields: Fields): readonly string[] =>
  Object.keys(fields).filter((key) => fields[key]?.optional !== true),
);

/** What of a draft can be sent now: a new row only as a whole, a stored row whatever was accepted; null = nothing. */
export function sendable(draft: Draft, fields: Fields): Values | null {
  if (draft.id === null) {
    return Object.keys(draft.typed).length === 0 && missing(draft, fields).length === 0 ? draft.values : null;
  }
  return Object.keys(draft.values).length > 0 ? draft.values : null;
}

/**
 * What is left of a draft once `saved` is in the book: text that was not accepted, and values committed since.
 * Null when nothing is left.
 */
export function settle(draft: Draft, id: number, saved: Values): Draft | null {
  const same = draft.values === saved;
  const left = same ? [] : Object.entries(draft.values).filter(([key, value]) => saved[key] !== value);
  if (left.length === 0 && Object.keys(draft.typed).length === 0) return null;
  return { ...draft, key: `r${id}`, id, place: null, values: Object.fromEntries(left), failure: null };
}
