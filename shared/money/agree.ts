/** Whether two printed figures say the same, one perhaps in another unit or with fewer places. */
import { Decimal } from 'decimal.js';

const Precise = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

export interface PrintedNumber {
  /** As it stands in the text, unit included. */
  readonly text: string;
  /** Digits with a point, without separators. */
  readonly digits: string;
  readonly unit: string;
}

/** Yuan in each unit of money. */
const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

const NUMBER = /([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)\s*(亿元|万元|元|%|％|个百分点|个|辆|平方米|台)?/g;

/** The numbers of a text, with the unit that follows each. */
export function numbersIn(text: string): readonly PrintedNumber[] {
  return [...text.matchAll(NUMBER)].map(([whole, digits = '', unit = '']) => ({
    text: whole.trim(),
    digits: digits
      .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
      .replaceAll('．', '.')
      .replaceAll(/[,，]/g, ''),
    unit: unit === '％' ? '%' : unit,
  }));
}

const kindOf = (unit: string) => (Object.hasOwn(YUAN, unit) ? 'money' : unit);

/** Whether the two count the same kind of thing: money, per cent, pieces. A number without unit may be of any kind. */
export function sameKind(written: PrintedNumber, expected: PrintedNumber): boolean {
  return written.unit === '' || kindOf(written.unit) === kindOf(expected.unit);
}

/**
 * Whether `written` says what `expected` says: the same number, or the same rounded to the places that were written,
 * in whatever unit of money. A number written without unit is taken in the expected one's.
 */
export function agrees(written: PrintedNumber, expected: PrintedNumber): boolean {
  const unit = written.unit === '' ? expected.unit : written.unit;
  const from = YUAN[expected.unit];
  const to = YUAN[unit];
  if ((from === undefined) !== (to === undefined) || (from === undefined && unit !== expected.unit)) return false;
  const places = written.digits.split('.')[1]?.length ?? 0;
  const value =
    from === undefined || to === undefined
      ? new Precise(expected.digits)
      : new Precise(expected.digits).times(from).div(to);
  return value.toDecimalPlaces(places).eq(written.digits);
}
