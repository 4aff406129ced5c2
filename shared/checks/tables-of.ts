/** Which tables a cross-check looks at. */
import type { Amount, TableCheck } from './table-spec.ts';

/** @returns their numbers, ascending */
export function tablesOf({ each, onlyIfNil, left, right }: TableCheck): readonly number[] {
  const of = (amount: Amount): readonly number[] => {
    if ('cell' in amount) return [amount.cell.table];
    if ('total' in amount) return [amount.total.table];
    return ('sum' in amount ? amount.sum : amount.minus).flatMap(of);
  };
  const amounts = [left, right, ...(onlyIfNil === undefined ? [] : [onlyIfNil])];
  return [...new Set([...(each === undefined ? [] : [each.table]), ...amounts.flatMap(of)])].sort((a, b) => a - b);
}
