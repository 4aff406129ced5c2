/**
 * The vocabulary in which the 13 公开表 are declared. A specification is plain data: it can be listed,
 * compared and printed; `evaluate` is the one interpreter.
 */
import type { BasicUse, Fund, Nature, Origin, Side } from '../entities/vocabulary.ts';
import type { UnitKind } from './model.ts';

/** A line counts when every named dimension has one of the listed values. `{}` counts every line. */
export interface Filter {
  readonly side?: readonly Side[];
  readonly fund?: readonly Fund[];
  readonly origin?: readonly Origin[];
  readonly nature?: readonly Nature[];
  readonly use?: readonly BasicUse[];
  /** Department economic codes or prefixes of them, e.g. `302` or `30217`. */
  readonly economic?: readonly string[];
  readonly unitKind?: readonly UnitKind[];
}

export type TreeDimension = 'functional' | 'revenue' | 'deptEconomic';

export type RowSource =
  /** One row, always shown. `where: null` is a row without figures (a printed blank). `key` names the row within its block. */
  | {
      readonly kind: 'fixed';
      readonly key: string;
      readonly label: string;
      readonly where: Filter | null;
      readonly bold?: true;
      readonly indent?: number;
    }
  /** The expenditure classes of the year, numbered 一、二、… in published order, one row each, also when empty. */
  | { readonly kind: 'classes'; readonly where: Filter }
  /** Code tree: every code with lines below it, by the digits of its levels, e.g. [3, 5, 7]. */
  | {
      readonly kind: 'tree';
      readonly dimension: TreeDimension;
      readonly digits: readonly number[];
      readonly where: Filter;
    }
  /**
   * One row per unit with lines (`always`: also without); `projects` adds that unit's projects with lines below it,
   * in book order.
   */
  | { readonly kind: 'units'; readonly where: Filter; readonly projects?: true; readonly always?: true };

export type Show =
  /** The row's label: fixed text, class, unit or project name. */
  | 'label'
  | 'code'
  | 'name'
  /** Name of the government economic class that a department economic item maps to. */
  | 'govName';

export interface ColumnSpec {
  readonly label: string;
  /** Sub-columns; a column has exactly one of `under`, `show`, `sum`. */
  readonly under?: readonly ColumnSpec[];
  readonly show?: Show;
  readonly sum?: Filter;
  /** Characters (full-width count 2) the column should fit; the renderers' width hint. */
  readonly width?: number;
}

/** One side of a table: its own rows and columns over its own lines. Tables 1, 4 and 9 have two. */
export interface BlockSpec {
  readonly over: Filter;
  readonly columns: readonly ColumnSpec[];
  /** Sections of rows. In a two-sided table the n-th sections of both sides start on the same row. */
  readonly sections: readonly (readonly RowSource[])[];
}

export interface TableSpec {
  readonly no: number;
  /** `{year}` is replaced by the fiscal year here and in column labels. */
  readonly title: string;
  /** Short name for navigation. */
  readonly shortTitle: string;
  readonly blocks: readonly BlockSpec[];
  /** True where the source prints a row of column numbers 1, 2, 3 … under the heads. */
  readonly columnNumbers?: true;
  readonly whenEmpty: string;
  readonly page: { readonly paper: 'A4' | 'A3'; readonly orientation: 'portrait' | 'landscape' };
  /** First and last fiscal year the specification is for; absent = open. */
  readonly fromYear?: number;
  readonly toYear?: number;
}
