/** Amounts as spreadsheets keep them: the one place where money meets a binary number, at the edge of the program. */
import { Decimal } from 'decimal.js';
import type { Fen } from './fen.ts';
import { wanHundredths } from './format.ts';

/** Excel shows and compares numbers to 15 significant digits. */
const SHEET_DIGITS = 15;

/**
 * The number a worksheet cell holds for an amount in 分: 万元 rounded half-up (away from zero) to two decimals. The
 * rounding is that of printed text, once and in whole numbers; the last step, a whole number by 100, gives the very number that its
 * printed text stands for.
 */
export function sheetNumber(amount: Fen): number {
  return wanHundredths(amount) / 100;
}

/**
 * Decimal text of a number as an .xlsx file stores it (`0.30000000000000004`, `1.2E-3`), the way Excel shows it:
 * 15 significant digits, no exponent. Null when the text is no number.
 */
export function sheetDecimal(stored: string): string | null {
  if (stored.length <= SHEET_DIGITS && /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(stored))
    return stored === '-0' ? '0' : stored;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(stored)) return null;
  const value = new Decimal(stored).toSignificantDigits(SHEET_DIGITS, Decimal.ROUND_HALF_UP);
  return value.isZero() ? '0' : value.toFixed();
}
