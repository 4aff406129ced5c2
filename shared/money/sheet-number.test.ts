import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, MAX_FEN } from './fen.ts';
import { sheetDecimal, sheetNumber } from './sheet-number.ts';

describe('sheetNumber', () => {
  it('rounds half a hundredth of a 万元 up, away from zero', () => {
    expect(sheetNumber(fen(5_000))).toBe(0.01);
    expect(sheetNumber(fen(4_999))).toBe(0);
    expect(sheetNumber(fen(-5_000))).toBe(-0.01);
    expect(sheetNumber(fen(12_352_394_999))).toBe(12352.39);
  });

  it('is the number whose shortest text is the rounded decimal, over the whole range of amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), (amount) => {
        const hundredths = BigInt(amount < 0 ? -amount : amount) + 5_000n;
        const digits = String(hundredths / 10_000n).padStart(3, '0');
        const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
        const expected = amount < 0 && text !== '0' ? `-${text}` : text;
        expect(String(sheetNumber(fen(amount))).replace('-0', amount === 0 ? '0' : '-0')).toBe(expected);
      }),
    );
  });
});

describe('sheetDecimal', () => {
  it('keeps what Excel shows and drops the noise of binary fractions', () => {
    expect(sheetDecimal('0.30000000000000004')).toBe('0.3');
    expect(sheetDecimal('12352.389999999999')).toBe('12352.39');
    expect(sheetDecimal('1.2E-3')).toBe('0.0012');
    expect(sheetDecimal('1e21')).toBe('1000000000000000000000');
  });

  it('brings every way of writing a number to one', () => {
    expect(['007', '7.', '+7', '7.0', '7'].map(sheetDecimal)).toEqual(['7', '7', '7', '7', '7']);
    expect(['-0', '0.00', '-.0'].map(sheetDecimal)).toEqual(['0', '0', '0']);
    expect(sheetDecimal('.5')).toBe('0.5');
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'NaN', '1,000', '1e9999', '--1', '0x10', 'Infinity']) expect(sheetDecimal(text)).toBeNull();
  });
});
