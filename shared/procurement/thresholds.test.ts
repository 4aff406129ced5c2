import { describe, expect, it } from 'vitest';
import { setsInForce } from './in-force.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import type { RuleSet } from './spec.ts';
import { thresholdsOf } from './thresholds.ts';

const sets = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01');
const told = (level: 'province' | 'county') =>
  Object.fromEntries(
    thresholdsOf(sets, level).map(({ label, bands }) => [
      label,
      bands.map((band) =>
        [
          band.label,
          ...(['organisation', 'openTender', 'sme'] as const).map((topic) => band.verdicts[topic]?.answer ?? ''),
        ].join(' '),
      ),
    ]),
  );

describe('the table of thresholds', () => {
  it('says for a county from which amount on what holds', () => {
    expect(told('county')).toEqual({
      '集中采购目录内的货物、集中采购目录内的服务': [
        '不到30万元 central  none',
        '30万元起，不到50万元 central  all',
        '50万元起，到200万元（含） central  all',
        '超过200万元，不到400万元 central  part',
        '400万元起 central required part',
      ],
      '目录外的货物、目录外的服务': [
        '不到30万元 outside  none',
        '30万元起，到200万元（含） decentralised  all',
        '超过200万元，不到400万元 decentralised  part',
        '400万元起 decentralised required part',
      ],
      工程: [
        '不到60万元 outside  none',
        '60万元起，不到400万元 decentralised competitive all',
        '正好400万元 decentralised tender all',
        '超过400万元 decentralised tender part',
      ],
      与工程建设有关的货物: [
        '不到60万元 outside  none',
        '60万元起，不到200万元 decentralised  all',
        '200万元起，到400万元（含） decentralised tender all',
        '超过400万元 decentralised tender part',
      ],
      与工程建设有关的服务: [
        '不到60万元 outside  none',
        '60万元起，不到100万元 decentralised  all',
        '100万元起，到400万元（含） decentralised tender all',
        '超过400万元 decentralised tender part',
      ],
    });
  });

  it('keeps limits that are no round 万元', () => {
    const [notice, , sme] = SHIPPED_RULE_SETS;
    if (notice === undefined) throw new Error('no notice');
    const odd = JSON.parse(JSON.stringify(sme).replaceAll('2000000', '1234567')) as RuleSet;
    const outside = thresholdsOf([notice, odd], 'county').find(({ label }) => label.startsWith('目录外的货物'));
    expect(outside?.bands.map(({ label }) => label)).toEqual([
      '不到30万元',
      '30万元起，到1,234,567元（含）',
      '超过1,234,567元，不到400万元',
      '400万元起',
    ]);
  });

  it('differs by level', () => {
    expect(told('province')['目录外的货物、目录外的服务']?.[0]).toBe('不到50万元 outside  none');
  });

  it('is empty without rules that name amounts', () => {
    expect(thresholdsOf([], 'county')).toEqual([]);
  });
});
