/** Looking up classification codes of one fiscal year. */
import type { CodeEntry } from '../api/types.ts';
import type { Catalogue } from '../shape/shape.ts';
import type { UnitKind } from '../tables/model.ts';

export interface CodeBook {
  readonly year: number;
  /** Name of a code, or null when it is not listed in this year (a well-formed code may still be used). */
  name(catalogue: Catalogue, code: string): string | null;
  /** The expenditure classes (类) in the published order of tables 1 and 4. */
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  /** Government economic class (5 digits) for a department economic class, or null when no mapping is listed. */
  govEconomic(deptEconomic: string, kind: UnitKind): string | null;
  /** All entries of a catalogue in code order. */
  list(catalogue: Catalogue): readonly CodeEntry[];
}
