/**
 * The vocabulary of cross-checks between tables (勾稽关系). A check is plain data; `run-tables.ts` is its one interpreter.
 * It works on exact 分 and, for a workbook that only has printed 万元, on those.
 */
import type { Severity } from './finding.ts';

/**
 * A cell by meaning. `row`: a row key as in CellRef, `@` for the row at hand, `class@` for the class row of the code at
 * hand, `f@` for the tree row of the class at hand. `column`: the label path of the table's specification, where `{year}`
 * stands for the fiscal year; `@` for the column at hand.
 */
export interface CellOf {
  readonly table: number;
  /** Side of a two-sided table; absent = 0. */
  readonly block?: 0 | 1;
  readonly row: string;
  readonly column: string;
}

/** Rows of one side of a table, in printed order. */
export type RowsOf =
  | { readonly keys: readonly string[] }
  /** Rows whose key begins so, e.g. `class:`. */
  | { readonly startsWith: string }
  /** Tree rows of one level, by the digits of their code. */
  | { readonly tree: 'f' | 'r' | 'e'; readonly digits: number }
  /** Every row that prints figures; every row that has rows below it; the rows right below the row at hand; the row of the same key. */
  | 'all'
  | 'parents'
  | 'children'
  | 'same';

export type Amount =
  | { readonly cell: CellOf }
  | { readonly sum: readonly Amount[] }
  | { readonly minus: readonly [Amount, Amount] }
  /** Sum over rows. None at all is a reference that finds nothing, unless `mayBeNone`. */
  | {
      readonly total: {
        readonly table: number;
        readonly block?: 0 | 1;
        readonly rows: RowsOf;
        readonly column: string;
        readonly mayBeNone?: true;
      };
    };

/** Repeats a check for every one of these rows and columns. */
export interface Each {
  readonly table: number;
  readonly block?: 0 | 1;
  readonly rows: RowsOf;
  readonly columns: readonly string[];
}

/** Printed amounts by `table|block|row|column`, rows in the order written, for showing what a check means. */
export type TableExample = Readonly<Record<string, string>>;

export interface TableCheck {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly each?: Each;
  /** The check applies only where this amount is nil. */
  readonly onlyIfNil?: Amount;
  readonly left: Amount;
  readonly op: '=' | '<=' | '>=';
  readonly right: Amount;
  /** A sentence; `{left}`, `{right}`, `{diff}` are amounts with their unit, `{table}`, `{row}` and `{column}` names. */
  readonly message: string;
  readonly examples: { readonly passes: readonly TableExample[]; readonly fails: readonly TableExample[] };
}
