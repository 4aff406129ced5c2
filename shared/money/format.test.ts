import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from './fen.ts';
import { formatWan, formatWanCell, formatYuan, fromDecimalYuan, toDecimalYuan, wanHundredths } from './format.ts';

/** Half-up on the magnitude, in whole numbers of any size: the reference. */
function referenceHundredths(amount: bigint): bigint {
  const size = amount < 0n ? -amount : amount;
  const rounded = (size + 5_000n) / 10_000n;
  return amount < 0n ? -rounded : rounded;
}

describe('formatWan', () => {
  it('rounds half-up at the second decimal of a 万元', () => {
    expect(formatWan(fen(1_235_239_000_000 / 100))).toBe('12352.39');
    expect(formatWan(fen(4_999))).toBe('0.00');
    expect(formatWan(fen(5_000))).toBe('0.01');
    expect(formatWan(fen(-5_000))).toBe('-0.01');
    expect(formatWan(fen(-4_999))).toBe('0.00');
    expect(formatWan(fen(0))).toBe('0.00');
  });

  it('agrees with whole-number arithmetic for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(BigInt(wanHundredths(fen(amount)))).toBe(referenceHundredths(BigInt(amount)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('groups thousands on demand', () => {
    expect(formatWan(fen(123_456_789_000), { group: true })).toBe('123,456.79');
    expect(formatWan(fen(99_900_000_000), { group: true })).toBe('99,900.00');
    expect(formatWan(fen(999_000_000), { group: true })).toBe('999.00');
    expect(formatYuan(fen(-123_456_789), { group: true })).toBe('-1,234,567.89');
  });
});

describe('formatWanCell', () => {
  it('is blank for nil only', () => {
    expect(formatWanCell(fen(0))).toBe('');
    expect(formatWanCell(fen(1))).toBe('0.00');
  });
});

describe('toDecimalYuan', () => {
  it('is read back by fromDecimalYuan for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(fromDecimalYuan(toDecimalYuan(fen(amount)))).toBe(amount);
      }),
    );
  });

  it('is the only spelling that is read', () => {
    for (const text of [
      '5',
      '5.0',
      '05.00',
      '1,000.00',
      '+1.00',
      '-0.00',
      '1.000',
      ' 1.00',
      '１.00',
      '99999999999999.99',
      '',
    ]) {
      expect(fromDecimalYuan(text), text).toBeNull();
    }
  });
});
