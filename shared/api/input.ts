/** What a call takes: plain fields, and lists of values or of small records. */
import { checkFields, type FieldProblem } from '../shape/check.ts';
import { reasonAgainst } from '../shape/field-check.ts';
import type { Field, Fields, RowOf } from '../shape/shape.ts';

/** Values of one kind, e.g. the ids of some rows. */
export interface ListField {
  readonly kind: 'list';
  readonly label: string;
  readonly of: Field;
}

/** Small records, e.g. which line at which revision. An absent optional key of a record counts as null. */
export interface RecordsField {
  readonly kind: 'records';
  readonly label: string;
  readonly of: Fields;
}

export type InputFields = Readonly<Record<string, Field | ListField | RecordsField>>;

type ValueOf<F> = F extends { readonly kind: 'records'; readonly of: infer G extends Fields }
  ? readonly RowOf<G>[]
  : F extends { readonly kind: 'list'; readonly of: infer G extends Field }
    ? readonly RowOf<{ readonly value: G }>['value'][]
    : F extends Field
      ? RowOf<{ readonly value: F }>['value']
      : never;

/** The input a handler gets for declared input fields. */
export type InputRow<I extends InputFields> = { readonly [K in keyof I]: ValueOf<I[K]> };

export type CheckedInput =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A longer list is a mistake, and is refused before it takes up the memory. */
const MOST = 1_048_576;

/**
 * Checks a call's input: known keys only, each by its own declaration; an absent optional field counts as null.
 * @param raw anything that crossed the boundary
 * @returns the input, or the problems; `field` of one within a list is like `lines[2].amount`
 */
export function checkCallInput(declared: InputFields, raw: unknown): CheckedInput {
  const fields: Record<string, Field> = {};
  const given: Record<string, unknown> = { ...Object(raw) };
  const lists: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [key, field] of Object.entries(declared)) {
    if (field.kind !== 'list' && field.kind !== 'records') {
      fields[key] = field;
      continue;
    }
    lists[key] = checkList(key, field, given[key], problems);
    delete given[key];
  }
  const checked = checkFields(fields, isRecord(raw) ? given : raw, { absent: 'null' });
  if (!checked.ok) return { ok: false, problems: [...checked.problems, ...problems] };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...checked.value, ...lists } };
}

function checkList(
  key: string,
  field: ListField | RecordsField,
  raw: unknown,
  problems: FieldProblem[],
): readonly unknown[] {
  if (!Array.isArray(raw) || raw.length > MOST) {
    problems.push({ field: key, reason: `“${field.label}”应为一组内容。` });
    return [];
  }
  return raw.map((item: unknown, index) => {
    const at = `${key}[${index}]`;
    if (field.kind === 'list') {
      const reason = reasonAgainst(field.of, item);
      if (reason !== null) problems.push({ field: at, reason });
      return item;
    }
    const checked = checkFields(field.of, item, { absent: 'null' });
    if (checked.ok) return checked.value;
    const place = `“${field.label}”第${index + 1}项：`;
    for (const problem of checked.problems) {
      problems.push({ field: `${at}.${problem.field}`, reason: place + problem.reason });
    }
    return null;
  });
}

function isRecord(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
