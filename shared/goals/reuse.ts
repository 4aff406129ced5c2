/** Taking parts of one goal sheet over into another, also of another year and another form. */
import type { RowOfEntity } from '../entities/index.ts';
import { type Fresh, fresh, SHEET_AMOUNTS } from '../projects/copy.ts';
import type { Option } from '../shape/shape.ts';
import type { FormFamily } from './form-spec.ts';
import { placeOn } from './map-form.ts';

type Sheet = RowOfEntity<'goalSheet'>;
type Indicator = RowOfEntity<'indicator'>;

export const REUSE_PARTS = [
  { value: 'head', label: '项目属性、项目期和签字栏' },
  { value: 'texts', label: '项目概况、依据、必要性、措施和计划' },
  { value: 'goals', label: '总体目标' },
  { value: 'implementation', label: '实施期指标' },
  { value: 'annual', label: '年度指标' },
  { value: 'money', label: '资金' },
] as const satisfies readonly Option[];
export type ReusePart = (typeof REUSE_PARTS)[number]['value'];

const FIELDS = {
  head: ['supervisorCode', 'supervisor', 'implementer', 'attribute', 'term', 'responsible', 'handler', 'phone'],
  texts: ['overview', 'basis', 'necessity', 'safeguards', 'plan'],
  goals: ['implGoal', 'annualGoal'],
  money: SHEET_AMOUNTS,
} as const satisfies Readonly<Partial<Record<ReusePart, readonly (keyof Sheet)[]>>>;

export interface ReuseAsk {
  readonly parts: ReadonlySet<ReusePart>;
  /** Years to add to the years that texts name, e.g. 1 for last year's sheet; 0 leaves them. */
  readonly years: number;
  /** The form of the sheet that takes. */
  readonly form: FormFamily;
}

/** The sheet with the chosen parts of another; an empty text there takes nothing away here. */
export function reusedSheet(to: Sheet, from: Sheet, { parts, years }: ReuseAsk): Sheet {
  const taken = Object.entries(FIELDS).flatMap(([part, fields]) =>
    // The entries are those of FIELDS, whose keys are parts.
    parts.has(part as ReusePart) ? fields.map((field) => [field, from[field]] as const) : [],
  );
  const filled = taken.filter(([, value]) => value !== null && value !== '');
  return {
    ...to,
    ...Object.fromEntries(
      filled.map(([field, value]) => [field, typeof value === 'string' ? movedYears(value, years) : value]),
    ),
  };
}

/** The chosen periods' indicators as new rows, each under the second level that the taking form has for it. */
export function reusedIndicators(
  indicators: readonly Indicator[],
  { parts, years, form }: ReuseAsk,
): readonly Fresh<Indicator>[] {
  return indicators
    .filter(({ period }) => parts.has(period))
    .map((one) => ({
      ...fresh(one),
      ...(placeOn(form, one) ?? {}),
      level3: movedYears(one.level3, years),
      value: movedYears(one.value, years),
    }));
}

/** A year, or the first of a span (`2025-2026年`). */
const YEAR = /(?<![0-9])20[0-9]{2}(?=年|[-—–～~至、]+20[0-9]{2}年)/g;

/** Years named in a text, moved on: `2025年6月底前` by one is `2026年6月底前`. Numbers of documents (〔2025〕) stay. */
export function movedYears(text: string, by: number): string {
  if (by === 0) return text;
  return text.replaceAll(YEAR, (year) => String(Number.parseInt(year, 10) + by));
}
