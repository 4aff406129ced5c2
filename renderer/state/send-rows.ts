/** `<entity>.apply` for an entity known only at run time: drafts are checked here, as they will be again in the core. */
import type { CallName } from '../../shared/api/contract.ts';
import { failure } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import { checkDraft } from '../../shared/shape/check.ts';
import { call, failureOf } from '../api.ts';
import { savedRow } from '../grid/row-store.ts';
import type { SaveAnswer, SaveRow } from '../grid/saving.ts';

type Sent = SaveAnswer & ({ readonly ok: false } | { readonly ok: true; readonly state: BookState });

/** Saves and removes rows of an entity in one step of history. Never rejects. */
export async function sendRows(
  entity: EntityName,
  parentId: number | null,
  label: string,
  save: readonly SaveRow[],
  remove: readonly number[],
): Promise<Sent> {
  const drafts: unknown[] = [];
  for (const { values, ...meta } of save) {
    const checked = checkDraft(entities[entity], { ...meta, ...values });
    if (!checked.ok) {
      const problem = checked.problems[0];
      const place = entities[entity].label;
      return {
        ok: false,
        failure: failure('INVALID_INPUT', { place, reason: problem?.reason ?? '' }, problem?.field ?? null),
      };
    }
    drafts.push(checked.value);
  }
  try {
    const answer = await apply(entity, { parentId, label, save: drafts, remove });
    const rows = answer.rows.map((row) => savedRow(row));
    return { ok: true, rows, removed: answer.removed, revision: answer.state.revision, state: answer.state };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

interface AppliedRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly removed: readonly number[];
  readonly state: BookState;
}

/** `<entity>.apply` for an entity known only at run time; each draft has just been checked against that entity. */
function apply(entity: EntityName, input: object): Promise<AppliedRows> {
  const send = call as (name: CallName, input: object) => Promise<unknown>;
  // The contract gives every `<entity>.apply` an answer of this shape.
  return send(`${entity}.apply`, input) as Promise<AppliedRows>;
}
