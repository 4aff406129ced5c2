/** 支出总计 as table 1 prints it. */
import type { Totals } from '../api/types.ts';
import { type Fen, sumFen } from '../money/fen.ts';

/** What is spent and what stays for next year, 分; equal to the income of a budget in balance. */
export function expenditureTotal({ expenditure, yearEndCarryover }: Totals): Fen {
  return sumFen([expenditure, yearEndCarryover]);
}
