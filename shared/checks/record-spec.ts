/**
 * The vocabulary of checks on single records and on what belongs to them. A rule is plain data; `live/rule-runner.ts` is its
 * one interpreter. Rules speak of a record's own fields and of the attributes that `records.ts` derives.
 */
import type { EntityName } from '../entities/index.ts';
import type { Severity } from './finding.ts';

/**
 * Records that rules are about: rows of entities, the five funds of the budget, the budget's unit, the paragraphs of the
 * narrative and the figures typed in them by hand.
 */
export type RecordName =
  | Extract<
      EntityName,
      | 'line'
      | 'project'
      | 'procurement'
      | 'goalSheet'
      | 'indicator'
      | 'asset'
      | 'prior'
      | 'narrative'
      | 'budget'
      | 'unit'
    >
  | 'fund'
  | 'paragraph'
  | 'typedFigure';

export type Scalar = string | number | boolean | null;

/** Each named field or attribute has one of the values, or is filled, or is empty (null or blank text). */
export type Pattern = Readonly<Record<string, readonly Scalar[] | 'filled' | 'empty'>>;

/** A whole number: an amount in 分 or a count. An own field that is null counts as nothing. */
export type RecordAmount =
  | { readonly own: string }
  | { readonly number: number }
  | { readonly sum: readonly RecordAmount[] }
  /** Sum of a field (or the number) of other records whose fields equal the named fields of the record at hand. */
  | {
      readonly of: RecordName;
      readonly add: string | 'count';
      readonly match: Readonly<Record<string, string>>;
      readonly where?: Pattern;
    };

export interface RecordRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Document and section; `{name}` as in the message, where the record decides which. */
  readonly basis: string;
  readonly each: RecordName;
  /** Records the rule is about; absent = all. Without `must`, every such record is a finding. */
  readonly when?: Pattern;
  readonly must?: {
    readonly left: RecordAmount;
    readonly op: '=' | '<=' | '>=';
    readonly right: RecordAmount;
    /** By how much, in 分, the two may differ: where figures are known only as printed. */
    readonly slack?: RecordAmount;
  };
  /** One finding for all records that share these fields, at the first of them; `{count}` says how many. */
  readonly once?: readonly string[];
  /** The field to go to. */
  readonly field: string | null;
  /** A sentence; `{name}` is a field, an attribute, or `left`, `right`, `diff`, `count`. */
  readonly message: string;
  /** Fields to set, to a value or to what an attribute says, where one safe write mends it. */
  readonly fix?: {
    readonly label: string;
    readonly set: Readonly<Record<string, null | { readonly to: string }>>;
    /** As safe on all records at once as on one. */
    readonly all?: true;
  };
  readonly examples: { readonly passes: readonly RecordExample[]; readonly fails: readonly RecordExample[] };
}

/** A budget small enough to read; what is not said is ordinary. Ids are places in the lists, from 1. */
export interface RecordExample {
  readonly unit?: ExampleRow;
  readonly budget?: ExampleRow;
  readonly lines?: readonly ExampleRow[];
  readonly projects?: readonly ExampleRow[];
  readonly procurement?: readonly ExampleRow[];
  readonly goalSheets?: readonly ExampleRow[];
  readonly indicators?: readonly ExampleRow[];
  readonly assets?: readonly ExampleRow[];
  readonly prior?: readonly ExampleRow[];
  readonly narrative?: readonly ExampleRow[];
}

export type ExampleRow = Readonly<Record<string, Scalar>>;
