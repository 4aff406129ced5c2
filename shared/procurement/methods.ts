/** Whether the method chosen for a purchase is one that the decision permits. */
import type { Decision, Verdict } from './decide.ts';
import type { Topic } from './spec.ts';

/** 政府采购法 第二十六条, and 竞争性磋商 as a method the finance ministry has recognised since (财库〔2014〕214号, 待核). */
const STATUTORY = ['公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源'] as const;
const OPEN_TENDER = '公开招标';

/**
 * `missing`: none chosen where the procurement law applies. `tender`: works that must be tendered are not. `openTender`:
 * open tender is due unless the finance department approves otherwise. `agency`: a method of the law for an item that
 * goes through the central agency. `central`: neither. `self`: bought by internal rules above the limit. `other`: not
 * among the methods the rules name.
 */
export type MethodIssue = 'missing' | 'tender' | 'openTender' | 'agency' | 'central' | 'self' | 'other';

export function verdictOn(decision: Decision, topic: Topic): Verdict | undefined {
  return decision.verdicts.find((verdict) => verdict.topic === topic);
}

/** Whether a verdict on open tender asks for a tender (and does not only name what is possible below). */
export function mustBeTendered({ answer }: Verdict): boolean {
  return answer === 'required' || answer === 'tender';
}

export function isOpenTender(method: string | null): boolean {
  return method !== null && named(method, [OPEN_TENDER]);
}

/** Methods to choose from: of the tender rule where one applies, else of the organisation form. */
export function permittedMethods(decision: Decision): readonly string[] {
  const tender = verdictOn(decision, 'openTender')?.methods ?? [];
  return tender.length > 0 ? tender : (verdictOn(decision, 'method')?.methods ?? []);
}

/** @param method as typed by the user; words like 采购 or 方式 after the name of a method do not count */
export function methodIssue(method: string | null, decision: Decision): MethodIssue | null {
  const organisation = verdictOn(decision, 'organisation')?.answer;
  const tender = verdictOn(decision, 'openTender');
  if (method === null || method.trim() === '') {
    return organisation === undefined || organisation === 'outside' ? null : 'missing';
  }
  const central = organisation === 'central' && named(method, verdictOn(decision, 'method')?.methods ?? []);
  if (tender?.answer === 'tender' && !named(method, tender.methods)) return 'tender';
  if (tender?.answer === 'required' && !central && !isOpenTender(method)) return 'openTender';
  if (organisation === 'central') return central ? null : named(method, STATUTORY) ? 'agency' : 'central';
  if (organisation !== 'decentralised' && organisation !== 'department') return null;
  const permitted = permittedMethods(decision);
  if (permitted.length === 0 || named(method, permitted)) return null;
  return plain(method) === '自行' ? 'self' : 'other';
}

/** Whether a method as typed is one of the named. */
export function named(method: string, names: readonly string[]): boolean {
  const chosen = plain(method);
  return chosen.length > 1 && names.some((name) => chosen.includes(plain(name)) || plain(name).includes(chosen));
}

function plain(method: string): string {
  return method.replaceAll(/\s/g, '').replace(/(?:采购)?(?:方式)?$/, '');
}
