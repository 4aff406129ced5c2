import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../money/fen.ts';
import { assess } from './assess.ts';
import { setsInForce } from './in-force.ts';
import { purchase } from './purchase.fixture.ts';
import { type Item, type PurchaseRules, Purchases, samePayer } from './purchases.ts';
import { SHIPPED_RULE_SETS } from './rule-sets/index.ts';

const wan = (amount: number) => fen(amount * 1_000_000);
const rules: PurchaseRules = {
  level: 'county',
  sets: setsInForce(SHIPPED_RULE_SETS, '山西省吕梁市岚县', '2025-01-01'),
  projectOfLine: (lineId) => (lineId === 1 ? 7 : null),
};
const numbered = (...items: readonly Partial<Item>[]) =>
  items.map((item, index) => purchase({ projectId: 1, ...item, id: index + 1 }));
const first = (...items: readonly Partial<Item>[]) => {
  const all = numbered(...items);
  const [item] = all;
  if (item === undefined) throw new Error('no purchase');
  return assess(item, new Purchases(rules, all));
};

describe('purchases of one 品目 together', () => {
  it('that make 4,000,000 元 are to be tendered as one batch, and one 分 more is splitting', () => {
    const half = { amount: wan(200), method: '询价' } as const;
    expect(first(half, { ...half, amount: fen(wan(200) - 1) })).toMatchObject({
      batch: { stricter: null },
      split: null,
    });
    expect(first(half, half)).toMatchObject({
      batch: { count: 2, amount: wan(400), stricter: { answer: 'required' } },
      split: null,
    });
    expect(first(half, { ...half, amount: fen(wan(200) + 1) })).toMatchObject({
      batch: { stricter: null },
      split: { within: 'project', count: 2, amount: wan(400) + 1 },
    });
  });

  it('are not splitting where the central agency procures them', () => {
    const one = { amount: wan(300), method: '委托集中采购机构', catalogueCode: 'A02010105' } as const;
    expect(first(one, one).split).toBeNull();
  });

  it('of several projects are splitting of the unit, in other words', () => {
    const one = { amount: wan(300), method: '询价' } as const;
    expect(first(one, { ...one, projectId: 2 })).toMatchObject({ batch: null, split: { within: 'unit', count: 2 } });
  });

  it('follow the project of the line they hang on', () => {
    const one = { amount: wan(20), projectId: null, lineId: 1 } as const;
    expect(first(one, { amount: wan(10), projectId: 7 })).toMatchObject({
      batch: { count: 2, amount: wan(30), stricter: { answer: 'law' } },
    });
  });

  it('for construction works are to be tendered as one from the limit on', () => {
    const one = { category: 'works', amount: wan(200), method: '竞争性磋商' } as const;
    expect(first(one, one)).toMatchObject({ batch: { stricter: { answer: 'tender' } }, split: null });
    expect(first(one, { ...one, amount: fen(wan(200) - 1) }).batch?.stricter).toBeNull();
    const tendered = { ...one, method: '公开招标' };
    expect(first(tendered, tendered).batch?.stricter).toBeNull();
  });
});

