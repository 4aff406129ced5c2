/** How a call is declared, and the inputs that many calls have. */
import type { Field } from '../../shape/shape.ts';
import type { InputFields, RecordsField } from '../input.ts';

export declare const returned: unique symbol;

export interface Call<I extends InputFields, O> {
  readonly input: I;
  /** A write runs in one transaction with one journal row, and needs a writable book. */
  readonly writes: boolean;
  readonly [returned]?: O;
}

/** Declares a call that reads. */
export const read =
  <O>() =>
  <const I extends InputFields>(input: I): Call<I, O> => ({ input, writes: false });
/** Declares a call that changes the book. */
export const write =
  <O>() =>
  <const I extends InputFields>(input: I): Call<I, O> => ({ input, writes: true });

export const id = (label: string) => ({ kind: 'integer', label, min: 1, max: Number.MAX_SAFE_INTEGER }) as const;
export const text = (label: string, maxLength = 200) => ({ kind: 'text', label, maxLength }) as const;
export const optionalText = (label: string, maxLength = 200) =>
  ({ kind: 'text', label, maxLength, optional: true }) as const;
export const budgetId = {
  kind: 'integer',
  label: '单位预算',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
} as const satisfies Field;
/** What is asked of: a budget, or (`consolidated`) it together with those of all units below its own. */
export const scope = { budgetId, consolidated: { kind: 'boolean', label: '部门汇总', optional: true } } as const;
export const flag = (label: string) => ({ kind: 'boolean', label }) as const;
export const revision = {
  kind: 'integer',
  label: '版本',
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
} as const satisfies Field;
/** Rows a call changes, at the revisions the user saw: one that was changed since is a conflict. */
export const seenRows = (label: string) =>
  ({ kind: 'records', label, of: { id: id('编号'), revision } }) as const satisfies RecordsField;
