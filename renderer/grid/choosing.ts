/** The list under a cell that is being edited: what it offers and what Enter takes from it. */

import { matchChoices, normalise } from '../../shared/intake/match-choices.ts';
import { suggest } from '../../shared/intake/suggest.ts';
import type { CellLookup, CellValue, Choice, Values } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import type { GridColumn } from './column.ts';

/** More are not drawn. */
export const CHOICE_LIMIT = 60;

export interface Choosing {
  readonly choices: readonly Choice[];
  /** The choice Enter takes; -1 = what was typed. */
  readonly highlight: number;
  /** None of them is what was typed, they are only like it. */
  readonly near?: boolean;
  /** A name of none of them that can be made into one; offered below them all. */
  readonly make?: string;
}

/**
 * The list under a cell of a column; null for cells without. A suggested text is completed from its beginning; what begins
 * like none of them is taken as it was typed.
 * @param typed what was typed; null when editing has just begun
 */
export function choosingIn(
  column: GridColumn,
  typed: string | null,
  values: Values,
  current: CellValue,
  lookup: CellLookup,
): Choosing | null {
  const { field, suggest } = column;
  if (hasChoices(field)) return makeable(choosingFor(field, typed, current, lookup), column, typed ?? '');
  if (suggest === undefined) return null;
  const choices = matchChoices(suggest(values), typed ?? '', [], CHOICE_LIMIT);
  if (typed === null) return { choices, highlight: choices.findIndex(({ value }) => value === current) };
  const query = normalise(typed);
  const begins = ({ label, initials }: Choice) => label.toLowerCase().startsWith(query) || initials.startsWith(query);
  return { choices, highlight: query === '' ? -1 : choices.findIndex(begins) };
}

/** What is most like a text that is in no list; Enter still takes what was typed. It takes some time in a long list. */
export function nearTo(column: GridColumn, typed: string, lookup: CellLookup): Choosing {
  const { field } = column;
  const all = lookup.choices(field);
  const choices = suggest(field, typed, lookup, lookup.amountUnit).flatMap(
    ({ text }) => all.find(({ code, label }) => code === text || label === text) ?? [],
  );
  return makeable({ choices, highlight: -1, near: true }, column, typed);
}

/** The list with the offer to make what was typed, where that can be made and is not there. */
function makeable(choosing: Choosing, { make }: GridColumn, typed: string): Choosing {
  const name = typed.trim();
  if (make === undefined || name === '' || choosing.choices.some(({ label }) => label === name)) return choosing;
  return { ...choosing, make: name };
}

/** True for fields whose cells offer a list. */
function hasChoices(field: Field): boolean {
  return field.kind === 'enum' || field.kind === 'code' || field.kind === 'ref' || field.kind === 'boolean';
}

/**
 * The list for a query.
 * @param typed what was typed; null when editing has just begun and everything is offered
 * @param current the value the cell has
 */
export function choosingFor(field: Field, typed: string | null, current: CellValue, lookup: CellLookup): Choosing {
  const choices = matchChoices(lookup.choices(field), typed ?? '', lookup.recent(field), CHOICE_LIMIT);
  if (typed === null || typed.trim() === '') {
    return { choices, highlight: typed === null ? choices.findIndex((choice) => choice.value === current) : -1 };
  }
  return { choices, highlight: choices.length > 0 && !isNumber(field, typed) ? 0 : exactAt(choices, typed) };
}

/** A typed number is never completed by itself: a code that is too short is an error, one that is not listed may be new. */
function isNumber(field: Field, typed: string): boolean {
  return field.kind === 'code' && /^[a-c]?[0-9]+$/.test(normalise(typed));
}

function exactAt(choices: readonly Choice[], typed: string): number {
  return choices.findIndex((choice) => choice.code === normalise(typed));
}

/** The list after an arrow key; goes round. */
export function stepHighlight(choosing: Choosing, by: 1 | -1): Choosing {
  const { choices, highlight, make } = choosing;
  const count = choices.length + (make === undefined ? 0 : 1);
  if (count === 0) return choosing;
  const from = highlight < 0 && by < 0 ? 0 : highlight;
  return { ...choosing, highlight: (from + by + count) % count };
}
