/** Whether the money that pays for a purchase is enough for all that is bought from it. */
import type { Entry, Purchases } from '../../shared/procurement/purchases.ts';
import { sameLine, samePayer } from '../../shared/procurement/purchases.ts';

/** Money that purchases are paid from, in 分. */
export interface Money {
  readonly of: 'project' | 'line';
  readonly id: number;
  /** What the project's expenditure lines, or the line, come to. */
  readonly budgeted: number;
  /** All purchases paid from it, this one among them. */
  readonly bought: number;
}

export interface Budgeted {
  readonly project: (id: number) => number;
  readonly line: (id: number) => number;
}

/** @param entry stored, changed or new; the project that pays, and the line it hangs on */
export function moneyFor(entry: Entry, purchases: Purchases, budgeted: Budgeted): readonly Money[] {
  const { payer, item } = entry;
  const money: Money[] = [];
  if (payer !== null) {
    const bought = purchases.sumWith(entry, samePayer).amount;
    money.push({ of: 'project', id: payer, budgeted: budgeted.project(payer), bought });
  }
  if (item.lineId !== null) {
    const bought = purchases.sumWith(entry, sameLine).amount;
    money.push({ of: 'line', id: item.lineId, budgeted: budgeted.line(item.lineId), bought });
  }
  return money;
}
