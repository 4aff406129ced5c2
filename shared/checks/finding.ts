/** What a check reports. A finding is not an error of the program: it is a sentence to the accountant. */
import type { EntityName } from '../entities/index.ts';
import type { CellRef } from '../tables/model.ts';

export type Severity = 'error' | 'warning' | 'advice';
/** As they are called wherever findings are told. */
export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '提示' };
/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];
/** Worst first. */
export const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** Where to go to mend it. */
export type Location =
  /** `with`: the other cells of the comparison, where there are any. */
  | { readonly kind: 'cell'; readonly cell: CellRef; readonly with?: readonly CellRef[] }
  /** A table as a whole: something of it, or all of it, is not there. */
  | { readonly kind: 'table'; readonly table: number }
  /** `page`: which of the pages of lines shows it. */
  | {
      readonly kind: 'row';
      readonly entity: EntityName;
      readonly id: number;
      readonly field: string | null;
      readonly page?: 'income' | 'spending';
    }
  /** A paragraph of 预算说明, by what its words are stored under. */
  | { readonly kind: 'narrative'; readonly section: string }
  | { readonly kind: 'budget' };

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Document and section the rule rests on. */
  readonly basis: string;
  readonly location: Location;
  /** The comparison could not be made, because something it looks at is not there. */
  readonly unmade?: true;
  /** The difference is no more than rounding can make: 尾差. */
  readonly rounding?: true;
  /** One safe, undoable write mends it; `all`: also everywhere at once. */
  readonly fix?: { readonly label: string; readonly all?: true };
}

/** A finding about a budget of the book, known from one run of the checks to the next. */
export interface KeptFinding extends Finding {
  readonly key: string;
  /** Sorts findings of one severity: rules in their order, then places in the book. */
  readonly order: readonly number[];
  /** The project it concerns. */
  readonly project: number | null;
  /** Why it is left as it is; absent = it is not. */
  readonly waived?: Waived;
}

/** What was said when a finding was waived. */
export interface Waived {
  readonly waiverId: number;
  readonly reason: string;
  readonly madeBy: string | null;
  readonly madeOn: string | null;
}
