/**
 * The year's purchases of a budget, kept grouped: by 品目 within the project that pays, by 品目 over all projects, by
 * project and by line. What applies to a purchase, also to one that is just being typed, is then answered from its own
 * figures and a few sums, however many there are.
 */
import type { RowOfEntity } from '../entities/index.ts';
import { type Decision, decide, type ItemFacts, type Verdict } from './decide.ts';
import { isOpenTender, named, verdictOn } from './methods.ts';
import type { RuleSet, UnitLevel } from './spec.ts';

export type Item = RowOfEntity<'procurement'>;

export interface PurchaseRules {
  readonly level: UnitLevel;
  /** Those in force for the unit and year. */
  readonly sets: readonly RuleSet[];
  /** The project of a line that purchases hang on; null for basic expenditure. */
  readonly projectOfLine: (lineId: number) => number | null;
}

/** Several purchases and what they come to, in 分. */
export interface Sum {
  readonly count: number;
  readonly amount: number;
}

/** What is reserved of purchases that follow one rule on reserves, in 分. */
export interface Reserved {
  readonly amount: number;
  readonly sme: number;
  readonly micro: number;
}

/** A purchase with what applies to it by itself and the groups it belongs to. */
export interface Entry {
  readonly item: Item;
  readonly decision: Decision;
  /** The project whose money pays; null for basic expenditure. */
  readonly payer: number | null;
  readonly ofProject: string;
  readonly ofUnit: string;
}

const NOTHING: Sum = { count: 0, amount: 0 };
const NO_RESERVE: Reserved = { amount: 0, sme: 0, micro: 0 };
const CENTRAL_AGENCY = '委托集中采购机构';
/** Words in a purchase's note by which it says why nothing is reserved. */
const NOT_SUITABLE = /不适宜|不宜/;

export class Purchases {
  /** Grows with every change. */
  version = 0;
  readonly rules: PurchaseRules;
  private readonly entries = new Map<number, Entry>();
  private readonly sums = new Map<string, Sum>();
  private readonly reserves = new Map<string, Reserved>();

  constructor(rules: PurchaseRules, items: Iterable<Item> = []) {
    this.rules = rules;
    for (const item of items) this.put(item);
  }

  /** Stored purchases with their decisions, in the order they came. */
  all(): Iterable<Entry> {
    return this.entries.values();
  }

  /** Adds a purchase, or puts it in the place of the one with its id. */
  put(item: Item): void {
    const before = this.entries.get(item.id);
    if (before?.item === item) return;
    const entry = this.entryOf(item);
    if (before !== undefined) this.count(before, -1);
    this.count(entry, 1);
    this.entries.set(item.id, entry);
    this.version += 1;
  }

  remove(id: number): void {
    const before = this.entries.get(id);
    if (before === undefined) return;
    this.count(before, -1);
    this.entries.delete(id);
    this.version += 1;
  }

  /** A purchase with what applies to it; the stored one when nothing of it has changed. */
  entryOf(item: Item): Entry {
    const stored = this.entries.get(item.id);
    if (stored?.item === item) return stored;
    const { projectId, lineId } = item;
    const payer = projectId ?? (lineId === null ? null : this.rules.projectOfLine(lineId));
    const kind = kindOf(item);
    return {
      item,
      payer,
      decision: decideOn(factsOf(item, this.rules.level), this.rules.sets),
      ofProject: JSON.stringify([payer, kind]),
      ofUnit: JSON.stringify(kind),
    };
  }

  /** The sum of one of the groups as it is with `entry` in the place of its stored version. */
  sumWith(entry: Entry, group: (of: Entry) => string | null): Sum {
    const name = group(entry);
    if (name === null) return NOTHING;
    const sum = this.sums.get(name) ?? NOTHING;
    const stored = this.entries.get(entry.item.id);
    const without = stored !== undefined && group(stored) === name ? plus(sum, stored.item.amount, -1) : sum;
    return plus(without, entry.item.amount, 1);
  }

  /** What is reserved under one rule, or under all of them, with `entry` in the place of its stored version. */
  reservedWith(entry: Entry, rule: (of: Entry) => string | null): Reserved {
    const name = rule(entry);
    if (name === null) return NO_RESERVE;
    const reserved = this.reserves.get(name) ?? NO_RESERVE;
    const stored = this.entries.get(entry.item.id);
    const without = stored !== undefined && rule(stored) === name ? reserve(reserved, stored.item, -1) : reserved;
    return reserve(without, entry.item, 1);
  }

