/** Amounts as spreadsheets keep them: the one place where money meets a binary number, at the edge of the program. */
import { Decimal } from 'decimal.js';
import type { Fen } from './fen.ts';

const FEN_PER_WAN = 1_000_000;
/** Excel shows and compares numbers to 15 significant digits. */
const SHEET_DIGITS = 15;

/**
 * The number a worksheet cell holds for an amount in 分: 万元 rounded half-up to two decimals, once, in decimal
 * arithmetic. Two decimals of at most 11 digits survive the conversion exactly as printed.
 */
export function sheetNumber(amount: Fen): number {
  return new Decimal(amount).div(FEN_PER_WAN).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
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
