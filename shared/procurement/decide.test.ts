import { describe, expect, it } from 'vitest';
import { decide, type ItemFacts } from './decide.ts';
import { setsInForce } from './in-force.ts';
import { methodIssue } from './methods.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';
import type { RuleSet } from './spec.ts';

const sets = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01');
const yuan = (amount: number) => amount * 100;
const item = (changes: Partial<ItemFacts>): ItemFacts => ({
  catalogueCode: null,
  category: 'goods',
  level: 'county',
  amount: 0,
  imported: false,
  worksRelated: false,
  ...changes,
});
const answers = (facts: ItemFacts) =>
  Object.fromEntries(decide(facts, sets).verdicts.map(({ topic, answer }) => [topic, answer]));

/**
 * Written from the notice by hand, without the rule files: for each category, whether in the catalogue, and each level,
 * the amount in 元 from which the unit must act, one 分 below it excluded.
 */
const DECENTRALISED: readonly (readonly [ItemFacts['category'], ItemFacts['level'], number])[] = [
  ['goods', 'province', 500_000],
  ['goods', 'city', 500_000],
  ['goods', 'county', 300_000],
  ['services', 'province', 500_000],
  ['services', 'city', 500_000],
  ['services', 'county', 300_000],
  ['works', 'province', 600_000],
  ['works', 'city', 600_000],
  ['works', 'county', 600_000],
];

describe('晋财购〔2023〕50号', () => {
  it.each(DECENTRALISED)(
    'takes %s at %s level as decentralised from %i 元, and one 分 below as outside',
    (category, level, limit) => {
      for (const [amount, organisation] of [
        [yuan(limit) - 1, 'outside'],
        [yuan(limit), 'decentralised'],
        [yuan(limit) + 1, 'decentralised'],
      ] as const) {
        expect(answers(item({ category, level, amount })).organisation).toBe(organisation);
      }
    },
  );

  it.each(['province', 'city', 'county'] as const)(
    'sends catalogue items of 500,000 元 and more to the agency at %s level',
    (level) => {
      const computer = { catalogueCode: 'A02010105', level } as const;
      expect(answers(item({ ...computer, amount: yuan(500_000) - 1 }))).toMatchObject({
        organisation: 'central',
        method: 'framework',
      });
      expect(answers(item({ ...computer, amount: yuan(500_000) }))).toMatchObject({
        organisation: 'central',
        method: 'agency',
      });
      expect(answers(item({ ...computer, amount: 1 })).organisation).toBe('central');
    },
  );

  it('requires open tender for goods and services from 4,000,000 元 on, the amount itself included', () => {
    for (const category of ['goods', 'services'] as const) {
      expect(answers(item({ category, amount: yuan(4_000_000) - 1 })).openTender).toBeUndefined();
      expect(answers(item({ category, amount: yuan(4_000_000) })).openTender).toBe('required');
    }
  });

  it('covers what lies below a catalogue entry and shows its remark', () => {
    const decision = decide(item({ catalogueCode: 'A05010201', amount: yuan(1000) }), sets);
    expect(decision.catalogue?.name).toBe('家具');
    expect(decision.catalogue?.remark).toContain('标准办公家具');
    expect(decide(item({ catalogueCode: 'A05020000' }), sets).catalogue).toBeNull();
  });

  it('shows at the item what holds otherwise for some, and at no other', () => {
    const said = (catalogueCode: string) => decide(item({ catalogueCode }), sets).exceptions;
    expect(said('A02320500')).toEqual([
      {
        text: '公立医院采购乙类及以上大型医疗设备，由集中采购机构组织。',
        basis: '晋财购〔2023〕50号 一、集中采购目录',
      },
    ]);
    expect(said('A02100301').map(({ text }) => text)).toEqual([
      '高校和科研机构采购的科研仪器设备不在集中采购目录内；进口的另有规定。',
    ]);
    expect(said('A02010105')).toEqual([]);
  });

  it('asks for approval of imported goods', () => {
    expect(answers(item({ imported: true })).imported).toBe('approval');
    expect(answers(item({ imported: false })).imported).toBeUndefined();
  });
});

describe('必须招标的工程项目规定', () => {
  it.each([
    ['works', false, 4_000_000],
    ['goods', true, 2_000_000],
    ['services', true, 1_000_000],
  ] as const)('requires a tender for %s (construction-related: %s) from %i 元 on', (category, worksRelated, limit) => {
    expect(answers(item({ category, worksRelated, amount: yuan(limit) })).openTender).toBe('tender');
    expect(answers(item({ category, worksRelated, amount: yuan(limit) - 1 })).openTender).not.toBe('tender');
  });
});

