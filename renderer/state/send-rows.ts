/** `<entity>.apply` for an entity known only at run time; the core checks each draft against that entity. */
import type { Out } from '../../shared/api/contract.ts';
import type { Applied, AppliedBlock, BookState, Placed } from '../../shared/api/types.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { SavedRow } from '../../shared/intake/values.ts';
import { call, callNamed, failureOf } from '../api.ts';
import type { SaveAnswer, SaveRow } from '../grid/saving.ts';

type Sent = SaveAnswer & ({ readonly ok: false } | { readonly ok: true; readonly state: BookState });

/**
 * Saves and removes rows of an entity in one step of history. Never rejects.
 * @param prepared under what the rows lie ready in the core; null when they do not
 */
export async function sendRows(
  entity: EntityName,
  parentId: number | null,
  label: string,
  save: readonly SaveRow[],
  remove: readonly number[],
  prepared: number | null = null,
): Promise<Sent> {
  try {
    const block = prepared === null ? null : await call('rows.applyPrepared', { prepared, label });
    const { state, ...done } =
      block === null
        ? await apply(entity, { parentId, label, save: drafts(save), remove })
        : { rows: placesIn(block, save.length), removed: [], state: block.state };
    const rows = done.rows.map((place, at): SavedRow => ({ ...place, values: save[at]?.values ?? {} }));
    return { ok: true, rows, removed: done.removed, revision: state.revision, state };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Lays new rows that are to come last ready in the core; null when that cannot be. Never rejects. */
export async function prepareRows(
  entity: EntityName,
  parentId: number | null,
  save: readonly SaveRow[],
): Promise<number | null> {
  try {
    // The contract gives every `<entity>.prepare` an answer of this shape.
    return ((await callNamed(`${entity}.prepare`, { parentId, save: drafts(save) })) as Out<'line.prepare'>).prepared;
  } catch {
    // Whatever is wrong is told when the rows are to be saved.
    return null;
  }
}

/** Where the rows of a block stand. */
const placesIn = ({ first, distance }: AppliedBlock, count: number): readonly Placed[] =>
  Array.from({ length: count }, (_, at) => {
    return { id: first.id + at, revision: first.revision, position: first.position + at * distance };
  });

const drafts = (save: readonly SaveRow[]) => save.map(({ values, ...meta }) => ({ ...meta, ...values }));

function apply(entity: EntityName, input: object): Promise<Applied> {
  // The contract gives every `<entity>.apply` an answer of this shape.
  return callNamed(`${entity}.apply`, input) as Promise<Applied>;
}
