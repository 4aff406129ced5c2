/** Quantities are decimal texts, not money; where they meet money the result is exact and rounded once. */
import { Decimal } from 'decimal.js';
import { type Fen, fen } from './fen.ts';

const Precise = Decimal.clone({ precision: 60 });

/**
 * Price of a quantity, rounded half-up to 分.
 * @param quantity canonical decimal text
 * @returns null when the product is beyond the amounts that are kept exactly
 */
export function priceOf(quantity: string, unitPrice: Fen): Fen | null {
  const product = new Precise(quantity).times(unitPrice).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return product.abs().lte(Number.MAX_SAFE_INTEGER) ? fen(product.toNumber()) : null;
}

/** Exact sum of quantities, as canonical decimal text. */
export function sumQuantities(quantities: readonly string[]): string {
  return quantities.reduce((sum, quantity) => sum.plus(quantity), new Precise(0)).toFixed();
}

/** Below zero, zero or above as `left` is less than, equal to or more than `right`. */
export function compareQuantities(left: string, right: string): number {
  return new Precise(left).comparedTo(right);
}
