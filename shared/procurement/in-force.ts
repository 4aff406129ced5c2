/** Which procurement rule sets apply to a unit's region and a fiscal year, and why. */
import type { RuleSet } from './spec.ts';

/** A rule set with whether it applies to a unit, and why or why not, in a sentence. */
export interface JudgedSet {
  readonly set: RuleSet;
  readonly applies: boolean;
  readonly reason: string;
}

/** A fiscal year's purchases follow what is in force on its first day. */
export function firstDayOf({ year }: { readonly year: number }): string {
  return `${year}-01-01`;
}

/**
 * Which rule sets apply in a region on a day (`YYYY-MM-DD`), in the order they are asked: departments' own lists, then
 * the newest first, of one day the later listed (a book's own after the shipped); of several central catalogues, and of
 * several lists of departments, the newest only.
 * @param region the unit's 行政区划, e.g. 山西省吕梁市岚县; null when it is not filled in
 */
export function judgeSets(sets: readonly RuleSet[], region: string | null, day: string): readonly JudgedSet[] {
  const asked = ({ list, effectiveFrom }: RuleSet) => `${list === 'department' ? 1 : 0} ${effectiveFrom}`;
  const inOrder = sets.toReversed().sort((left, right) => asked(right).localeCompare(asked(left)));
  const fits = (set: RuleSet) => obstacle(set, region, day) === null;
  const newest = (list: RuleSet['list']) =>
    inOrder.find((set) => set.catalogue.length > 0 && set.list === list && fits(set));
  return inOrder.map((set) => {
    const against = obstacle(set, region, day);
    if (against !== null) return { set, applies: false, reason: against };
    const newer = set.catalogue.length === 0 ? undefined : newest(set.list);
    if (newer !== undefined && newer !== set) {
      return { set, applies: false, reason: `已由更新的${newer.number}代替。` };
    }
    const where = set.regions.includes(EVERYWHERE) ? '全国适用' : `单位所在的${region}属于${set.regions.join('、')}`;
    return { set, applies: true, reason: `${where}，自${set.effectiveFrom}起施行。` };
  });
}

const EVERYWHERE = '全国';

function obstacle(set: RuleSet, region: string | null, day: string): string | null {
  if (day < set.effectiveFrom) return `自${set.effectiveFrom}起施行，预算年度开始时（${day}）还没有生效。`;
  if (set.effectiveTo !== null && day > set.effectiveTo) return `有效期到${set.effectiveTo}，预算年度开始时已经失效。`;
  if (set.regions.includes(EVERYWHERE)) return null;
  if (region === null || region === '') return `只适用于${set.regions.join('、')}，单位还没有填写行政区划。`;
  if (set.regions.some((name) => region.startsWith(name))) return null;
  return `只适用于${set.regions.join('、')}，单位的行政区划是${region}。`;
}

/** The rule sets of `judgeSets` that apply. */
export function setsInForce(sets: readonly RuleSet[], region: string | null, day: string): readonly RuleSet[] {
  return judgeSets(sets, region, day).flatMap(({ set, applies }) => (applies ? [set] : []));
}
