/**
 * Exact fractions over decimal.js: what people type may divide, and `=100/3*3` must be 100.
 * Numerator and denominator are whole numbers; the text limit of the parser keeps them far below the precision set here.
 */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 4000, maxE: 9e15, minE: -9e15 });

export interface Rational {
  readonly over: Decimal;
  readonly under: Decimal;
}

/** @param digits a decimal number in half-width digits, e.g. `12` or `0.05` */
export function rational(digits: string): Rational {
  const scale = new Exact(10).pow(digits.split('.')[1]?.length ?? 0);
  return { over: new Exact(digits).times(scale), under: scale };
}

export function add(left: Rational, right: Rational): Rational {
  return {
    over: left.over.times(right.under).plus(right.over.times(left.under)),
    under: left.under.times(right.under),
  };
}

export function negate(value: Rational): Rational {
  return { over: value.over.negated(), under: value.under };
}

export function multiply(left: Rational, right: Rational): Rational {
  return { over: left.over.times(right.over), under: left.under.times(right.under) };
}

/** @returns null when `right` is zero */
export function divide(left: Rational, right: Rational): Rational | null {
  if (right.over.isZero()) return null;
  return { over: left.over.times(right.under), under: left.under.times(right.over) };
}

/** The whole number the fraction equals, or null when it is none or not a safe integer. */
export function wholeOf(value: Rational): number | 'fraction' | 'too-large' {
  if (!value.over.mod(value.under).isZero()) return 'fraction';
  const whole = value.over.div(value.under);
  return whole.abs().lte(Number.MAX_SAFE_INTEGER) ? whole.toNumber() : 'too-large';
}

/** Decimal text for a sentence: exact where it ends within eight decimals, else cut there with an ellipsis. */
export function shownDecimal(value: Rational): string {
  const quotient = value.over.div(value.under);
  const cut = quotient.toDecimalPlaces(8, Decimal.ROUND_DOWN);
  return cut.times(value.under).eq(value.over) ? cut.toFixed() : `${cut.toFixed(8)}…`;
}
