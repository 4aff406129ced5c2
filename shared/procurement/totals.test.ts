import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../money/fen.ts';
import { purchase } from './purchase.fixture.ts';
import { procurementTotals } from './totals.ts';

const wan = (amount: number) => fen(amount * 1_000_000);

test('the totals of a small list are those of its lines', () => {
  const totals = procurementTotals([
    purchase({
      category: 'services',
      amount: wan(220),
      method: '公开招标',
      smeReserved: wan(66),
      microReserved: wan(40),
    }),
    purchase({ amount: wan(200), method: '询价', imported: true }),
    purchase({ amount: wan(84), method: ' 询价 ', smeReserved: wan(84) }),
    purchase({ amount: wan(1) }),
  ]);
  const none = { smeReserved: 0, microReserved: 0 };
  const services = { count: 1, amount: wan(220), smeReserved: wan(66), microReserved: wan(40) };
  expect(totals).toEqual({
    count: 4,
    amount: wan(505),
    smeReserved: wan(150),
    microReserved: wan(40),
    categories: [
      { category: 'goods', label: '货物', count: 3, amount: wan(285), smeReserved: wan(84), microReserved: 0 },
      { category: 'works', label: '工程', count: 0, amount: 0, ...none },
      { category: 'services', label: '服务', ...services },
    ],
    methods: [
      { method: '询价', count: 2, amount: wan(284), smeReserved: wan(84), microReserved: 0 },
      { method: '公开招标', ...services },
      { method: '', count: 1, amount: wan(1), ...none },
    ],
    imported: { count: 1, amount: wan(200), ...none },
    smeShare: '29.70%',
    microShare: '26.67%',
  });
});

test('nothing has no shares', () => {
  expect(procurementTotals([])).toMatchObject({ count: 0, amount: 0, smeShare: null, microShare: null, methods: [] });
});

test('categories and methods each make up the whole', () => {
  const items = fc.array(
    fc.record({
      amount: fc.integer({ min: 0, max: 1e12 }).map(fen),
      category: fc.constantFrom('goods', 'works', 'services'),
      method: fc.constantFrom('询价', '公开招标', null),
    }),
  );
  fc.assert(
    fc.property(items, (given) => {
      const { amount, count, categories, methods } = procurementTotals(given.map(purchase));
      for (const parts of [categories, methods]) {
        expect(parts.reduce((total, part) => total + part.amount, 0)).toBe(amount);
        expect(parts.reduce((total, part) => total + part.count, 0)).toBe(count);
      }
    }),
  );
});
