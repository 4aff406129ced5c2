/** Unspent money that goes along: lines of origin 上年结转 on both sides, so that the balance holds. */
import { fail } from '../api/failure.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { type Fen, fen } from '../money/fen.ts';
import { formatYuan } from '../money/format.ts';
import { type Fresh, fresh } from '../projects/copy.ts';
import { carryoverChoices } from './preview.ts';

export interface Carryover {
  readonly lineId: number;
  readonly revision: number;
  /** What is left of the line at the end of the year, in 分. */
  readonly amount: Fen;
}

type LineRow = { readonly from: null; readonly row: Fresh<RowOfEntity<'line'>> };

export interface CarriedOver {
  readonly expenditure: readonly LineRow[];
  /** One line per fund and functional code, so that each fund's and each code's money comes and goes. */
  readonly income: readonly LineRow[];
}

/**
 * @param lines all lines of the year that ends
 * @throws FailureError INVALID_INPUT, CONFLICT; `at` is like `carryovers[2].amount`
 */
export function carriedOver(lines: readonly RowOfEntity<'line'>[], stated: readonly Carryover[]): CarriedOver {
  const possible = new Set(carryoverChoices(lines).map(({ lineId }) => lineId));
  const byId = new Map(lines.filter(({ id }) => possible.has(id)).map((line) => [line.id, line]));
  const expenditure = stated.flatMap(({ lineId, revision, amount }, index): LineRow[] => {
    const line = byId.get(lineId);
    // A line named twice is not there any more the second time.
    byId.delete(lineId);
    const place = `结转金额第${index + 1}项`;
    if (line === undefined) {
      const reason = '不是这个预算的支出明细，或填了两次。';
      return fail('INVALID_INPUT', { place, reason }, `carryovers[${index}].lineId`);
    }
    if (line.revision !== revision) fail('CONFLICT', { what: '预算明细' }, `carryovers[${index}].lineId`);
    if (amount > line.amount) {
      const reason = `结转 ${yuan(amount)} 元，大于这条明细的 ${yuan(line.amount)} 元。`;
      fail('INVALID_INPUT', { place, reason }, `carryovers[${index}].amount`);
    }
    return amount === 0 ? [] : [{ from: null, row: { ...fresh(line), origin: 'carryover', amount } }];
  });
  return { expenditure, income: incomeFor(expenditure) };
}

function incomeFor(expenditure: readonly LineRow[]): readonly LineRow[] {
  const sums = new Map<string, Fresh<RowOfEntity<'line'>>>();
  for (const { row } of expenditure) {
    const key = `${row.fund} ${row.functional}`;
    const before = sums.get(key);
    sums.set(key, {
      ...row,
      side: 'income',
      revenue: null,
      nature: null,
      deptEconomic: null,
      govEconomic: null,
      use: null,
      projectId: null,
      note: null,
      amount: fen((before?.amount ?? 0) + row.amount),
    });
  }
  return [...sums.values()].map((row) => ({ from: null, row }));
}

function yuan(amount: Fen): string {
  return formatYuan(amount, { group: true });
}