  private count(entry: Entry, sign: 1 | -1): void {
    for (const group of SUMMED) {
      const name = group(entry);
      if (name !== null) this.sums.set(name, plus(this.sums.get(name) ?? NOTHING, entry.item.amount, sign));
    }
    for (const rule of [reserveRule, allReserves]) {
      const name = rule(entry);
      if (name !== null) this.reserves.set(name, reserve(this.reserves.get(name) ?? NO_RESERVE, entry.item, sign));
    }
  }
}

/** All purchases of the 品目 for the same project. */
export const sameProject = ({ ofProject }: Entry): string => `batch ${ofProject}`;
/** Those of them that are not put to open tender; goods and services only, as the law on splitting has it. */
export const unopenedInProject = (entry: Entry): string | null =>
  mayBeSplit(entry.item) ? `unopened ${entry.ofProject}` : null;
/** The same over all projects of the unit. */
export const unopenedInUnit = (entry: Entry): string | null =>
  mayBeSplit(entry.item) ? `unopened unit ${entry.ofUnit}` : null;
export const sameLine = ({ item: { lineId } }: Entry): string | null => (lineId === null ? null : `line ${lineId}`);
/** All that the same project pays for. */
export const samePayer = ({ payer }: Entry): string | null => (payer === null ? null : `project ${payer}`);
const SUMMED = [sameProject, unopenedInProject, unopenedInUnit, sameLine, samePayer] as const;

/** The rule on reserves that a purchase follows; null without one, and where the purchase says why not. */
export function reserveRule({ item, decision }: Entry): string | null {
  const verdict = verdictOn(decision, 'sme');
  if (verdict === undefined || verdict.reserve === null) return null;
  return item.note !== null && NOT_SUITABLE.test(item.note) ? null : verdict.ruleId;
}
/** All purchases of which something is reserved. */
export const allReserves = ({ item }: Entry): string | null => ((item.smeReserved ?? 0) > 0 ? 'all' : null);

/** Not: what is tendered openly, what the central agency procures, and what follows the rules for construction works. */
function mayBeSplit({ category, worksRelated, method }: Item): boolean {
  const opened = isOpenTender(method) || named(method ?? '', [CENTRAL_AGENCY]);
  return category !== 'works' && worksRelated !== true && !opened;
}

/** 品目, or the same words where no code is given; works-related purchases follow other limits. */
function kindOf({ catalogueCode, name, category, worksRelated }: Item): readonly unknown[] {
  return [category, worksRelated === true, catalogueCode ?? name.replaceAll(/\s/g, '')];
}

function plus({ count, amount }: Sum, by: number, sign: 1 | -1): Sum {
  return { count: count + sign, amount: amount + sign * by };
}

function reserve(before: Reserved, { amount, smeReserved, microReserved }: Item, sign: 1 | -1): Reserved {
  return {
    amount: before.amount + sign * amount,
    sme: before.sme + sign * (smeReserved ?? 0),
    micro: before.micro + sign * (microReserved ?? 0),
  };
}

export function factsOf(item: Item, level: UnitLevel): ItemFacts {
  const { catalogueCode, category, amount, imported } = item;
  return { catalogueCode, category, level, amount, imported, worksRelated: item.worksRelated === true };
}

/**
 * 财库〔2020〕46号 speaks of purchases from 采购限额标准 on: that limit looks at the amount only, also for items of the
 * central catalogue, which are procured centrally at any amount. Where no limit is in force, nothing is asked for.
 */
export function decideOn(facts: ItemFacts, sets: readonly RuleSet[]): Decision {
  const decision = decide(facts, sets);
  if (verdictOn(decision, 'organisation') === undefined) {
    return { ...decision, verdicts: decision.verdicts.filter(({ topic }) => topic !== 'sme') };
  }
  if (decision.catalogue === null) return decision;
  const byAmount = verdictOn(decide({ ...facts, catalogueCode: null }, sets), 'sme');
  const verdicts = decision.verdicts.flatMap((verdict): readonly Verdict[] =>
    verdict.topic === 'sme' ? (byAmount === undefined ? [] : [byAmount]) : [verdict],
  );
  return { ...decision, verdicts };
}
