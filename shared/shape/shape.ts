/**
 * Field lists: one declaration per record gives the row type, the run-time check, the grid's columns,
 * the form's controls, the import template's headers and the interchange format.
 */
import type { Fen } from '../money/fen.ts';

interface FieldBase {
  /** Chinese label shown on screen, in templates and in error sentences. */
  readonly label: string;
  /** One sentence that explains the field to an accountant. */
  readonly help?: string;
  /** An optional field may be null. */
  readonly optional?: true;
}

export type Catalogue = 'functional' | 'deptEconomic' | 'govEconomic' | 'revenue' | 'procurement';

export type Field =
  | (FieldBase & { readonly kind: 'text'; readonly maxLength: number; readonly multiline?: true })
  | (FieldBase & { readonly kind: 'enum'; readonly options: readonly Option[] })
  | (FieldBase & { readonly kind: 'code'; readonly catalogue: Catalogue; readonly digits: readonly number[] })
  /** An amount in 分; typed and shown in 元 or 万元. `negative` allows amounts below zero. */
  | (FieldBase & { readonly kind: 'fen'; readonly negative?: true })
  | (FieldBase & { readonly kind: 'integer'; readonly min: number; readonly max: number })
  /** A decimal number that is not money (quantity, area), kept as canonical decimal text. */
  | (FieldBase & { readonly kind: 'decimal'; readonly scale: number })
  | (FieldBase & { readonly kind: 'boolean' })
  /** A calendar day, `YYYY-MM-DD`. */
  | (FieldBase & { readonly kind: 'date' })
  /** The id of a row of another entity in the same book. */
  | (FieldBase & { readonly kind: 'ref'; readonly entity: string });

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Fields = Readonly<Record<string, Field>>;

type BaseValue<F extends Field> = F extends { kind: 'enum'; options: readonly { value: infer V }[] }
  ? V
  : F extends { kind: 'fen' }
    ? Fen
    : F extends { kind: 'integer' | 'ref' }
      ? number
      : F extends { kind: 'boolean' }
        ? boolean
        : string;

type ValueOf<F extends Field> = F extends { optional: true } ? BaseValue<F> | null : BaseValue<F>;

/** The row type that a field list describes. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
