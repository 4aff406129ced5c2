/** What was typed as the amount of a line to carry over. */
import type { CarryoverChoice } from '../../shared/carry-forward/types.ts';
import { type Fen, ZERO_FEN } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { parseAmount } from '../../shared/money/parse.ts';

export type TypedCarryover =
  | { readonly ok: true; readonly amount: Fen }
  | { readonly ok: false; readonly reason: string };

/** @param text in 元; nothing typed is nothing carried over. @returns 分, at most the line's own amount */
export function readCarryover(text: string, line: CarryoverChoice): TypedCarryover {
  if (text.trim() === '') return { ok: true, amount: ZERO_FEN };
  const parsed = parseAmount(text, 'yuan');
  if (!parsed.ok) return parsed;
  if (parsed.fen < 0) return { ok: false, reason: '结转金额不能是负数。' };
  if (parsed.fen > line.amount) {
    return { ok: false, reason: `最多结转 ${formatYuan(line.amount, { group: true })} 元。` };
  }
  return { ok: true, amount: parsed.fen };
}
