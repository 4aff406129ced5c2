/** Copies of a project's rows for another project. Ids are those of the rows copied from until they are mapped. */
import type { RowMeta } from '../entities/entity.ts';
import type { GoalSheet } from '../entities/goal-sheet.ts';
import type { RowOfEntity } from '../entities/index.ts';
import type { Fen } from '../money/fen.ts';

/** A row's fields without what the book gives it. */
export type Fresh<R extends RowMeta> = Omit<R, keyof RowMeta>;

/** The fields of a row, to be inserted anew. */
export function fresh<R extends RowMeta>(row: R): Fresh<R> {
  const { id: _id, revision: _revision, parentId: _parent, position: _position, ...fields } = row;
  return fields;
}

/** Amount fields of a goal sheet, 分. */
export const SHEET_AMOUNTS = [
  'implTotal',
  'implCentral',
  'implProvincial',
  'implLocal',
  'implOwn',
  'implOther',
  'annualTotal',
  'annualCentral',
  'annualProvincial',
  'annualLocal',
  'annualOwn',
  'annualOther',
] as const satisfies readonly (keyof GoalSheet)[];

type SheetAmounts = Readonly<Record<(typeof SHEET_AMOUNTS)[number], Fen | null>>;

/** Every amount of a goal sheet as `of` says. */
export function sheetAmounts(of: (name: (typeof SHEET_AMOUNTS)[number]) => Fen | null): SheetAmounts {
  // Made from the names that SheetAmounts is a record of.
  return Object.fromEntries(SHEET_AMOUNTS.map((name) => [name, of(name)])) as SheetAmounts;
}

/**
 * Procurement of one project as procurement of another.
 * @param lineIds id of the copied line by the id of the line it was copied from; a line that has no copy is let go
 */
export function copiedProcurement(
  item: RowOfEntity<'procurement'>,
  projectId: number | null,
  lineIds: ReadonlyMap<number, number>,
): Fresh<RowOfEntity<'procurement'>> {
  const lineId = item.lineId === null ? null : (lineIds.get(item.lineId) ?? null);
  return { ...fresh(item), projectId, lineId };
}

/** Procurement that a project pays: its own, and what hangs on its lines without naming a project. */
export function procurementOf(
  projectId: number,
  lineIds: ReadonlySet<number>,
  items: readonly RowOfEntity<'procurement'>[],
): readonly RowOfEntity<'procurement'>[] {
  return items.filter(
    (item) =>
      item.projectId === projectId || (item.projectId === null && item.lineId !== null && lineIds.has(item.lineId)),
  );
}
