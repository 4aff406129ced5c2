/** Takes what was looked over into the book: one change, everything or nothing. */
import type { Change } from '../../../db/book.ts';
import { rowsById } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { DraftOfEntity, EntityName, RowOfEntity } from '../../../shared/entities/index.ts';
import { PARENT_FIELD } from '../../../shared/intake/fields.ts';
import type { IntakeReport } from '../../../shared/intake/types.ts';
import type { Values } from '../../../shared/intake/values.ts';
import type { OpenIntake } from './open-intake.ts';
import type { IntakePart } from './part.ts';

/**
 * Refuses a file with anything that cannot be imported, unless that is to be left out.
 * @throws FailureError IMPORT_REFUSED naming the first place
 */
export function assertWhole({ name, parts }: OpenIntake): void {
  for (const part of parts) {
    if (part.report.refused === 0) continue;
    const { sheet } = part;
    const [row = 0] = sheet.badRows();
    const problem = sheet.recordsOf(row).flatMap(({ problems }) => problems)[0];
    const at = part.outcomes.findIndex(({ kind }) => kind === 'refused');
    const refused = part.outcomes[at];
    const place = `“${name}”有 ${part.report.refused} 行不能导入`;
    if (problem !== undefined) fail('IMPORT_REFUSED', { place, reason: `第${row + 1}行：${problem.reason}` });
    const reason = refused?.kind === 'refused' ? refused.reason : '';
    fail('IMPORT_REFUSED', { place, reason: `第${(part.matched[at]?.row ?? 0) + 1}行：${reason}` });
  }
}

/** Adds and changes rows as compared. Runs inside one change of the book. @throws FailureError, with nothing changed. */
export function applyIntake(change: Change, intake: OpenIntake): IntakeReport {
  const newSheets = new Map<number, number>();
  const counts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const part of intake.parts) {
    const ids = applyPart(change, part, intake.place.budgetId, newSheets);
    if (part.part.entity === 'goalSheet') for (const [index, id] of ids.entries()) newSheets.set(-1 - index, id);
    for (const key of ['added', 'changed', 'same', 'refused'] as const) counts[key] += part.report[key];
  }
  return counts;
}

/** Applies one part under its parents; answers the ids of its new rows in their order. */
function applyPart(
  change: Change,
  { part: { entity }, matched, outcomes }: IntakePart,
  budgetId: number,
  newSheets: ReadonlyMap<number, number>,
): readonly number[] {
  const parentOf = (values: Values): number => {
    const parent = values[PARENT_FIELD];
    if (entity !== 'indicator' || typeof parent !== 'number') return budgetId;
    return newSheets.get(parent) ?? parent;
  };
  const added = new Map<number, Values[]>();
  const changed = new Map<number, { readonly id: number; readonly values: Values }[]>();
  for (const [index, { values }] of matched.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind === 'added') listIn(added, parentOf(values)).push(values);
    if (outcome?.kind === 'changed') listIn(changed, parentOf(outcome.values)).push(outcome);
  }
  for (const [parentId, rows] of changed) applyChanged(change, entity, parentId, rows);
  const ids: number[] = [];
  for (const [parentId, rows] of added) {
    const first = insertMany(
      change,
      entity,
      parentId,
      rows.map((values) => fieldsOf(entity, values)),
    );
    for (const index of rows.keys()) ids.push(first + index);
  }
  return ids;
}

function applyChanged(
  change: Change,
  entity: EntityName,
  parentId: number,
  rows: readonly { readonly id: number; readonly values: Values }[],
): void {
  const revisions = new Map(
    rowsById(
      change.book,
      entity,
      rows.map(({ id }) => id),
    ).map(({ id, revision }) => [id, revision]),
  );
  const drafts = rows.map(({ id, values }) => ({
    ...fieldsOf(entity, values),
    id,
    revision: revisions.get(id) ?? null,
    position: null,
  }));
  // The record has this entity's fields, and the row's own keys have just been added.
  applyRows(change, entity, parentId, drafts as unknown as readonly DraftOfEntity<EntityName>[], []);
}

type NewRow = Omit<RowOfEntity<EntityName>, 'id' | 'revision' | 'parentId' | 'position'>;

/**
 * A record's fields. Each value was checked against its field when its cell was read, and a record that lacks one that
 * must be there is not matched at all.
 */
function fieldsOf(entity: EntityName, values: Values): NewRow {
  if (entity !== 'indicator') return values as unknown as NewRow;
  const { [PARENT_FIELD]: _parent, ...own } = values;
  return own as unknown as NewRow;
}

function listIn<T>(map: Map<number, T[]>, key: number): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
