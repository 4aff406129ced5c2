/** Sum, count and average of the amounts in a selection, exact. */
import { type Fen, fen } from '../../shared/money/fen.ts';

export interface SelectionSummary {
  /** Cells with content. */
  readonly filled: number;
  /** Cells with an amount. */
  readonly amounts: number;
  /** Exact sum in 分; null without amounts. */
  readonly sum: Fen | null;
  /** Average in 分, rounded half away from zero; null without amounts. */
  readonly average: Fen | null;
}

/** Integer division rounded half away from zero; no float is involved. */
function divide(sum: number, count: number): number {
  const whole = BigInt(sum < 0 ? -sum : sum);
  const by = BigInt(count);
  // exact: the quotient is a safe integer because the sum is one
  const rounded = Number((whole * 2n + by) / (by * 2n));
  return sum < 0 ? -rounded : rounded;
}

/**
 * @param amounts the amounts in 分 among the selected cells
 * @param filled how many selected cells have content
 */
export function summarise(amounts: readonly number[], filled: number): SelectionSummary {
  if (amounts.length === 0) return { filled, amounts: 0, sum: null, average: null };
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (!Number.isSafeInteger(sum)) return { filled, amounts: amounts.length, sum: null, average: null };
  return { filled, amounts: amounts.length, sum: fen(sum), average: fen(divide(sum, amounts.length)) };
}
