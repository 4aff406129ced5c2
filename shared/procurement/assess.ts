/** What applies to every purchase of a budget: by itself, and together with the year's others of one 品目. */
import type { RowOfEntity } from '../entities/index.ts';
import { type Decision, decide, type ItemFacts, type Verdict } from './decide.ts';
import { isOpenTender, type MethodIssue, methodIssue, mustBeTendered, permittedMethods, verdictOn } from './methods.ts';
import type { RuleSet, UnitLevel } from './spec.ts';

type Item = RowOfEntity<'procurement'>;

/** Several purchases of one 品目 within the year. */
interface Batch {
  /** Same for all purchases of the batch. */
  readonly key: string;
  readonly count: number;
  /** 分 */
  readonly amount: number;
}

export interface Assessment {
  /** What applies to the purchase by itself. */
  readonly decision: Decision;
  /** Methods to choose from, the most usual first; empty where the rules name none. */
  readonly permitted: readonly string[];
  readonly methodIssue: MethodIssue | null;
  /** What applies to all purchases of the 品目 for the same project together, where that is more than for this one. */
  readonly batch: (Batch & { readonly verdict: Verdict }) | null;
  /** Purchases of one 品目 without open tender that together exceed its limit: of one project, else of all projects. */
  readonly split: (Batch & { readonly within: 'project' | 'unit'; readonly verdict: Verdict }) | null;
}

export interface AssessInput {
  readonly level: UnitLevel;
  /** Those in force for the unit and year. */
  readonly sets: readonly RuleSet[];
  readonly items: readonly Item[];
  /** Lines that purchases may hang on. */
  readonly lines: readonly { readonly id: number; readonly projectId: number | null }[];
}

/** @returns what applies, by the id of the purchase. Linear in the number of purchases and lines. */
export function assess({ level, sets, items, lines }: AssessInput): ReadonlyMap<number, Assessment> {
  const payerOfLine = new Map(lines.map((line) => [line.id, line.projectId]));
  const payerOf = (item: Item) =>
    item.projectId ?? (item.lineId === null ? null : (payerOfLine.get(item.lineId) ?? null));
  const ofProject = (item: Item) => JSON.stringify([payerOf(item), kindOf(item)]);
  const ofUnit = (item: Item) => JSON.stringify(kindOf(item));
  const unopened = items.filter((item) => item.category !== 'works' && !isOpenTender(item.method));
  const batches = batchesOf(items, ofProject);
  const projectSplits = splitsOf(unopened, ofProject, level, sets);
  const unitSplits = splitsOf(unopened, ofUnit, level, sets);
  const together = new Map<string, Decision>();
  const assessed = items.map((item): readonly [number, Assessment] => {
    const decision = decideOn(factsOf(item, level), sets);
    const batch = batches.get(ofProject(item));
    return [
      item.id,
      {
        decision,
        permitted: permittedMethods(decision),
        methodIssue: methodIssue(item.method, decision),
        batch: batch === undefined ? null : stricter(item, decision, batch),
        split: splitOf(item),
      },
    ];
  });

  function splitOf(item: Item): Assessment['split'] {
    if (item.category === 'works' || isOpenTender(item.method)) return null;
    const ofOne = projectSplits.get(ofProject(item));
    if (ofOne !== undefined) return { ...ofOne, within: 'project' };
    const ofAll = unitSplits.get(ofUnit(item));
    return ofAll === undefined ? null : { ...ofAll, within: 'unit' };
  }

  function stricter(item: Item, alone: Decision, batch: Batch): Assessment['batch'] {
    const all = together.get(batch.key) ?? decideOn({ ...factsOf(item, level), amount: batch.amount }, sets);
    together.set(batch.key, all);
    const verdict = (['method', 'organisation'] as const)
      .map((topic) => [verdictOn(alone, topic), verdictOn(all, topic)] as const)
      .find(([one, whole]) => one?.answer !== whole?.answer)?.[1];
    return verdict === undefined ? null : { ...batch, verdict };
  }

  return new Map(assessed);
}

/** 品目, or the same words where no code is given; works-related purchases follow other limits. */
function kindOf({ catalogueCode, name, category, worksRelated }: Item): readonly unknown[] {
  return [category, worksRelated === true, catalogueCode ?? name.replaceAll(/\s/g, '')];
}

function factsOf(item: Item, level: UnitLevel): ItemFacts {
  const { catalogueCode, category, amount, imported } = item;
  return { catalogueCode, category, level, amount, imported, worksRelated: item.worksRelated === true };
}

/**
 * 财库〔2020〕46号 第八条 speaks of purchases from 采购限额标准 on: that limit looks at the amount only, also for items of
 * the central catalogue, which are procured centrally at any amount.
 */
function decideOn(facts: ItemFacts, sets: readonly RuleSet[]): Decision {
  const decision = decide(facts, sets);
  if (decision.catalogue === null) return decision;
  const byAmount = verdictOn(decide({ ...facts, catalogueCode: null }, sets), 'sme');
  const verdicts = decision.verdicts.flatMap((verdict) =>
    verdict.topic === 'sme' ? (byAmount === undefined ? [] : [byAmount]) : [verdict],
  );
  return { ...decision, verdicts };
}

function batchesOf(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Batch> {
  const all = new Map<string, Batch>();
  for (const item of items) {
    const key = keyOf(item);
    const { count = 0, amount = 0 } = all.get(key) ?? {};
    all.set(key, { key, count: count + 1, amount: amount + item.amount });
  }
  return new Map([...all].filter(([, { count }]) => count > 1));
}

/** 政府采购法实施条例 第二十八条: several purchases that together exceed (超过) the limit from which open tender is due. */
function splitsOf(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  level: UnitLevel,
  sets: readonly RuleSet[],
): ReadonlyMap<string, Batch & { readonly verdict: Verdict }> {
  const batches = batchesOf(items, keyOf);
  const splits = new Map<string, Batch & { readonly verdict: Verdict }>();
  for (const item of items) {
    const batch = batches.get(keyOf(item));
    if (batch === undefined || splits.has(batch.key)) continue;
    // The limit itself is not exceeded yet: one 分 less must still reach it.
    const verdict = verdictOn(decide({ ...factsOf(item, level), amount: batch.amount - 1 }, sets), 'openTender');
    if (verdict !== undefined && mustBeTendered(verdict)) splits.set(batch.key, { ...batch, verdict });
  }
  return splits;
}
