/** Amounts as sentences say them: exact, with their unit. */
import { fen } from './fen.ts';
import { FEN_PER_PRINTED_WAN, formatWan, formatYuan } from './format.ts';

/** @param amount 分. @returns 万元 where two decimals say it all, else 元: `12.30万元`, `123,012.34元`. */
export function amountSentence(amount: number): string {
  return amountsSentence(amount)(amount);
}

/** How the amounts of one sentence are said: all of them in 万元, or all in 元, so that they can be compared at sight. */
export function amountsSentence(...amounts: readonly number[]): (amount: number) => string {
  return amounts.every((amount) => amount % FEN_PER_PRINTED_WAN === 0)
    ? (amount) => `${formatWan(fen(amount), { group: true })}万元`
    : (amount) => `${formatYuan(fen(amount), { group: true })}元`;
}