describe('reserves', () => {
  it('of small purchases are their whole amount, of large ones a share of all together', () => {
    expect(first({ amount: wan(50) }).reserve).toMatchObject({ issue: 'none', due: { sme: wan(50), micro: wan(30) } });
    expect(first({ amount: wan(50), smeReserved: wan(50) }).reserve).toMatchObject({ issue: 'micro' });
    const large = { amount: wan(300), smeReserved: null } as const;
    expect(first(large).reserve).toMatchObject({ issue: 'part', due: { sme: wan(90), micro: wan(54) } });
    expect(first(large, { amount: wan(300), smeReserved: wan(180), microReserved: wan(108) }).reserve.issue).toBeNull();
    expect(first(large, { amount: wan(300), smeReserved: fen(wan(180) - 1) }).reserve.issue).toBe('part');
  });

  it('are not asked for below the limit, nor where the purchase says that it is not suitable', () => {
    expect(first({ amount: fen(wan(30) - 1) }).reserve).toMatchObject({ issue: null, due: null });
    expect(first({ amount: wan(50), note: '不适宜：专用设备' }).reserve).toMatchObject({ issue: null, due: null });
    expect(first({ amount: wan(50), note: '专用设备' }).reserve.issue).toBe('none');
  });

  it('are not asked for where no limit is in force', () => {
    const elsewhere = { ...rules, sets: setsInForce(SHIPPED_RULE_SETS, '陕西省', '2025-01-01') };
    const item = purchase({ amount: wan(50) });
    expect(assess(item, new Purchases(elsewhere, [item])).reserve).toMatchObject({ issue: null, due: null });
  });

  it('of the whole unit are added up, also where nothing is said of 小微企业', () => {
    const { unit } = first(
      { amount: wan(50), smeReserved: wan(50), microReserved: wan(30) },
      { amount: wan(40), smeReserved: wan(40) },
      { amount: wan(30) },
    ).reserve;
    expect(unit).toEqual({ amount: wan(90), sme: wan(90), micro: wan(30) });
  });

  it('round a share up, so that it is reached', () => {
    const { due } = first({ amount: fen(300_000_001) }).reserve;
    expect(due).toEqual({ sme: 90_000_001, micro: 54_000_001 });
  });
});

const anyItem = fc.record({
  id: fc.integer({ min: 1, max: 8 }),
  projectId: fc.constantFrom(null, 1, 2),
  lineId: fc.constantFrom(null, 1, 2),
  catalogueCode: fc.constantFrom(null, 'A02010105', 'C21040000'),
  name: fc.constantFrom('护栏', '灯具'),
  category: fc.constantFrom('goods', 'works', 'services'),
  amount: fc.constantFrom(...[1, 29, 30, 60, 199, 200, 201, 400].map(wan)),
  smeReserved: fc.constantFrom(null, wan(1), wan(30)),
  microReserved: fc.constantFrom(null, wan(1), wan(18)),
  method: fc.constantFrom(null, '询价', '公开招标'),
  worksRelated: fc.constantFrom(null, true),
});

describe('purchases that come, change and go', () => {
  const step = fc.oneof(anyItem.map(purchase), fc.integer({ min: 1, max: 8 }));

  it('leave the same answers as those that are there made anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), anyItem.map(purchase), (steps, typed) => {
        const grown = new Purchases(rules);
        const there = new Map<number, Item>();
        for (const each of steps) {
          if (typeof each === 'number') {
            grown.remove(each);
            there.delete(each);
          } else {
            grown.put(each);
            there.set(each.id, each);
          }
        }
        const fresh = new Purchases(rules, there.values());
        for (const item of there.values()) expect(assess(item, grown)).toEqual(assess(item, fresh));
        // A purchase being typed is judged as if it stood there already.
        const replaced = new Purchases(rules, [...there.values()].filter(({ id }) => id !== typed.id).concat(typed));
        expect(assess(typed, grown)).toEqual(assess(typed, replaced));
      }),
    );
  });

  it('add up to what a plain search finds', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), (given) => {
        const items = given.map((item, index) => purchase({ ...item, id: index + 1 }));
        const purchases = new Purchases(rules, items);
        const payer = (item: Item) => item.projectId ?? (item.lineId === 1 ? 7 : null);
        for (const item of items) {
          const same = items.filter(
            (other) =>
              payer(other) === payer(item) &&
              other.category === item.category &&
              (other.worksRelated ?? false) === (item.worksRelated ?? false) &&
              (other.catalogueCode ?? other.name) === (item.catalogueCode ?? item.name),
          );
          const { batch } = assess(item, purchases);
          expect(batch?.count ?? 1).toBe(same.length);
          expect(batch?.amount ?? item.amount).toBe(same.reduce((sum, { amount }) => sum + amount, 0));
          const paid = items.filter((other) => payer(other) === payer(item));
          const bought = payer(item) === null ? 0 : paid.reduce((sum, { amount }) => sum + amount, 0);
          expect(purchases.sumWith(purchases.entryOf(item), samePayer).amount).toBe(bought);
        }
      }),
    );
  });
});
