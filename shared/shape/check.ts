/**
 * The run-time check of a record against its field list. It takes nothing on trust: what passes is a new
 * object that holds exactly the declared keys, with values of the declared types.
 */
import type { Draft, EntitySpec } from '../entities/entity.ts';
import { reasonAgainst } from './field-check.ts';
import { madeOnce } from './made-once.ts';
import type { Field, Fields, RowOf } from './shape.ts';

export interface FieldProblem {
  /** Key of the field; empty when the record as a whole is not usable. */
  readonly field: string;
  /** A whole Chinese sentence that names the field by its label. */
  readonly reason: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export interface CheckOptions {
  /** `null`: an optional field whose key is absent counts as null. By default an absent key is refused, so that a save cannot empty a field by leaving it out. */
  readonly absent?: 'refuse' | 'null';
}

/**
 * Checks a raw value against a field list.
 * @param raw anything that crossed a boundary; only its own enumerable keys are looked at
 * @returns the typed record (amounts as integer 分), or every problem found, in the order of the field list
 */
export function checkFields<const F extends Fields>(
  fields: F,
  raw: unknown,
  options: CheckOptions = {},
): Checked<RowOf<F>> {
  if (!isRecord(raw)) return { ok: false, problems: [{ field: '', reason: '收到的内容不是一条记录。' }] };
  const problems: FieldProblem[] = [];
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(fields, key)) problems.push({ field: key, reason: `没有“${shown(key)}”这个字段。` });
  }
  const value: Record<string, unknown> = {};
  for (const [key, field] of entriesOf(fields)) {
    const present = Object.hasOwn(raw, key) && raw[key] !== undefined;
    if (!present && !(field.optional && options.absent === 'null')) {
      problems.push({ field: key, reason: `缺少“${field.label}”。` });
      continue;
    }
    const given = present ? raw[key] : null;
    const reason = reasonAgainst(field, given);
    if (reason === null) value[key] = given === 0 ? 0 : given;
    else problems.push({ field: key, reason });
  }
  if (problems.length > 0) return { ok: false, problems };
  // Every key of F has just been checked against its own declaration, which is what RowOf<F> says.
  return { ok: true, value: value as RowOf<F> };
}

const entriesOf = madeOnce((fields: Fields): readonly (readonly [string, Field])[] => Object.entries(fields));

const DRAFT_META = {
  id: { kind: 'integer', label: '编号', min: 1, max: Number.MAX_SAFE_INTEGER, optional: true },
  revision: { kind: 'integer', label: '版本', min: 0, max: Number.MAX_SAFE_INTEGER, optional: true },
  position: { kind: 'integer', label: '次序', min: 0, max: Number.MAX_SAFE_INTEGER, optional: true },
} as const satisfies Fields;

/** Asked for each row of a pasted block. */
const draftFields = madeOnce((fields: Fields): Fields => ({ ...DRAFT_META, ...fields }));

function fieldsOfDraft<const F extends Fields>(fields: F): typeof DRAFT_META & F {
  // What was made of F are its own fields and the meta keys.
  return draftFields(fields) as typeof DRAFT_META & F;
}

/**
 * Checks what the window sends to save: `id`, `revision`, `position` and the entity's fields.
 * A new row has neither id nor revision; an existing one has both.
 */
export function checkDraft<const E extends EntitySpec>(entity: E, raw: unknown): Checked<Draft<E>> {
  const checked = checkFields(fieldsOfDraft(entity.fields), raw);
  if (!checked.ok) return checked;
  const { id, revision } = checked.value;
  if ((id === null) !== (revision === null)) {
    return {
      ok: false,
      problems: [{ field: 'revision', reason: `${entity.label}的编号和版本要么都有，要么都没有。` }],
    };
  }
  // The checked record has the three meta keys and E's own fields, which is what Draft<E> says.
  return { ok: true, value: checked.value as Draft<E> };
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** A key from outside, short enough to be shown in a sentence. */
function shown(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
