/**
 * The vocabulary in which 第三部分 is declared: sections of sentences whose figures are bound to the book. All of it is
 * plain data. `{name}` in a sentence is a figure of `figures.ts`; `figure-value.ts` and `narrative.ts` are the
 * interpreters.
 */
import type { PriorMeasure } from '../overview/measures.ts';
import type { CellRef, UnitKind } from '../tables/model.ts';

/** An amount in 分. */
export type AmountSpec =
  | { readonly cell: CellRef }
  | {
      readonly procurement: 'amount' | 'smeReserved' | 'microReserved';
      readonly category?: 'goods' | 'works' | 'services';
    }
  /** What projects spend, current and carried over. `disclosed`: annual money of the projects' goal sheets. */
  | { readonly projects: 'spending' | 'disclosed'; readonly category?: 'operations' | 'specificTarget' };

export type FigureSpec =
  | { readonly show: 'amount'; readonly label: string; readonly of: AmountSpec }
  | { readonly show: 'share'; readonly label: string; readonly of: AmountSpec; readonly within: AmountSpec }
  /** Change against last year as a clause with its comma: 增加/减少 with 增长/下降, 持平, or a base of nothing. */
  | { readonly show: 'growth'; readonly label: string; readonly of: PriorMeasure }
  /** Rows of a table that have an amount in a column: their names, and what else is said of each. */
  | {
      readonly show: 'list';
      readonly label: string;
      readonly table: number;
      readonly block: number;
      /** Columns of the names and of the amounts. */
      readonly names: number;
      readonly column: number;
      /** Which rows: keys that this matches, e.g. `^f:\\d{3}$`. */
      readonly rows: string;
      readonly saying: 'name' | 'amount' | 'amountAndShare';
    }
  | {
      readonly show: 'projectCount';
      readonly label: string;
      readonly of: 'spending' | 'disclosed';
      readonly category?: 'operations' | 'specificTarget';
    }
  /** Quantity of state assets of these kinds. */
  | { readonly show: 'assets'; readonly label: string; readonly kinds: readonly string[]; readonly measure: string }
  | { readonly show: 'text'; readonly label: string; readonly of: 'unit' | 'year' | 'assetsOn' | 'none' };

export type Condition =
  | { readonly nonzero: AmountSpec }
  | { readonly zero: AmountSpec }
  | { readonly kinds: readonly UnitKind[] }
  | { readonly has: 'assets' | 'unitSheet' | 'projects' }
  | { readonly hasNo: 'assets' | 'unitSheet' | 'projects' };

export type PartSpec =
  | { readonly kind: 'heading'; readonly text: string; readonly when?: readonly Condition[] }
  /** A sentence the book writes; the user may write another one in its place, stored under `id`. */
  | { readonly kind: 'sentence'; readonly id: string; readonly text: string; readonly when?: readonly Condition[] }
  /** Words that only the user knows. `otherwise` is printed until there are any; null prints nothing. */
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly label: string;
      /** Printed before the words. */
      readonly lead: string;
      readonly otherwise: string | null;
      /** Totals whose change may ask for these words (`reason-rules.ts`). */
      readonly explains?: readonly PriorMeasure[];
      readonly when?: readonly Condition[];
    };

export interface NarrativeSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PartSpec[];
}
