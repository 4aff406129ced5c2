/**
 * What attributes of records may look at beyond the row at hand. Whatever is looked at is remembered together with the
 * record that asked, so that a change leads to the records it concerns and to no others: no list of dependencies is
 * kept by hand, and none can be forgotten.
 */
import type { CodeBook } from '../codes/code-book.ts';
import type { EntityName, RowOfEntity } from '../entities/index.ts';
import type { RuleSet } from '../procurement/spec.ts';
import type { Scalar } from './record-spec.ts';

/** Entities whose rows are checked. */
export type CheckedEntity = Extract<
  EntityName,
  'line' | 'project' | 'procurement' | 'goalSheet' | 'indicator' | 'asset' | 'prior' | 'narrative' | 'budget' | 'unit'
>;

/** Those a budget has few enough of to be gone through. */
export type FewEntity = Exclude<CheckedEntity, 'line' | 'indicator'>;

export interface Look {
  readonly codes: CodeBook;
  /** Procurement rule sets in force for the unit's region and the budget's year. */
  readonly ruleSets: readonly RuleSet[];
  /** A field of the budget's unit. */
  unit<K extends keyof RowOfEntity<'unit'>>(field: K): RowOfEntity<'unit'>[K];
  budget<K extends keyof RowOfEntity<'budget'>>(field: K): RowOfEntity<'budget'>[K];
  row<N extends CheckedEntity>(entity: N, id: number | null): RowOfEntity<N> | undefined;
  /** In book order. */
  all<N extends FewEntity>(entity: N): readonly RowOfEntity<N>[];
  /**
   * Rows by a key that follows from their own fields alone; null leaves a row out, several keys put it under each.
   * @returns looks rows up, in book order (rows of one parent)
   */
  index<N extends CheckedEntity>(
    entity: N,
    keyOf: (row: RowOfEntity<N>) => Scalar | readonly Scalar[],
  ): (key: Scalar) => readonly RowOfEntity<N>[];
  /** Works a value out once; it is worked out again when what it looked at changes, and passed on if it differs. */
  memo<K extends Scalar, V>(compute: (key: K) => V): (key: K) => V;
}
