/** Shares and year-on-year changes. Exact differences, rounded once. */
import { Decimal } from 'decimal.js';
import type { YearComparison } from '../api/types.ts';
import type { Fen } from './fen.ts';
import { subtractFen } from './fen.ts';
import { twoDecimals, wanHundredths } from './format.ts';

const Precise = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * Share of `part` in `whole`, e.g. `90.67%`, rounded half-up to two decimals.
 * @returns null when the whole is zero: a share of nothing has no meaning
 */
export function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return `${new Precise(part).times(100).div(whole).toFixed(2)}%`;
}

export type Growth = Pick<YearComparison, 'change' | 'rate' | 'direction'>;

/**
 * Change against last year.
 * @param current this year, 分
 * @param prior last year, 分; null when it is not known
 * @param rounded last year is known only in printed 万元: this year's printed figure is compared with it (design §3)
 * @returns `change`: 万元 with sign and separators, the exact difference rounded once; `rate`: percent with sign, null without a base;
 *   `direction`: by what `change` prints, so that nothing grows by 0.00
 */
export function growth(current: Fen, prior: Fen | null, rounded: boolean): Growth {
  if (prior === null) return { change: null, rate: null, direction: null };
  const difference = rounded ? wanHundredths(current) - wanHundredths(prior) : subtractFen(current, prior);
  const change = rounded ? difference : wanHundredths(subtractFen(current, prior));
  const rate = prior > 0 ? percent(difference, rounded ? wanHundredths(prior) : prior) : null;
  return { change: twoDecimals(change, { group: true }), rate, direction: directionOf(change, prior) };
}

function directionOf(change: number, prior: Fen): Growth['direction'] {
  if (change === 0) return '持平';
  if (prior === 0) return '上年无此项';
  return change > 0 ? '增长' : '下降';
}
