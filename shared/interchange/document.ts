/** The typed form of an interchange document, derived from the entities' field lists. Amounts are decimal 元 text. */
import type { EntityName, entities } from '../entities/index.ts';
import type { Field, RowOf } from '../shape/shape.ts';
import type { FORMAT, LISTS, VERSION } from './layout.ts';

type FieldsOf<N extends EntityName> = (typeof entities)[N]['fields'];

/** `projectId` is called `project` in the document. */
type NameIn<K extends string, F> = F extends { readonly kind: 'ref' } ? (K extends `${infer Base}Id` ? Base : K) : K;

type ValueIn<F extends Field> = F extends { readonly kind: 'ref' | 'fen' }
  ? F extends { readonly optional: true }
    ? string | null
    : string
  : RowOf<{ readonly field: F }>['field'];

type FieldValues<F extends Readonly<Record<string, Field>>> = {
  readonly [K in keyof F & string as NameIn<K, F[K]>]: ValueIn<F[K]>;
};

type KeyOf<N extends EntityName> = N extends 'unit' | 'project' | 'line' ? { readonly key: string | null } : unknown;
type ListsOf<N extends EntityName> = N extends keyof typeof LISTS ? RecordLists<(typeof LISTS)[N]> : unknown;
type RecordLists<L extends Readonly<Record<string, EntityName>>> = {
  readonly [K in keyof L]: readonly InterchangeRecord<L[K]>[];
};

/** One record: its key where others may refer to it, its fields, its lists. Nothing is absent; what is not given is null. */
export type InterchangeRecord<N extends EntityName> = KeyOf<N> & FieldValues<FieldsOf<N>> & ListsOf<N>;

export type InterchangeDocument = {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
} & RecordLists<(typeof LISTS)['document']>;
