/** Puts an interchange document into a book: everything, or nothing and why. */
import type { Book, Change } from '../../../db/book.ts';
import { findRow, listRows } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { ImportReport } from '../../../shared/api/types.ts';
import { renamePlace } from '../../../shared/checks/place-text.ts';
import { type EntityName, entities, type RowOfEntity } from '../../../shared/entities/index.ts';
import { labelOf, STAGES } from '../../../shared/entities/vocabulary.ts';
import {
  documentToRows,
  type InterchangeDocument,
  type InterchangeProblem,
  type InterchangeRows,
  type LocalRow,
  readInterchange,
} from '../../../shared/interchange/index.ts';
import { planOf } from '../../../shared/interchange/layout.ts';
import { groupedBy } from '../../../shared/shape/grouped-by.ts';
import { mergeCodes, mergeUnits } from './merge.ts';
import { placeText } from './place-text.ts';

export type ImportCounts = Omit<ImportReport, 'state'>;

/** Row ids of the book by the document's own ids. */
export type BookIds = Readonly<Record<EntityName, Map<number, number>>>;

/** Entities owned by a budget, parents of references first. */
const BUDGET_PARTS = ['project', 'line', 'procurement', 'goalSheet', 'asset', 'prior', 'narrative'] as const;
const PROBLEMS_SHOWN = 3;

/** Reads and adds a document. @throws FailureError as readDocument and addDocument. */
export function importDocument(change: Change, raw: unknown): ImportCounts {
  return addDocument(change, readDocument(raw));
}

/**
 * Checks a document.
 * @param raw the parsed JSON of an interchange file
 * @throws FailureError IMPORT_REFUSED naming the first places in words; `at` is the place in the file
 */
export function readDocument(raw: unknown): InterchangeDocument {
  const read = readInterchange(raw);
  return read.ok ? read.document : refuse(read.problems);
}

/**
 * Adds a document's units, codes and budgets to the book of `change`. Units already there are used, with what they
 * lack filled in; a blank draft of the same unit, year and stage is filled.
 * @param replace true: budgets that the book has already give way to the document's, under their ids
 * @throws FailureError IMPORT_REFUSED naming the place, ALREADY_IMPORTED, and what the book itself refuses
 */
export function addDocument(change: Change, document: InterchangeDocument, replace = false): ImportCounts {
  const rows = documentToRows(document);
  const ids = emptyIds();
  mergeUnits(change, rows.unit, new Set(rows.budget.map(({ unitId }) => unitId)), ids);
  mergeCodes(change, rows.code);
  if (!replace) refuseKnown(change.book, [document]);
  const known = listRows(change.book, 'budget', null);
  const parts = partsByBudget(rows);
  for (const budget of rows.budget) {
    const id = addBudget(change, budget, known, ids);
    for (const part of BUDGET_PARTS) addParts(change, part, id, parts[part].get(budget.id) ?? [], ids);
    for (const sheet of parts.goalSheet.get(budget.id) ?? []) {
      addParts(change, 'indicator', bookId(ids, 'goalSheet', sheet.id), parts.indicator.get(sheet.id) ?? [], ids);
    }
    ids.budget.set(budget.id, id);
    // Places of waivers may name any row of the budget.
    addParts(change, 'waiver', id, parts.waiver.get(budget.id) ?? [], ids);
    // A handed-in or locked budget takes no more rows, so its status comes last.
    if (budget.status !== 'draft') setStatus(change, id, budget.status);
  }
  return {
    budgets: rows.budget.length,
    lines: rows.line.length,
    projects: rows.project.length,
    procurement: rows.procurement.length,
    goalSheets: rows.goalSheet.length,
    indicators: rows.indicator.length,
  };
}

/** Makes sure that the book has none of the budgets yet, blank ones left aside. @throws FailureError ALREADY_IMPORTED */
export function refuseKnown(book: Book, documents: readonly InterchangeDocument[]): void {
  const units = new Map(listRows(book, 'unit', null).map((unit) => [unit.code, unit]));
  const budgets = listRows(book, 'budget', null);
  const known = documents.flatMap(budgetsIn).flatMap(({ code, year, stage }) => {
    const unit = units.get(code);
    const same = budgets.find((each) => each.unitId === unit?.id && each.year === year && each.stage === stage);
    if (unit === undefined || same === undefined || isBlank(book, same)) return [];
    return `“${unit.name}”${year}年单位预算（${labelOf(STAGES, stage)}）`;
  });
  const [first] = known;
  if (first !== undefined)
    fail('ALREADY_IMPORTED', { what: known.length === 1 ? first : `${first}等${known.length}份` });
}

/** Which budgets a document brings. */
export function budgetsIn(
  document: InterchangeDocument,
): readonly { readonly code: string; readonly year: number; readonly stage: string }[] {
  const { unit, budget } = documentToRows(document);
  const codes = new Map(unit.map(({ id, code }) => [id, code]));
  return budget.map(({ unitId, year, stage }) => ({ code: codes.get(unitId) ?? '', year, stage }));
}

