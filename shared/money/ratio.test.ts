import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen } from './fen.ts';
import { growth, percent } from './ratio.ts';

const wan = (hundredths: number): Fen => fen(hundredths * 10_000);

describe('percent', () => {
  it('is half-up to two decimals and has no meaning over nil', () => {
    expect(percent(fen(1), fen(3))).toBe('33.33%');
    expect(percent(fen(2), fen(3))).toBe('66.67%');
    expect(percent(fen(12_345), fen(100_000_000))).toBe('0.01%');
    expect(percent(fen(1), fen(20_000))).toBe('0.01%');
    expect(percent(fen(0), fen(5))).toBe('0.00%');
    expect(percent(fen(5), fen(0))).toBeNull();
  });

  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(
        fc.nat(Number.MAX_SAFE_INTEGER),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        (part, whole) => {
          const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
          const digits = String(hundredths).padStart(3, '0');
          expect(percent(part, whole)).toBe(`${digits.slice(0, -2)}.${digits.slice(-2)}%`);
        },
      ),
    );
  });
});

describe('growth', () => {
  it('compares printed 万元 where last year is known only so', () => {
    expect(growth(wan(1_362_306), wan(1_061_037), true)).toEqual({
      change: '3,012.69',
      rate: '28.39%',
      direction: '增长',
    });
    expect(growth(wan(1_235_239), wan(1_061_037), true)).toEqual({
      change: '1,742.02',
      rate: '16.42%',
      direction: '增长',
    });
    expect(growth(fen(14_999), fen(10_000), true).change).toBe('0.00');
  });

  it('rounds the exact difference once otherwise', () => {
    expect(growth(fen(14_999), fen(5_000), false)).toEqual({ change: '0.01', rate: '199.98%', direction: '增长' });
    expect(growth(fen(5_000), fen(14_999), false)).toEqual({ change: '-0.01', rate: '-66.66%', direction: '下降' });
  });

  it('says 持平 when nothing would print, and 上年无此项 without a base', () => {
    expect(growth(fen(100), fen(100), false)).toEqual({ change: '0.00', rate: '0.00%', direction: '持平' });
    expect(growth(fen(10_001), fen(10_000), false).direction).toBe('持平');
    expect(growth(wan(5), fen(0), false)).toEqual({ change: '0.05', rate: null, direction: '上年无此项' });
    expect(growth(fen(0), fen(0), true)).toEqual({ change: '0.00', rate: null, direction: '持平' });
    expect(growth(fen(5), null, true)).toEqual({ change: null, rate: null, direction: null });
  });
});
