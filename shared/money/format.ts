/** From 分 to text. Every figure is rounded once, half-up on its magnitude, from its own exact amount. */
import { type Fen, fen } from './fen.ts';

export interface FormatOptions {
  /** Thousands separators, `12,352.39`. */
  readonly group?: boolean;
}

/** 分 in the hundredth of a 万元, the last digit the tables print. */
export const FEN_PER_PRINTED_WAN = 10_000;

/**
 * The amount in hundredths of a 万元, rounded half-up: what a table prints, as a whole number.
 * Differences between printed figures are differences of these.
 */
export function wanHundredths(amount: Fen): number {
  const size = Math.abs(amount);
  const rest = size % FEN_PER_PRINTED_WAN;
  const rounded = (size - rest) / FEN_PER_PRINTED_WAN + (rest * 2 >= FEN_PER_PRINTED_WAN ? 1 : 0);
  return amount < 0 && rounded > 0 ? -rounded : rounded;
}

/** 万元 with two decimals, e.g. `12352.39`; zero is `0.00`. */
export function formatWan(amount: Fen, options: FormatOptions = {}): string {
  return twoDecimals(wanHundredths(amount), options);
}

/** A table's cell: 万元 with two decimals, blank for exactly nil. */
export function formatWanCell(amount: Fen, options: FormatOptions = {}): string {
  return amount === 0 ? '' : formatWan(amount, options);
}

/** 元 with two decimals, exact, e.g. `500000.00`. */
export function formatYuan(amount: Fen, options: FormatOptions = {}): string {
  return twoDecimals(amount, options);
}

/** A number's text with separators between its thousands: `12352.39` → `12,352.39`. */
export function grouped(number: string): string {
  return number.replace(/[0-9]+/, (whole) => whole.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ','));
}

/** Text of a whole number of hundredths. */
export function twoDecimals(hundredths: number, options: FormatOptions = {}): string {
  const size = Math.abs(hundredths);
  const rest = size % 100;
  const whole = String((size - rest) / 100);
  const shown = options.group ? grouped(whole) : whole;
  return `${hundredths < 0 ? '-' : ''}${shown}.${String(rest).padStart(2, '0')}`;
}

/** The spelling of amounts in interchange files: 元 with exactly two decimals, no separators. */
export function toDecimalYuan(amount: Fen): string {
  return formatYuan(amount);
}

/** Reads the spelling that `toDecimalYuan` writes, and no other. Null for any other text or beyond the safe range. */
export function fromDecimalYuan(text: string): Fen | null {
  const match = /^(-?)(0|[1-9][0-9]{0,13})\.([0-9]{2})$/.exec(text);
  if (match === null) return null;
  const size = Number.parseInt(`${match[2]}${match[3]}`, 10);
  if (!Number.isSafeInteger(size) || (size === 0 && match[1] === '-')) return null;
  return fen(match[1] === '-' ? -size : size);
}
