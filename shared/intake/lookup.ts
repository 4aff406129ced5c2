/** The lists that the cells of a budget choose from, made of code lists, vocabularies and rows, each made on first use. */

import type { CodeEntry } from '../api/types.ts';
import type { AmountUnit } from '../money/parse.ts';
import type { Catalogue, Field } from '../shape/shape.ts';
import {
  type ChoiceList,
  choiceList,
  codeChoices,
  type Initials,
  optionChoices,
  rowChoices,
  YES_NO,
} from './choices.ts';
import type { CellLookup, CellValue, SavedRow } from './values.ts';

export interface LookupParts {
  readonly amountUnit: AmountUnit;
  /** All codes of a catalogue, or null while they are not there. */
  readonly codes: (catalogue: Catalogue) => readonly CodeEntry[] | null;
  /** The rows a reference may point to, each with its name; null where cells of the budget have none. */
  readonly rows: (entity: string) => readonly SavedRow[] | null;
  readonly initials: Initials;
  readonly recent: (field: Field) => readonly CellValue[];
  /** True while lists or initials are still to come. */
  readonly partial?: boolean;
}

const NOTHING = choiceList([]);

export function makeLookup(parts: LookupParts): CellLookup {
  const lists = new Map<string, ChoiceList>();
  // Each cell that is drawn asks for its field's list.
  const listsOfFields = new Map<Field, ChoiceList>();
  const listOf = (field: Field): ChoiceList => {
    const known = listsOfFields.get(field);
    if (known !== undefined) return known;
    const key = keyOf(field);
    const list = lists.get(key) ?? makeList(field, parts);
    lists.set(key, list);
    listsOfFields.set(field, list);
    return list;
  };
  return {
    amountUnit: parts.amountUnit,
    partial: parts.partial === true,
    choices: (field) => listOf(field).choices,
    choiceOf: (field, value) => listOf(field).byValue.get(value) ?? null,
    recent: parts.recent,
  };
}

function makeList(field: Field, { codes, rows, initials }: LookupParts): ChoiceList {
  switch (field.kind) {
    case 'enum':
      return optionChoices(field.options, initials);
    case 'boolean':
      return YES_NO;
    case 'code': {
      const entries = codes(field.catalogue);
      return entries === null ? NOTHING : codeChoices(entries, field.digits, initials);
    }
    case 'ref': {
      const found = rows(field.entity);
      return found === null ? NOTHING : rowChoices(found, initials);
    }
    default:
      return NOTHING;
  }
}

/** Fields with the same list share it. */
function keyOf(field: Field): string {
  switch (field.kind) {
    case 'enum':
      return `enum ${field.options.map((option) => option.value).join(' ')}`;
    case 'code':
      return `code ${field.catalogue} ${field.digits.join(' ')}`;
    case 'ref':
      return `ref ${field.entity}`;
    default:
      return field.kind;
  }
}