describe('财库〔2020〕46号', () => {
  it.each([
    ['goods', 2_000_000],
    ['services', 2_000_000],
    ['works', 4_000_000],
  ] as const)(
    'reserves %s as a whole up to and including %i 元, a part above, nothing below the procurement limit',
    (category, limit) => {
      expect(answers(item({ category, amount: yuan(limit) })).sme).toBe('all');
      expect(answers(item({ category, amount: yuan(limit) + 1 })).sme).toBe('part');
      expect(answers(item({ category, amount: yuan(100_000) })).sme).toBe('none');
    },
  );
});

describe("a department's own central list", () => {
  const own: RuleSet = {
    format: 'yusuan-procurement-rules',
    version: 1,
    id: 'department',
    number: '某厅〔2025〕1号',
    title: '部门集中采购项目',
    issuer: '某厅',
    regions: ['山西省'],
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
    list: 'department',
    catalogue: [
      { code: 'A02030600', name: '专用车辆', category: 'goods' },
      { code: 'A02010105', name: '台式计算机', category: 'goods' },
    ],
    rules: [
      {
        id: 'own',
        topic: 'organisation',
        when: [{ fact: 'inDepartmentList', is: true }],
        says: { answer: 'department', text: '由主管部门统一组织采购。' },
        basis: '附件',
      },
    ],
    notes: [],
  };
  const both = setsInForce([...SHIPPED_RULE_SETS, own], '山西省吕梁市岚县', '2025-01-01');
  const organisation = (catalogueCode: string) => decide(item({ catalogueCode, amount: 1 }), both).verdicts[0];

  it('stands beside the central catalogue, is older than it, and is asked first', () => {
    expect(both.map(({ id }) => id)).toEqual(['department', 'shanxi-2023-50', 'sme-2020-46', 'works-tender-2018-16']);
    expect(organisation('A02030629')).toMatchObject({ answer: 'department', basis: '某厅〔2025〕1号 附件' });
    expect(decide(item({ catalogueCode: 'A02030629' }), both).catalogue?.name).toBe('专用车辆');
    expect(organisation('A02300000')?.answer).toBe('outside');
  });

  it('leaves to the central catalogue what is in both', () => {
    expect(organisation('A02010105')?.answer).toBe('central');
  });

  it('asks for a method, and for one of the law', () => {
    const decision = decide(item({ catalogueCode: 'A02030629', amount: yuan(500_000) }), both);
    expect(methodIssue(null, decision)).toBe('missing');
    expect(methodIssue('公开招标', decision)).toBeNull();
  });
});

describe('decide', () => {
  it('says for every verdict which document and which conditions led there', () => {
    const { verdicts } = decide(item({ amount: yuan(300_000) }), sets);
    expect(verdicts[0]).toMatchObject({
      topic: 'organisation',
      basis: '晋财购〔2023〕50号 三、分散采购限额标准',
      because: ['货物或服务', '与工程建设无关', '县级', '金额达到300,000元'],
    });
  });

  it("asks the later listed of two sets of one day first, which is the book's own", () => {
    const [shipped] = SHIPPED_RULE_SETS;
    if (shipped === undefined) throw new Error('no rule set ships');
    const days = ['2025-01-01', '2023-12-29', '2023-12-29', '2024-06-01', '2023-12-29'];
    const listed = days.map((effectiveFrom, at) => ({ ...shipped, id: `${at}`, effectiveFrom, catalogue: [] }));
    expect(setsInForce(listed, '山西省', '2025-01-01').map(({ id }) => id)).toEqual(['0', '3', '4', '2', '1']);
  });

  it('uses no provincial catalogue elsewhere and none before it came into force', () => {
    expect(setsInForce(SHIPPED_RULE_SETS, '陕西省', '2025-01-01').map(({ id }) => id)).not.toContain('shanxi-2023-50');
    expect(setsInForce(SHIPPED_RULE_SETS, '山西省', '2023-12-28').map(({ id }) => id)).not.toContain('shanxi-2023-50');
    expect(setsInForce(SHIPPED_RULE_SETS, '山西省', '2023-12-29').map(({ id }) => id)).toContain('shanxi-2023-50');
  });
});
