/** What a document brings for the whole book, units and the user's own codes, joined with what the book has. */
import type { Change } from '../../../db/book.ts';
import { listRows } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { EntityName, RowOfEntity } from '../../../shared/entities/index.ts';
import type { LocalRow } from '../../../shared/interchange/index.ts';
import { planOf } from '../../../shared/interchange/layout.ts';
import type { Field } from '../../../shared/shape/shape.ts';
import type { BookIds } from './interchange.ts';

/**
 * Adds units that the book lacks and fills in what its units lack; records the book's ids in `ids`. Who is above whom,
 * and what a unit is called that is only named as the one above, is for the book to say: the department knows better
 * than its units do.
 * @param withBudgets the units, by the document's own ids, that budgets of the document are of
 * @throws FailureError IMPORT_REFUSED when such a unit is another one in the book under the same code
 */
export function mergeUnits(
  change: Change,
  units: readonly LocalRow<'unit'>[],
  withBudgets: ReadonlySet<number>,
  ids: BookIds,
): void {
  const known = new Map(listRows(change.book, 'unit', null).map((unit) => [unit.code, unit]));
  for (const unit of units) {
    const { id, parentId: _parent, position: _position, ...fields } = unit;
    const same = known.get(unit.code);
    // The superior may stand later in the list, so it is set when all units have their ids.
    ids.unit.set(id, same?.id ?? insertMany(change, 'unit', null, [{ ...fields, superiorId: null }]));
  }
  const now = new Map(listRows(change.book, 'unit', null).map((unit) => [unit.id, unit]));
  for (const unit of units) {
    const row = now.get(ids.unit.get(unit.id) ?? 0);
    if (row === undefined) continue;
    const superiorId = unit.superiorId === null ? null : (ids.unit.get(unit.superiorId) ?? null);
    const place = withBudgets.has(unit.id) ? `单位“${row.code}”` : null;
    const merged = joined('unit', place, row, { ...unit, superiorId });
    if (merged !== null) applyRows(change, 'unit', null, [merged], []);
  }
}

/** Adds codes that the book lacks. @throws FailureError IMPORT_REFUSED when the book knows a code by another name. */
export function mergeCodes(change: Change, codes: readonly LocalRow<'code'>[]): void {
  const keyOf = (code: { readonly catalogue: string; readonly fromYear: number; readonly code: string }) =>
    `${code.catalogue} ${code.fromYear} ${code.code}`;
  const known = new Map(listRows(change.book, 'code', null).map((row) => [keyOf(row), row]));
  const fresh = codes.filter((code) => !known.has(keyOf(code)));
  insertMany(
    change,
    'code',
    null,
    fresh.map(({ id: _id, parentId: _parent, position: _position, ...fields }) => fields),
  );
  for (const code of codes) {
    const row = known.get(keyOf(code));
    const merged = row === undefined ? null : joined('code', `科目“${code.code}”`, row, code);
    if (merged !== null) applyRows(change, 'code', null, [merged], []);
  }
}

/**
 * The book's row with its empty fields filled from the document's; null when there is nothing to fill.
 * @param place what the row is called where it may not differ; null = what the book says stands
 * @throws FailureError IMPORT_REFUSED when both have a value and the values differ
 */
function joined<N extends EntityName>(
  entity: N,
  place: string | null,
  row: RowOfEntity<N>,
  given: Readonly<Record<string, unknown>>,
): RowOfEntity<N> | null {
  const filled: Record<string, unknown> = {};
  const own: Readonly<Record<string, unknown>> = row;
  for (const { name, field } of planOf(entity)) {
    const value = given[name] ?? null;
    if (value === null || value === own[name]) continue;
    if (own[name] !== null) {
      if (place === null || field.kind === 'ref') continue;
      const difference = `文件中是“${shown(field, value)}”，账套中是“${shown(field, own[name])}”`;
      fail('IMPORT_REFUSED', { place, reason: `“${field.label}”与账套中的不同：${difference}。` });
    }
    filled[name] = value;
  }
  return Object.keys(filled).length === 0 ? null : { ...row, ...filled };
}

function shown(field: Field, value: unknown): string {
  if (field.kind !== 'enum') return String(value);
  return field.options.find((option) => option.value === value)?.label ?? String(value);
}
