/** What applies to a purchase: by itself, together with the year's others of its 品目, and of what is reserved. */
import { type Decision, decide, type Verdict } from './decide.ts';
import { type MethodIssue, methodIssue, mustBeTendered, named, permittedMethods, verdictOn } from './methods.ts';
import {
  allReserves,
  decideOn,
  type Entry,
  factsOf,
  type Item,
  type Purchases,
  reserveRule,
  type Sum,
  sameProject,
  unopenedInProject,
  unopenedInUnit,
} from './purchases.ts';

/** Several purchases of one 品目 within the year; the key is the same for all of them. */
interface Batch extends Sum {
  readonly key: string;
}

export interface Assessment {
  readonly entry: Entry;
  /** What applies to the purchase by itself. */
  readonly decision: Decision;
  /** Methods to choose from, the most usual first; empty where the rules name none. */
  readonly permitted: readonly string[];
  readonly methodIssue: MethodIssue | null;
  /** All purchases of the 品目 for the same project, where there are several; `stricter` where that asks for more. */
  readonly batch: (Batch & { readonly stricter: Verdict | null }) | null;
  /** Purchases of one 品目 without open tender that together exceed its limit: of one project, else of all projects. */
  readonly split: (Batch & { readonly within: 'project' | 'unit'; readonly verdict: Verdict }) | null;
  readonly reserve: ReserveNeed;
}

export interface ReserveNeed {
  /**
   * `none`: nothing is reserved though all should be; `part`: less than due; `micro`: less for 小微企业 than due of the
   * reserve of the whole unit.
   */
  readonly issue: 'none' | 'part' | 'micro' | null;
  /** What the purchase should reserve, and of that for 小微企业, in 分, never less than now; null where no rule asks. */
  readonly due: { readonly sme: number; readonly micro: number } | null;
  /** Reserved in all, of the unit. */
  readonly unit: { readonly sme: number; readonly micro: number };
}

/** @param item stored among the purchases, changed since, or new. Takes the same time however many there are. */
export function assess(item: Item, purchases: Purchases): Assessment {
  const entry = purchases.entryOf(item);
  const { decision } = entry;
  const split = splitOf(entry, purchases);
  return {
    entry,
    decision,
    permitted: permittedMethods(decision),
    methodIssue: methodIssue(item.method, decision),
    batch: batchOf(entry, purchases, split?.within === 'project'),
    split,
    reserve: reserveNeed(entry, purchases),
  };
}

function batchOf(entry: Entry, purchases: Purchases, isSplit: boolean): Assessment['batch'] {
  const sum = purchases.sumWith(entry, sameProject);
  if (sum.count < 2) return null;
  const { level, sets } = purchases.rules;
  const whole = decideOn({ ...factsOf(entry.item, level), amount: sum.amount }, sets);
  return { key: entry.ofProject, ...sum, stricter: stricter(entry, whole, isSplit) };
}

/** The first answer for the batch that differs from that for the purchase alone. */
function stricter({ item, decision }: Entry, whole: Decision, isSplit: boolean): Verdict | null {
  for (const topic of ['openTender', 'method', 'organisation'] as const) {
    const verdict = verdictOn(whole, topic);
    if (verdict === undefined || verdictOn(decision, topic)?.answer === verdict.answer) continue;
    // Nothing more is to be said of a tender that is held anyway, or is missed by splitting.
    const tenderDue = mustBeTendered(verdict) && !named(item.method ?? '', verdict.methods) && !isSplit;
    if (topic !== 'openTender' || tenderDue) return verdict;
  }
  return null;
}

/** 政府采购法实施条例 第二十八条: several purchases that together exceed (超过) the limit from which open tender is due. */
function splitOf(entry: Entry, purchases: Purchases): Assessment['split'] {
  const { level, sets } = purchases.rules;
  const { item } = entry;
  for (const [within, group, key] of [
    ['project', unopenedInProject, entry.ofProject],
    ['unit', unopenedInUnit, entry.ofUnit],
  ] as const) {
    const sum = purchases.sumWith(entry, group);
    if (sum.count < 2) continue;
    // The limit itself is not exceeded yet: one 分 less must still reach it.
    const verdict = verdictOn(decide({ ...factsOf(item, level), amount: sum.amount - 1 }, sets), 'openTender');
    if (verdict?.answer === 'required') return { within, key, ...sum, verdict };
  }
  return null;
}

/** 财库〔2020〕46号: small purchases are reserved as a whole, of all larger ones together a share, of that a share for 小微企业. */
function reserveNeed(entry: Entry, purchases: Purchases): ReserveNeed {
  const { item } = entry;
  const unit = purchases.reservedWith(entry, allReserves);
  const share = verdictOn(entry.decision, 'sme')?.reserve ?? null;
  const sme = item.smeReserved ?? 0;
  const micro = item.microReserved ?? 0;
  const microPercent = microDue(purchases);
  const microShort = !reaches(micro, sme, microPercent) && !reaches(unit.micro, unit.sme, microPercent);
  const due = (least: number) => {
    const whole = Math.max(least, sme);
    return { sme: whole, micro: Math.max(micro, partOf(whole, microPercent)) };
  };
  const microIssue = microShort ? 'micro' : null;
  if (share === null || reserveRule(entry) === null) {
    return { issue: microIssue, due: microShort ? due(0) : null, unit };
  }
  const together = purchases.reservedWith(entry, reserveRule);
  const short = !reaches(sme, item.amount, share.sme) && !reaches(together.sme, together.amount, share.sme);
  const issue = short ? (sme === 0 && share.sme === 100 ? 'none' : 'part') : microIssue;
  return { issue, due: due(partOf(item.amount, share.sme)), unit };
}

/** The share of the reserve that is due to 小微企业 by any rule in force, in percent. */
function microDue({ rules: { sets } }: Purchases): number {
  const shares = sets.flatMap(({ rules }) => rules.flatMap(({ says }) => says.reserve?.micro ?? []));
  return Math.max(0, ...shares);
}

function reaches(part: number, whole: number, percent: number): boolean {
  return part >= partOf(whole, percent);
}

/** A share of an amount in 分, rounded up: one 分 less would not reach it. Exact for all amounts that are kept exactly. */
function partOf(whole: number, percent: number): number {
  const rest = whole % 100;
  return ((whole - rest) / 100) * percent + Math.ceil((rest * percent) / 100);
}