function refuse(problems: readonly InterchangeProblem[]): never {
  const [first] = problems;
  const at = first?.place ?? null;
  if (problems.length === 1) fail('IMPORT_REFUSED', { place: placeText(at ?? ''), reason: first?.reason ?? '' }, at);
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(({ place, reason }) => `${placeText(place)}：${reason}`);
  const more = problems.length > PROBLEMS_SHOWN ? `另有 ${problems.length - PROBLEMS_SHOWN} 处。` : '';
  fail('IMPORT_REFUSED', { place: `文件有 ${problems.length} 处问题`, reason: `${shown.join('')}${more}` }, at);
}

function addBudget(
  change: Change,
  budget: LocalRow<'budget'>,
  known: readonly RowOfEntity<'budget'>[],
  ids: BookIds,
): number {
  const unitId = bookId(ids, 'unit', budget.unitId);
  const values = { ...fieldsOf('budget', budget, ids), status: 'draft' as const };
  const same = known.find((row) => row.unitId === unitId && row.year === budget.year && row.stage === budget.stage);
  if (same === undefined) return insertMany(change, 'budget', null, [values]);
  clear(change, same.id);
  const { revision } = findRow(change.book, 'budget', same.id) ?? same;
  applyRows(change, 'budget', null, [{ ...values, id: same.id, revision, position: null }], []);
  return same.id;
}

/** Takes everything out of a budget; what was handed in can be changed only as a draft. */
function clear(change: Change, budgetId: number): void {
  setStatus(change, budgetId, 'draft');
  for (const part of ['waiver', ...BUDGET_PARTS.toReversed()] as const) {
    const gone = listRows(change.book, part, budgetId).map(({ id }) => id);
    applyRows(change, part, budgetId, [], gone);
  }
}

/** True for a budget as 新建 makes it: a draft in which nothing has been entered. */
function isBlank(book: Book, budget: RowOfEntity<'budget'>): boolean {
  const own: Readonly<Record<string, unknown>> = { ...budget };
  return (
    budget.status === 'draft' &&
    planOf('budget').every(({ name, field }) => !field.optional || own[name] === null) &&
    BUDGET_PARTS.every((part) => listRows(book, part, budget.id).length === 0)
  );
}

function setStatus(change: Change, id: number, status: RowOfEntity<'budget'>['status']): void {
  const row = findRow(change.book, 'budget', id);
  if (row) applyRows(change, 'budget', null, [{ ...row, status }], []);
}

function addParts<N extends EntityName>(
  change: Change,
  entity: N,
  parentId: number,
  rows: readonly LocalRow<N>[],
  ids: BookIds,
): void {
  const first = insertMany(
    change,
    entity,
    parentId,
    rows.map((row) => fieldsOf(entity, row, ids)),
  );
  for (const [index, row] of rows.entries()) ids[entity].set(row.id, first + index);
}

/** A row's fields with its references turned into ids of the book. */
function fieldsOf<N extends EntityName>(
  entity: N,
  row: LocalRow<N>,
  ids: BookIds,
): Omit<RowOfEntity<N>, 'id' | 'revision' | 'parentId' | 'position'> {
  const values: Record<string, unknown> = {};
  const source: Readonly<Record<string, unknown>> = row;
  for (const { name, target } of planOf(entity)) {
    const value = source[name];
    values[name] = target !== null && typeof value === 'number' ? bookId(ids, target, value) : value;
    if (entity === 'waiver' && name === 'at') values[name] = placeInBook(String(value), ids);
  }
  // Every field of the entity's list has been taken over, so these are the fields of its row.
  return values as Omit<RowOfEntity<N>, 'id' | 'revision' | 'parentId' | 'position'>;
}

/** A place that names rows of the document, as the book knows them; 0 for a row that is not there. */
function placeInBook(place: string, ids: BookIds): string {
  return renamePlace(place, (entity, local) => String(ids[entity].get(Number.parseInt(local, 10)) ?? 0));
}

function bookId(ids: BookIds, entity: EntityName, local: number): number {
  const id = ids[entity].get(local);
  if (id === undefined) throw new Error(`interchange: ${entity} ${local} has not been added yet`);
  return id;
}

function emptyIds(): BookIds {
  const names = Object.keys(entities) as EntityName[];
  // The entries are made from the names of `entities`, which EntityName is.
  return Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as BookIds;
}

type Parts = { readonly [N in EntityName]: ReadonlyMap<number | null, readonly LocalRow<N>[]> };

function partsByBudget(rows: InterchangeRows): Parts {
  const grouped = Object.entries(rows).map(([name, list]: [string, readonly LocalRow<EntityName>[]]) => [
    name,
    groupedBy(list, ({ parentId }) => parentId),
  ]);
  // One map per entity, of that entity's own rows.
  return Object.fromEntries(grouped) as Parts;
}
