/** The one interpreter of procurement rule sets: from an item or a batch to what must be done, and why. */
import { catalogueEntry, exceptionsFor, type SaidException } from './catalogue.ts';
import { describe } from './describe.ts';
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
  /** The entry the item falls under, if any, with its remark: of the central catalogue, else of a department's list. */
  readonly catalogue: CatalogueItem | null;
  /** What holds otherwise for such items. */
  readonly exceptions: readonly SaidException[];
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

export const FEN_PER_YUAN = 100;

/** Yuan of a rule in 分; rule files write whole 元. */
export const inFen = (yuan: string): number => Number.parseInt(yuan, 10) * FEN_PER_YUAN;

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
    case 'inDepartmentList':
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

/** Decides what applies to an item (or to the total of a batch) under the sets in force. */
export function decide(item: ItemFacts, sets: readonly RuleSet[]): Decision {
  const central = catalogueEntry(sets, undefined, item.catalogueCode);
  const own = catalogueEntry(sets, 'department', item.catalogueCode);
  const verdicts: Verdict[] = [];
  let organisation = '';
  for (const topic of TOPICS) {
    const question: Question = {
      category: item.category,
      level: item.level,
      inCatalogue: central !== null,
      inDepartmentList: central === null && own !== null,
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
  return { verdicts, catalogue: central ?? own, exceptions: exceptionsFor(sets, item.catalogueCode) };
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
