import { describe, expect, it } from 'vitest';
import { fen } from './fen.ts';
import { compareQuantities, priceOf, sumQuantities } from './quantity.ts';

describe('quantities', () => {
  it('price exactly and round once, half-up', () => {
    expect(priceOf('2.5', fen(200_000))).toBe(500_000);
    expect(priceOf('0.3333', fen(100))).toBe(33);
    expect(priceOf('0.005', fen(100))).toBe(1);
    expect(priceOf('1.1', fen(110))).toBe(121);
    expect(priceOf('999999999999999', fen(1_000))).toBeNull();
  });

  it('add up and compare as decimals', () => {
    expect(sumQuantities(['0.1', '0.2', '10'])).toBe('10.3');
    expect(sumQuantities([])).toBe('0');
    expect(compareQuantities('10', '9.9')).toBeGreaterThan(0);
    expect(compareQuantities('0.3', '0.3')).toBe(0);
  });
});
