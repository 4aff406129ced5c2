/** What a book holds, or one budget of it, as an interchange document. */
import type { Book } from '../../../db/book.ts';
import { findRow, listRows } from '../../../db/read.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { RowOfEntity } from '../../../shared/entities/index.ts';
import { type InterchangeDocument, rowsToDocument } from '../../../shared/interchange/index.ts';

/** All of a book: every unit, code and budget. */
export function documentOfBook(book: Book): InterchangeDocument {
  return rowsToDocument({
    unit: listRows(book, 'unit', null),
    code: listRows(book, 'code', null),
    budget: listRows(book, 'budget', null),
    project: listRows(book, 'project', null),
    line: listRows(book, 'line', null),
    procurement: listRows(book, 'procurement', null),
    goalSheet: listRows(book, 'goalSheet', null),
    indicator: listRows(book, 'indicator', null),
    asset: listRows(book, 'asset', null),
    prior: listRows(book, 'prior', null),
    narrative: listRows(book, 'narrative', null),
    waiver: listRows(book, 'waiver', null),
  });
}

/**
 * One budget with its unit, the units above it and the user's codes.
 * @throws FailureError NOT_FOUND when there is no such budget
 */
export function documentOfBudget(book: Book, budgetId: number): InterchangeDocument {
  const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const goalSheet = listRows(book, 'goalSheet', budgetId);
  return rowsToDocument({
    unit: lineage(listRows(book, 'unit', null), budget.unitId),
    code: listRows(book, 'code', null),
    budget: [budget],
    project: listRows(book, 'project', budgetId),
    line: listRows(book, 'line', budgetId),
    procurement: listRows(book, 'procurement', budgetId),
    goalSheet,
    indicator: goalSheet.flatMap((sheet) => listRows(book, 'indicator', sheet.id)),
    asset: listRows(book, 'asset', budgetId),
    prior: listRows(book, 'prior', budgetId),
    narrative: listRows(book, 'narrative', budgetId),
    waiver: listRows(book, 'waiver', budgetId),
  });
}

/** A unit and all units above it, in book order. */
function lineage(units: readonly RowOfEntity<'unit'>[], unitId: number): RowOfEntity<'unit'>[] {
  const wanted = new Set<number>();
  let next: number | null = unitId;
  while (next !== null && !wanted.has(next)) {
    wanted.add(next);
    next = units.find((unit) => unit.id === next)?.superiorId ?? null;
  }
  return units.filter((unit) => wanted.has(unit.id));
}
