import { expect, it } from 'vitest';
import { judgeSets } from './in-force.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import type { RuleSet } from './spec.ts';

const [notice] = SHIPPED_RULE_SETS;
if (notice === undefined) throw new Error('no rule set ships');
const set: RuleSet = { ...notice, number: '甲', effectiveFrom: '2024-01-01', effectiveTo: '2025-01-01' };
const said = (sets: readonly RuleSet[], region: string | null, day: string) =>
  judgeSets(sets, region, day).map(({ applies, reason }) => `${applies} ${reason}`);

it('a set applies from its first day to its last, and says why not on others', () => {
  expect(said([set], '山西省吕梁市', '2023-12-31')).toEqual([
    'false 自2024-01-01起施行，预算年度开始时（2023-12-31）还没有生效。',
  ]);
  for (const day of ['2024-01-01', '2025-01-01']) {
    expect(said([set], '山西省吕梁市', day)).toEqual(['true 单位所在的山西省吕梁市属于山西省，自2024-01-01起施行。']);
  }
  expect(said([set], '山西省吕梁市', '2025-01-02')).toEqual(['false 有效期到2025-01-01，预算年度开始时已经失效。']);
});

it('a set applies in its region, one for the whole country everywhere', () => {
  expect(said([set], '陕西省', '2025-01-01')).toEqual(['false 只适用于山西省，单位的行政区划是陕西省。']);
  expect(said([set], null, '2025-01-01')).toEqual(['false 只适用于山西省，单位还没有填写行政区划。']);
  expect(said([{ ...set, regions: ['全国'] }], null, '2025-01-01')).toEqual(['true 全国适用，自2024-01-01起施行。']);
});

it('of several central catalogues the newest in force applies', () => {
  const newer = { ...set, number: '乙', effectiveFrom: '2024-06-01', effectiveTo: null };
  expect(said([set, newer], '山西省', '2024-05-31')[1]).toContain('true');
  expect(said([set, newer], '山西省', '2024-06-01')[1]).toBe('false 已由更新的乙代替。');
});
