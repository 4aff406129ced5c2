/** Rows that come into being from a few given fields. */
import { fail } from '../../shared/api/failure.ts';
import { type DraftOfEntity, type EntityName, entities } from '../../shared/entities/index.ts';
import { checkDraft } from '../../shared/shape/check.ts';
import type { Fields } from '../../shared/shape/shape.ts';

/** The draft of a new row: the given fields, null in the others. @throws FailureError INVALID_INPUT. */
export function newDraft<N extends EntityName>(entity: N, given: Readonly<Record<string, unknown>>): DraftOfEntity<N> {
  const spec = entities[entity];
  const fields: Fields = spec.fields;
  const empty = Object.fromEntries(Object.keys(fields).map((key) => [key, null]));
  const result = checkDraft(spec, { id: null, revision: null, position: null, ...empty, ...given });
  if (result.ok) return result.value as DraftOfEntity<N>;
  const [problem] = result.problems;
  return fail('INVALID_INPUT', { place: spec.label, reason: problem?.reason ?? '' }, problem?.field ?? null);
}
