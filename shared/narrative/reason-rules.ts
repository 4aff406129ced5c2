/** Which changes have to be explained, as dated data: a new year's requirement is a new entry. */
import type { PriorMeasure } from '../overview/measures.ts';

export interface ReasonRule {
  readonly measures: readonly PriorMeasure[];
  /** Any change, or one of at least so many per cent either way. */
  readonly from: 'anyChange' | number;
  readonly basis: string;
  readonly fromYear?: number;
  readonly toYear?: number;
}

const DISCLOSURE = '《地方预决算公开操作规程》（财预〔2016〕143号）';

const REASON_RULES: readonly ReasonRule[] = [
  {
    measures: ['threePublic.total', 'threePublic.abroad', 'threePublic.reception', 'threePublic.vehicle'],
    from: 'anyChange',
    basis: `${DISCLOSURE}：“三公”经费要说明增减变化的原因（条款待核）`,
    fromYear: 2017,
  },
  {
    measures: ['agencyOperating.total'],
    from: 'anyChange',
    basis: `${DISCLOSURE}：机关运行经费要说明安排情况和变化原因（条款待核）`,
    fromYear: 2017,
  },
  {
    measures: ['income.total', 'expenditure.total', 'general.total'],
    from: 10,
    basis: '公开说明的通行做法：收支变动较大的要说明原因（以10%为界，待核）',
  },
];

/** The rules in force in a fiscal year. */
export function reasonRulesFor(year: number): readonly ReasonRule[] {
  return REASON_RULES.filter((rule) => (rule.fromYear ?? year) <= year && (rule.toYear ?? year) >= year);
}
