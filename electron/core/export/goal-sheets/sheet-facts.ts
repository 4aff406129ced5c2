/** What goal sheets are printed from, read from the book. */
import type { Book } from '../../../../db/book.ts';
import { findRow, listIndicators, listRows } from '../../../../db/read.ts';
import { fail } from '../../../../shared/api/failure.ts';
import { type PrintedSheet, printedSheets } from '../../../../shared/document/goals/printed-sheet.ts';

/** Sheets of a budget to be printed, with the words of their index. */
export interface SheetsToPrint {
  readonly sheets: readonly PrintedSheet[];
  readonly unitName: string;
  readonly year: number;
}

/**
 * The sheets of a budget in book order.
 * @param ids those wanted; none = all
 * @throws FailureError NOT_FOUND for a budget that is gone
 */
export function readSheets(book: Book, budgetId: number, ids: readonly number[]): SheetsToPrint {
  const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
  const wanted = new Set(ids);
  const sheets = printedSheets({
    unit,
    year: budget.year,
    projects: listRows(book, 'project', budgetId),
    sheets: listRows(book, 'goalSheet', budgetId),
    indicators: listIndicators(book, budgetId),
  }).filter(({ id }) => wanted.size === 0 || wanted.has(id));
  return { sheets, unitName: unit.name, year: budget.year };
}
