/**
 * The format of procurement rule sets. A new year's notice, or a bureau's own list, is a new JSON file in this
 * format (docs/procurement-rules.md), never new code. `decide` is the one interpreter.
 */

export type ProcurementCategory = 'goods' | 'works' | 'services';
export type UnitLevel = 'province' | 'city' | 'county';

/** What a condition may ask about an item or a batch. Amounts in 分. */
export interface Question {
  readonly category: ProcurementCategory;
  readonly level: UnitLevel;
  /** The 品目, or one above it, is in the central catalogue in force. */
  readonly inCatalogue: boolean;
  /** It is not, but in a department's own central list. */
  readonly inDepartmentList: boolean;
  /** Amount of the single item or of the batch, 分. */
  readonly amount: number;
  readonly imported: boolean;
  /** Goods or services bought for a construction project: they follow the rules for works. */
  readonly worksRelated: boolean;
  /** What an earlier topic of any set in force has answered, by topic; empty before. */
  readonly organisation: string;
}

export type Condition =
  | { readonly fact: 'category' | 'level' | 'organisation'; readonly in: readonly string[] }
  | { readonly fact: 'inCatalogue' | 'inDepartmentList' | 'imported' | 'worksRelated'; readonly is: boolean }
  /** Inclusive or exclusive exactly as the document words it: 达到/以上 = `>=`, 小于/以下不含 = `<`, 超过 = `>`. */
  | { readonly fact: 'amount'; readonly op: '<' | '<=' | '>' | '>='; readonly yuan: string };

export const TOPICS = ['organisation', 'method', 'openTender', 'imported', 'sme'] as const;
export type Topic = (typeof TOPICS)[number];

export interface Rule {
  readonly id: string;
  readonly topic: Topic;
  /** All must hold; within a topic the first rule that fits answers. */
  readonly when: readonly Condition[];
  readonly says: {
    /**
     * Machine word of the answer. The checks act on `central`, `department`, `decentralised`, `outside` (organisation),
     * `required` (公开招标 unless approved otherwise) and `tender` (必须招标), `approval` (imported); others are only
     * shown.
     */
    readonly answer: string;
    /** The answer in plain Chinese. */
    readonly text: string;
    /** Methods the answer permits; empty where it says nothing of methods. */
    readonly methods?: readonly string[];
    /** Shares in percent: of the amount that is reserved for 中小企业, and of that reserve what goes to 小微企业. */
    readonly reserve?: { readonly sme: number; readonly micro: number };
  };
  /** Section of the document the rule rests on; `待核` where the original has not been seen. */
  readonly basis: string;
}

export interface CatalogueItem {
  readonly code: string;
  readonly name: string;
  readonly category: ProcurementCategory;
  /** Limits and scope the catalogue states for the item. */
  readonly remark?: string;
}

/** What holds otherwise for some 品目, in or outside of the catalogue; shown at the purchase. */
export interface CatalogueException {
  /** Each covers what is below it. */
  readonly codes: readonly string[];
  readonly text: string;
  readonly basis: string;
}

export interface RuleSet {
  readonly format: 'yusuan-procurement-rules';
  readonly version: 1;
  readonly id: string;
  /** Document number and title as cited in findings. */
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  /** Beginnings of 行政区划 the set is for; `全国` = everywhere. */
  readonly regions: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** `department`: the catalogue is a department's own central list (部门集中采购) beside the central one. */
  readonly list?: 'department';
  readonly catalogue: readonly CatalogueItem[];
  readonly exceptions?: readonly CatalogueException[];
  readonly rules: readonly Rule[];
  /** What the user should know beside the rules: exceptions, open questions. */
  readonly notes: readonly string[];
}
