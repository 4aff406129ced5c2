/** The rows of a budget as sheets show them: plain values by field, and the lists that their cells choose from. */
import { randomUUID } from 'node:crypto';
import type { Book } from '../../../db/book.ts';
import { findRow, listIndicators, listRows } from '../../../db/read.ts';
import { readSetting, writeSetting } from '../../../db/settings.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { CodeBook } from '../../../shared/codes/code-book.ts';
import { type SheetEntity, sheetFields } from '../../../shared/intake/fields.ts';
import { makeLookup } from '../../../shared/intake/lookup.ts';
import { BOOK_MARK_SETTING, belongs, type SheetKind } from '../../../shared/intake/sheet-kinds.ts';
import type { CellLookup, CellValue, SavedRow, Values } from '../../../shared/intake/values.ts';
import type { Context } from '../context.ts';

/** What a sheet of a budget needs to know of it. */
export interface BudgetPlace {
  readonly book: Book;
  readonly budgetId: number;
  readonly unitName: string;
  readonly year: number;
  readonly codes: CodeBook;
  /** Tells this book, and its copies, from all others; ids of rows are good only where it is the same. */
  readonly bookMark: string;
}

/** @throws FailureError NOT_FOUND. */
export function budgetPlace(ctx: Context, budgetId: number): BudgetPlace {
  const book = ctx.book();
  const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
  const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
  return {
    book,
    budgetId,
    unitName: unit.name,
    year: budget.year,
    codes: ctx.codes(budget.year),
    bookMark: bookMarkOf(book),
  };
}

/** Made when it is first asked for. A book that can only be read and has none gets one that no book will have. */
function bookMarkOf(book: Book): string {
  const known = readSetting(book, BOOK_MARK_SETTING);
  if (known !== null) return known;
  const mark = randomUUID();
  if (!book.readOnly) writeSetting(book, BOOK_MARK_SETTING, mark);
  return mark;
}

/** The rows of one kind, in book order; indicators sheet by sheet with `parentId` as a value. */
export function rowsOfKind(place: BudgetPlace, kind: SheetKind, entity: SheetEntity): readonly SavedRow[] {
  const rows =
    entity === 'indicator' ? listIndicators(place.book, place.budgetId) : listRows(place.book, entity, place.budgetId);
  const fields = Object.keys(sheetFields(entity));
  const saved: SavedRow[] = [];
  for (const row of rows) {
    // A row of the book holds its fields, and every indicator its parent; only plain values are stored.
    const values = row as unknown as Values;
    if (entity === 'line' && !belongs(kind, values)) continue;
    const own: Record<string, CellValue> = {};
    for (const field of fields) own[field] = values[field] ?? null;
    saved.push({ id: row.id, revision: row.revision, position: row.position, values: own });
  }
  return saved;
}

/** Goal sheets that are about to be added, by the project they are for; their ids are below zero until then. */
export type NewSheets = readonly { readonly id: number; readonly projectId: number | null }[];

/** The lists that cells of a budget's sheets choose from. Goal sheets go by their projects' names. */
export function budgetLookup(place: BudgetPlace, newSheets: NewSheets = []): CellLookup {
  const { book, budgetId, codes } = place;
  const own: CellLookup = makeLookup({
    amountUnit: 'yuan',
    codes: (catalogue) => codes.list(catalogue),
    rows: (entity) => {
      if (entity === 'project') return rowsOfKind(place, 'project', 'project');
      if (entity === 'line') return listRows(book, 'line', budgetId).map((line) => named(line.id, lineName(line)));
      if (entity !== 'goalSheet') return null;
      const sheets = [...listRows(book, 'goalSheet', budgetId), ...newSheets];
      return sheets.map(({ id, projectId }) => named(id, sheetName(own, projectId)));
    },
    initials: () => '',
    recent: () => [],
  });
  return own;
}

/** How the goal sheet of the unit as a whole is called. */
const UNIT_SHEET = '单位整体';

function sheetName(lookup: CellLookup, projectId: number | null): string {
  const field = sheetFields('goalSheet').projectId;
  if (projectId === null || field === undefined) return UNIT_SHEET;
  return lookup.choiceOf(field, projectId)?.label ?? `项目${projectId}`;
}

/** Lines have no name; a procurement's line is told by its number in the book and what it is for. */
function lineName(line: {
  readonly id: number;
  readonly deptEconomic: string | null;
  readonly note: string | null;
}): string {
  return [`明细${line.id}`, line.deptEconomic, line.note].filter((part) => part !== null).join(' ');
}

function named(id: number, name: string): SavedRow {
  return { id, revision: 1, position: id, values: { name } };
}
