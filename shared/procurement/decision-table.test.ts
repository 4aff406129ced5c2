import { describe, expect, it } from 'vitest';
import type { ItemFacts } from './decide.ts';
import { setsInForce } from './in-force.ts';
import { decideOn } from './purchases.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';

type Step = readonly [fromYuan: number, answer: string | undefined];
type Kind = 'goods' | 'services' | 'works' | 'goods for works' | 'services for works';

/**
 * Written by hand from 晋财购〔2023〕50号 and 发改委令2018年第16号, without the rule files: what holds from which amount on,
 * the amount itself included. Catalogue items are procured centrally unless they belong to a construction project.
 */
const ORGANISATION: Readonly<Record<Kind, Readonly<Record<ItemFacts['level'], readonly Step[]>>>> = {
  goods: {
    province: [
      [0, 'outside'],
      [500_000, 'decentralised'],
    ],
    city: [
      [0, 'outside'],
      [500_000, 'decentralised'],
    ],
    county: [
      [0, 'outside'],
      [300_000, 'decentralised'],
    ],
  },
  services: {
    province: [
      [0, 'outside'],
      [500_000, 'decentralised'],
    ],
    city: [
      [0, 'outside'],
      [500_000, 'decentralised'],
    ],
    county: [
      [0, 'outside'],
      [300_000, 'decentralised'],
    ],
  },
  works: {
    province: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    city: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    county: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
  },
  'goods for works': {
    province: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    city: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    county: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
  },
  'services for works': {
    province: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    city: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
    county: [
      [0, 'outside'],
      [600_000, 'decentralised'],
    ],
  },
};
const TENDER: Readonly<Record<Kind, readonly Step[]>> = {
  goods: [
    [0, undefined],
    [4_000_000, 'required'],
  ],
  services: [
    [0, undefined],
    [4_000_000, 'required'],
  ],
  works: [
    [0, undefined],
    [600_000, 'competitive'],
    [4_000_000, 'tender'],
  ],
  'goods for works': [
    [0, undefined],
    [2_000_000, 'tender'],
  ],
  'services for works': [
    [0, undefined],
    [1_000_000, 'tender'],
  ],
};
/**
 * 财库〔2020〕46号, by the same hand: nothing below 采购限额标准, everything up to and including the amount, a part above it.
 * Above is from one 分 more.
 */
const RESERVE_AS_A_WHOLE_UP_TO: Readonly<Record<Kind, number>> = {
  goods: 2_000_000,
  services: 2_000_000,
  works: 4_000_000,
  'goods for works': 4_000_000,
  'services for works': 4_000_000,
};
const CENTRAL_METHOD: readonly Step[] = [
  [0, 'framework'],
  [500_000, 'agency'],
];
const METHOD: Readonly<Record<string, string>> = { decentralised: 'law', outside: 'internal' };

const FACTS: Readonly<Record<Kind, Pick<ItemFacts, 'category' | 'worksRelated'> & { readonly code: string | null }>> = {
  goods: { category: 'goods', worksRelated: false, code: 'A02010105' },
  services: { category: 'services', worksRelated: false, code: 'C21040000' },
  works: { category: 'works', worksRelated: false, code: null },
  'goods for works': { category: 'goods', worksRelated: true, code: 'A02051227' },
  'services for works': { category: 'services', worksRelated: true, code: 'C21040000' },
};
const KINDS = Object.keys(FACTS) as readonly Kind[];
const LEVELS = ['province', 'city', 'county'] as const;
const LIMITS = [300_000, 500_000, 600_000, 1_000_000, 2_000_000, 4_000_000];
/** In 分: one below each limit, the limit, one above, and the ends. */
const AMOUNTS = [1, 99_999_999_999, ...LIMITS.flatMap((yuan) => [yuan * 100 - 1, yuan * 100, yuan * 100 + 1])];

const sets = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01');
const at = (steps: readonly Step[], amount: number) => steps.findLast(([from]) => amount >= from * 100)?.[1];

function reserve(kind: Kind, level: ItemFacts['level'], amount: number): string {
  if (at(ORGANISATION[kind][level], amount) === 'outside') return 'none';
  return amount <= RESERVE_AS_A_WHOLE_UP_TO[kind] * 100 ? 'all' : 'part';
}

describe('the decision table', () => {
  for (const kind of KINDS) {
    for (const level of LEVELS) {
      it(`holds for ${kind} at ${level} level, in and outside the catalogue, at and beside every limit`, () => {
        const { code, category, worksRelated } = FACTS[kind];
        const codes = code === null ? [null] : [null, code];
        for (const catalogueCode of codes) {
          for (const [amount, imported] of AMOUNTS.flatMap((each) => [[each, false] as const, [each, true] as const])) {
            const { verdicts } = decideOn({ catalogueCode, category, worksRelated, level, amount, imported }, sets);
            const answer = (topic: string) => verdicts.find((verdict) => verdict.topic === topic)?.answer;
            const central = catalogueCode !== null && !worksRelated;
            const organisation = central ? 'central' : (at(ORGANISATION[kind][level], amount) ?? '');
            const where = `${amount} 分 ${catalogueCode}`;
            expect(answer('organisation'), where).toBe(organisation);
            expect(answer('method'), where).toBe(central ? at(CENTRAL_METHOD, amount) : METHOD[organisation]);
            expect(answer('openTender'), where).toBe(at(TENDER[kind], amount));
            expect(answer('imported'), where).toBe(imported ? 'approval' : undefined);
            expect(answer('sme'), where).toBe(reserve(kind, level, amount));
          }
        }
      });
    }
  }
});

describe('the share that is reserved', () => {
  const share = (year: number, kind: Kind, amount: number) => {
    const { category, worksRelated } = FACTS[kind];
    const facts = { catalogueCode: null, category, worksRelated, level: 'county', amount, imported: false } as const;
    const inForce = setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', `${year}-01-01`);
    return decideOn(facts, inForce).verdicts.find(({ topic }) => topic === 'sme')?.reserve;
  };
  const ABOVE_400 = 400_000_000 + 1;

  it('is 40 % of works above 400万 since 国办发〔2025〕38号, and 30 % of what else is above its limit', () => {
    expect(share(2025, 'works', ABOVE_400)).toEqual({ sme: 30, micro: 60 });
    for (const year of [2026, 2027]) {
      expect(share(year, 'works', ABOVE_400)).toEqual({ sme: 40, micro: 60 });
      expect(share(year, 'works', ABOVE_400 - 1)).toEqual({ sme: 100, micro: 0 });
      for (const kind of ['goods', 'services', 'goods for works', 'services for works'] as const) {
        expect(share(year, kind, ABOVE_400)).toEqual({ sme: 30, micro: 60 });
      }
    }
  });
});
