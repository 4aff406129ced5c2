/** Amounts as sentences say them: exact, with their unit. */
import { fen } from './fen.ts';
import { FEN_PER_PRINTED_WAN, formatWan, formatYuan } from './format.ts';

/** @param amount 分. @returns 万元 where two decimals say it all, else 元: `12.30万元`, `123,012.34元`. */
export function amountSentence(amount: number): string {
  return amount % FEN_PER_PRINTED_WAN === 0
    ? `${formatWan(fen(amount), { group: true })}万元`
    : `${formatYuan(fen(amount), { group: true })}元`;
}
