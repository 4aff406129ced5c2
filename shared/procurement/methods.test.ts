import { describe, expect, it } from 'vitest';
import { decide, type ItemFacts } from './decide.ts';
import { setsInForce } from './in-force.ts';
import { methodIssue, permittedMethods } from './methods.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';

const sets = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01');
const FACTS: ItemFacts = {
  catalogueCode: null,
  category: 'goods',
  level: 'county',
  amount: 0,
  imported: false,
  worksRelated: false,
};
const wan = (amount: number) => amount * 1_000_000;
const SMALL = { amount: wan(10) };
const LARGE = { amount: wan(30) };
const TENDER = { amount: wan(400) };
const WORKS = { category: 'works', amount: wan(400) } as const;
const COMPUTERS = { catalogueCode: 'A02010105', amount: wan(30) };
const MANY_COMPUTERS = { catalogueCode: 'A02010105', amount: wan(400) };

describe('the method of a purchase', () => {
  it.each<readonly [Partial<ItemFacts>, string | null, ReturnType<typeof methodIssue>]>([
    [SMALL, null, null],
    [SMALL, '自行采购', null],
    [SMALL, '公开招标', null],
    [LARGE, null, 'missing'],
    [LARGE, ' ', 'missing'],
    [LARGE, '竞争性谈判方式', null],
    [LARGE, '询价采购', null],
    [LARGE, '自行采购', 'self'],
    [LARGE, '框架协议采购', 'other'],
    [LARGE, '询', 'other'],
    [TENDER, '公开招标', null],
    [TENDER, '询价', 'openTender'],
    [WORKS, '邀请招标', null],
    [WORKS, '询价', 'tender'],
    [COMPUTERS, null, 'missing'],
    [COMPUTERS, '电子卖场', null],
    [COMPUTERS, '竞争性谈判', 'agency'],
    [COMPUTERS, '自行采购', 'central'],
    [MANY_COMPUTERS, '委托集中采购机构', null],
    [MANY_COMPUTERS, '公开招标', 'agency'],
    [MANY_COMPUTERS, '询价', 'openTender'],
  ])('%o by %j: %s', (facts, method, issue) => {
    expect(methodIssue(method, decide({ ...FACTS, ...facts }, sets))).toBe(issue);
  });

  it('is not asked for where no rule is in force', () => {
    const decision = decide({ ...FACTS, ...TENDER }, []);
    expect(methodIssue(null, decision)).toBeNull();
    expect(methodIssue('自行采购', decision)).toBeNull();
    expect(permittedMethods(decision)).toEqual([]);
  });

  it('is offered as the tender rule has it, else as the form of organisation', () => {
    const offered = (facts: Partial<ItemFacts>) => permittedMethods(decide({ ...FACTS, ...facts }, sets));
    expect(offered(SMALL)).toEqual(['自行采购']);
    expect(offered(LARGE)).toContain('竞争性磋商');
    expect(offered(TENDER)).toEqual(['公开招标']);
    expect(offered(WORKS)).toEqual(['公开招标', '邀请招标']);
  });
});
