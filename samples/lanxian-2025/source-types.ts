/** How the sources of the Lanxian book are written down: facts as published, prose as we wrote it. */

export type Period = 'implementation' | 'annual';
export const PERIODS: readonly Period[] = ['implementation', 'annual'];

/** 二级指标, 三级指标, 符号, 指标值, 计量单位. The first-level name follows from the second. */
export type IndicatorTuple = readonly [
  level2: string,
  level3: string,
  operator: string | null,
  value: string,
  measure: string | null,
];

export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** One file of `goal-sheets/`; `project: null` is the unit's overall sheet. `sheet` is the golden data's id. */
export interface SheetSource extends Readonly<Record<string, unknown>> {
  readonly project: string | null;
  readonly sheet: string | null;
  /** Amounts in 元. */
  readonly funding: Values;
  /** Prose, whole; what the published sheet cut off is said in `mendings/`. */
  readonly text: Values;
  readonly indicators: Readonly<Record<Period, readonly IndicatorTuple[]>>;
}

/**
 * One difference between the published document and a mended one. Paths: `sheet/<project>` (`sheet/unit` is the overall
 * sheet), `sheet/<project>/<field>`, `sheet/<project>/<period>` and `sheet/<project>/<period>/<row>`, with the row's
 * number among the published rows of its period, from 0, and then one of level2, level3, operator, value, measure.
 */
export type Change =
  /** The source holds what was published; mending puts `clean` there. */
  | { readonly at: string; readonly published: string | null; readonly clean: string | null }
  /** The source holds the whole text, of which the published sheet printed the first `cut` characters. */
  | { readonly at: string; readonly cut: number }
  /** The source says `right`, where the published sheet printed `slip`. */
  | { readonly at: string; readonly right: string; readonly slip: string }
  /** The source holds the mended sheet or text; the published document has none. */
  | { readonly at: string; readonly absent: true }
  /** Mending replaces the row by these. */
  | { readonly at: string; readonly rows: readonly IndicatorTuple[] }
  /** Mending arranges the period's published rows in this order. */
  | { readonly at: string; readonly order: readonly number[] };

/**
 * A named slip of the published document and what mends it. Ids are those of the golden data's discrepancies.md;
 * `M-…` are further ones of the same kinds (docs/samples.md).
 */
export interface Mending {
  readonly id: string;
  readonly slip: string;
  readonly changes: readonly Change[];
}
