/** `<entity>.apply` for an entity known only at run time; the core checks each draft against that entity. */
import type { CallName } from '../../shared/api/contract.ts';
import type { Applied, BookState } from '../../shared/api/types.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { SavedRow } from '../../shared/intake/values.ts';
import { call, failureOf } from '../api.ts';
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
  const drafts = save.map(({ values, ...meta }) => ({ ...meta, ...values }));
  try {
    const { rows: placed, removed, state } = await apply(entity, { parentId, label, save: drafts, remove });
    const rows = placed.map((place, at): SavedRow => ({ ...place, values: save[at]?.values ?? {} }));
    return { ok: true, rows, removed, revision: state.revision, state };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function apply(entity: EntityName, input: object): Promise<Applied> {
  const send = call as (name: CallName, input: object) => Promise<unknown>;
  // The contract gives every `<entity>.apply` an answer of this shape.
  return send(`${entity}.apply`, input) as Promise<Applied>;
}
