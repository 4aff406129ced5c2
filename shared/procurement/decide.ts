/** The one interpreter of procurement rule sets: from an item or a batch to what must be done, and why. */
import {
  type CatalogueItem,
  type Condition,
  type Question,
  type Rule,
  type RuleSet,
  TOPICS,
  type Topic,
} from './spec.ts';

/** One answered topic with the rule that answered it. */
export interface Verdict {
  readonly topic: Topic;
  readonly answer: string;
  readonly text: string;
  readonly methods: readonly string[];
  /** Percent of the amount for 中小企业, and percent of that for 小微企业; null where the rule says nothing of it. */
  readonly reserve: { readonly sme: number; readonly micro: number } | null;
  /** Document and section, e.g. `晋财购〔2023〕50号 三、分散采购限额标准`. */
  readonly basis: string;
  readonly ruleId: string;
  /** The conditions that led here, in words, e.g. `金额达到300,000元`. */
  readonly because: readonly string[];
}

export interface Decision {
  readonly verdicts: readonly Verdict[];
  /** The catalogue entry the item falls under, if any, with its remark. */
  readonly catalogue: CatalogueItem | null;
  readonly setIds: readonly string[];
}

export interface ItemFacts {
  readonly catalogueCode: string | null;
  readonly category: Question['category'];
  readonly level: Question['level'];
  /** 分 */
  readonly amount: number;
  readonly imported: boolean;
  readonly worksRelated: boolean;
}

const FEN_PER_YUAN = 100;

/** Yuan of a rule in 分; rule files write whole 元. */
const inFen = (yuan: string): number => Number.parseInt(yuan, 10) * FEN_PER_YUAN;

function holds(condition: Condition, question: Question): boolean {
  switch (condition.fact) {
    case 'amount': {
      const limit = inFen(condition.yuan);
      switch (condition.op) {
        case '<':
          return question.amount < limit;
        case '<=':
          return question.amount <= limit;
        case '>':
          return question.amount > limit;
        case '>=':
          return question.amount >= limit;
        default:
          return condition.op satisfies never;
      }
    }
    case 'inCatalogue':
    case 'imported':
    case 'worksRelated':
      return question[condition.fact] === condition.is;
    case 'category':
    case 'level':
    case 'organisation':
      return condition.in.includes(question[condition.fact]);
    default:
      return condition satisfies never;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  goods: '货物',
  works: '工程',
  services: '服务',
  province: '省级',
  city: '市级',
  county: '县级',
  central: '集中采购',
  decentralised: '分散采购',
  outside: '限额标准以下',
};
const COMPARED = { '<': '小于', '<=': '不超过', '>': '超过', '>=': '达到' } as const;
const YES_NO = {
  inCatalogue: ['属于集中采购目录', '不在集中采购目录'],
  imported: ['进口产品', '非进口产品'],
  worksRelated: ['与工程建设有关', '与工程建设无关'],
} as const;

/** A condition in plain Chinese, for the screen that says why. */
export function describe(condition: Condition): string {
  switch (condition.fact) {
    case 'amount':
      return `金额${COMPARED[condition.op]}${condition.yuan.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ',')}元`;
    case 'inCatalogue':
    case 'imported':
    case 'worksRelated':
      return YES_NO[condition.fact][condition.is ? 0 : 1];
    case 'category':
    case 'level':
    case 'organisation':
      return condition.in.map((word) => WORDS[word] ?? word).join('或');
    default:
      return condition satisfies never;
  }
}

/**
 * The entry of a set's catalogue that a 品目 falls under: itself, or one above it (codes fill up with zeros, so
 * A05010000 covers A05010201).
 */
function catalogueEntry(set: RuleSet, code: string | null): CatalogueItem | null {
  if (code === null) return null;
  return (
    set.catalogue.find((item) => item.code === code) ??
    set.catalogue.find((item) => code.startsWith(item.code.replace(/(?:00)+$/, ''))) ??
    null
  );
}

/** A rule set with whether it applies to a unit, and why or why not, in a sentence. */
export interface JudgedSet {
  readonly set: RuleSet;
  readonly applies: boolean;
  readonly reason: string;
}

/**
 * Which rule sets apply in a region on a day (`YYYY-MM-DD`), newest first; of several catalogues the newest only.
 * @param region the unit's 行政区划, e.g. 山西省吕梁市岚县; null when it is not filled in
 */
export function judgeSets(sets: readonly RuleSet[], region: string | null, day: string): readonly JudgedSet[] {
  const newestFirst = [...sets].sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? 1 : -1));
  const fits = (set: RuleSet) => obstacle(set, region, day) === null;
  const catalogue = newestFirst.find((set) => set.catalogue.length > 0 && fits(set));
  return newestFirst.map((set) => {
    const against = obstacle(set, region, day);
    if (against !== null) return { set, applies: false, reason: against };
    if (set.catalogue.length > 0 && catalogue !== undefined && set !== catalogue) {
      return { set, applies: false, reason: `已由更新的${catalogue.number}代替。` };
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

/** Decides what applies to an item (or to the total of a batch) under the sets in force. */
export function decide(item: ItemFacts, sets: readonly RuleSet[]): Decision {
  const catalogue = sets.map((set) => catalogueEntry(set, item.catalogueCode)).find((entry) => entry !== null) ?? null;
  const verdicts: Verdict[] = [];
  let organisation = '';
  for (const topic of TOPICS) {
    const question: Question = {
      category: item.category,
      level: item.level,
      inCatalogue: catalogue !== null,
      amount: item.amount,
      imported: item.imported,
      worksRelated: item.worksRelated,
      organisation,
    };
    const found = firstThatFits(topic, question, sets);
    if (found === null) continue;
    const { set, rule } = found;
    if (topic === 'organisation') organisation = rule.says.answer;
    verdicts.push({
      topic,
      answer: rule.says.answer,
      text: rule.says.text,
      methods: rule.says.methods ?? [],
      reserve: rule.says.reserve ?? null,
      basis: `${set.number} ${rule.basis}`,
      ruleId: `${set.id}/${rule.id}`,
      because: rule.when.map(describe),
    });
  }
  return { verdicts, catalogue, setIds: sets.map(({ id }) => id) };
}

function firstThatFits(
  topic: Topic,
  question: Question,
  sets: readonly RuleSet[],
): { set: RuleSet; rule: Rule } | null {
  for (const set of sets) {
    const rule = set.rules.find(
      (candidate) => candidate.topic === topic && candidate.when.every((each) => holds(each, question)),
    );
    if (rule !== undefined) return { set, rule };
  }
  return null;
}
