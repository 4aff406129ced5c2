/** What a cell of the indicators shows, and what a typed text makes of its row. */
import { indicator } from '../../shared/entities/indicator.ts';
import { labelOf } from '../../shared/entities/vocabulary.ts';
import type { IndicatorColumn } from '../../shared/goals/form-spec.ts';
import { parseValueText, type ValueParts, valueText } from '../../shared/goals/value-text.ts';
import { makeLookup } from '../../shared/intake/lookup.ts';
import { parseCell } from '../../shared/intake/parse-cell.ts';
import type { CellLookup, Values } from '../../shared/intake/values.ts';
import type { GridRow } from '../grid/compose-row.ts';

/** Vocabularies only: an indicator refers to nothing else. */
export const INDICATOR_LOOKUP: CellLookup = makeLookup({
  amountUnit: 'yuan',
  codes: () => null,
  rows: () => null,
  initials: () => '',
  recent: () => [],
});

export type ColumnField = IndicatorColumn['field'];

export function cellText(row: GridRow | undefined, field: ColumnField): string {
  if (row === undefined) return '';
  const typed = row.typed[field];
  if (typed !== undefined) return typed;
  const value = row.values[field] ?? null;
  if (field === 'value') return value === null ? '' : valueText(partsOf(row.values));
  if (value === null) return '';
  const spec = indicator.fields[field];
  return spec.kind === 'enum' ? labelOf(spec.options, String(value)) : String(value);
}

/** Operator, value and unit of a row; a row without a value has the empty text. */
export function partsOf(values: Values): ValueParts {
  const { operator, value, measure } = values;
  return {
    // The field list allows nothing else in this field.
    operator: (operator ?? null) as ValueParts['operator'],
    value: typeof value === 'string' ? value : '',
    measure: typeof measure === 'string' ? measure : null,
  };
}

/** What was typed, as fields of the row; what cannot be read stays as it was typed, with the reason. */
export interface Patch {
  readonly values: Values;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export interface PatchAsk {
  readonly field: ColumnField;
  readonly text: string;
  /** The row's own fields so far. */
  readonly own: Values;
  /** The row beside it: a bare number takes operator and unit from there, a value without a name its name. */
  readonly beside: Values | null;
  /** Columns of the form: nature and direction follow from a new value where the form has them. */
  readonly shows: ReadonlySet<ColumnField>;
}

export function patchOf(ask: PatchAsk): Patch {
  if (ask.field !== 'value' || ask.text.trim() === '') return plainPatch(ask.field, ask.text);
  const { own, beside } = ask;
  const parts = completed(parseValueText(ask.text), own, beside);
  const checked = plainPatch('value', parts.value);
  if (Object.keys(checked.problems).length > 0) return { ...checked, typed: { value: ask.text } };
  const name = own.level3 ?? beside?.level3 ?? null;
  return {
    values: { ...parts, ...(name === null ? {} : { level3: name }), ...attributes(parts, ask) },
    typed: {},
    problems: {},
  };
}

/** A text as the one field of its column. */
export function plainPatch(field: ColumnField, text: string): Patch {
  const parsed = parseCell(indicator.fields[field], text.trim(), INDICATOR_LOOKUP);
  if (parsed.ok) return { values: { [field]: parsed.value }, typed: {}, problems: {} };
  return { values: {}, typed: { [field]: text }, problems: { [field]: parsed.reason } };
}

/** A bare number typed into an empty cell means what the row says already, or the row beside it. */
function completed(parts: ValueParts, own: Values, beside: Values | null): ValueParts {
  const isBare = parts.operator === null && parts.measure === null && /^[0-9.]+$/.test(parts.value);
  if (!isBare || (own.value ?? null) !== null) return parts;
  const from = own.measure != null || own.operator != null ? own : (beside ?? own);
  return { ...partsOf(from), value: parts.value };
}

function attributes({ operator, value }: ValueParts, { own, shows }: PatchAsk): Values {
  const isNumber = /^-?[0-9.]+$/.test(value);
  const less = operator === '≤' || operator === '<';
  return {
    ...(shows.has('nature') && own.nature == null ? { nature: isNumber ? 'quantitative' : 'qualitative' } : {}),
    ...(shows.has('direction') && own.direction == null ? { direction: less ? 'negative' : 'positive' } : {}),
  };
}
