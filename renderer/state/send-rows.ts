/** `<entity>.apply` for an entity known only at run time; the core checks each draft against that entity. */
import type { Out } from '../../shared/api/contract.ts';
import type { Applied, BookState, PlacedBlock } from '../../shared/api/types.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { SavedRow } from '../../shared/intake/values.ts';
import { call, callNamed, failureOf } from '../api.ts';
import type { ReadyRows, SaveAnswer, SaveRow } from '../grid/saving.ts';

type Sent = SaveAnswer & ({ readonly ok: false } | { readonly ok: true; readonly state: BookState });

/**
 * Saves and removes rows of an entity in one step of history. Never rejects.
 * @param ready the rows as they lie ready in the core; null when they do not
 */
export async function sendRows(
  entity: EntityName,
  parentId: number | null,
  label: string,
  save: readonly SaveRow[],
  remove: readonly number[],
  ready: ReadyRows | null = null,
): Promise<Sent> {
  try {
    const block = ready === null ? null : await call('rows.applyPrepared', { prepared: ready.prepared, label });
    if (ready !== null && block !== null) {
      const { state } = block;
      const rows = isAsTold(block, ready.told) ? ready.told : rowsIn(block, save);
      return { ok: true, rows, removed: [], revision: state.revision, state };
    }
    const { state, removed, ...applied } = await apply(entity, { parentId, label, save: drafts(save), remove });
    const rows = applied.rows.map((place, at): SavedRow => ({ ...place, values: save[at]?.values ?? {} }));
    return { ok: true, rows, removed, revision: state.revision, state };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Lays new rows that are to come last ready in the core; null when that cannot be. Never rejects. */
export async function prepareRows(
  entity: EntityName,
  parentId: number | null,
  save: readonly SaveRow[],
): Promise<ReadyRows | null> {
  try {
    // The contract gives every `<entity>.prepare` an answer of this shape.
    const block = (await callNamed(`${entity}.prepare`, { parentId, save: drafts(save) })) as Out<'line.prepare'>;
    return { prepared: block.prepared, told: rowsIn(block, save) };
  } catch {
    // Whatever is wrong is told when the rows are to be saved.
    return null;
  }
}

/** The rows of a block as they stand. */
const rowsIn = ({ first, distance }: PlacedBlock, save: readonly SaveRow[]): readonly SavedRow[] =>
  save.map(({ values }, at) => {
    return { id: first.id + at, revision: first.revision, position: first.position + at * distance, values };
  });

/** Rows of a block stand at one distance: by the first two all are known. */
function isAsTold({ first, distance }: PlacedBlock, [one, two]: readonly SavedRow[]): boolean {
  const same = one?.id === first.id && one.revision === first.revision && one.position === first.position;
  return same && (two === undefined || two.position - one.position === distance);
}

const drafts = (save: readonly SaveRow[]) => save.map(({ values, ...meta }) => ({ ...meta, ...values }));

function apply(entity: EntityName, input: object): Promise<Applied> {
  // The contract gives every `<entity>.apply` an answer of this shape.
  return callNamed(`${entity}.apply`, input) as Promise<Applied>;
}
