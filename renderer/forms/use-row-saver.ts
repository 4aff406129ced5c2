/** Saves single fields of one row, one after the other, each on top of what the last one answered. */
import { useRef } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import { type EntityName, entities, type RowOfEntity } from '../../shared/entities/index.ts';
import type { CellValue, SavedRow } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { savedRow } from '../grid/row-store.ts';
import { takeState } from '../state/events.ts';
import { savingBegan, savingEnded } from '../state/save-state.ts';
import { sendRows } from '../state/send-rows.ts';

/** @param row as last answered by the core; answers a function that saves a field and tells the failure, or null */
export function useRowSaver<N extends EntityName>(entity: N, row: RowOfEntity<N>) {
  const newest = useRef<SavedRow | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const given = savedRow(row);
  if (newest.current === null || newest.current.id !== given.id || newest.current.revision < given.revision) {
    newest.current = given;
  }
  const save = async (field: string, value: CellValue): Promise<Failure | null> => {
    const { id, revision, values } = newest.current ?? given;
    const fields: Fields = entities[entity].fields;
    const draft = { id, revision, position: null, values: { ...values, [field]: value } };
    savingBegan();
    const answer = await sendRows(entity, row.parentId, `修改“${fields[field]?.label ?? field}”`, [draft], []);
    savingEnded(answer.ok ? null : answer.failure);
    if (!answer.ok) return answer.failure;
    newest.current = answer.rows[0] ?? newest.current;
    takeState(answer.state);
    return null;
  };
  return (field: string, value: CellValue): Promise<Failure | null> => {
    const next = last.current.then(() => save(field, value));
    last.current = next;
    return next;
  };
}
