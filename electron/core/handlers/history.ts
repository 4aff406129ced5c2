/** Undo, redo, what was done, and bringing single records back. */
import { type HistoryFilter, historyState, listHistory } from '../../../db/history.ts';
import { layoutOf } from '../../../db/layout.ts';
import { pastRow, restoreRow } from '../../../db/restore.ts';
import { fail } from '../../../shared/api/failure.ts';
import { type EntityName, entities } from '../../../shared/entities/index.ts';
import type { Handlers } from '../context.ts';
import { historyChanges, rowsIn } from '../history-changes.ts';
import { createHistoryWords } from '../history-words.ts';

export const historyHandlers = {
  'history.undo': (_input, ctx) => {
    ctx.undo();
    return ctx.state();
  },
  'history.redo': (_input, ctx) => {
    ctx.redo();
    return ctx.state();
  },
  'history.list': ({ before, limit, entity, rowId }, ctx) => {
    const book = ctx.book();
    const filter = filterOf(entity, rowId);
    const words = createHistoryWords(book, (year) => ctx.codes(year));
    return listHistory(book, before, limit, filter).map(({ id, at, author, label, undone, steps }) => ({
      id,
      at,
      by: author,
      label,
      undone,
      rows: steps === null ? null : rowsIn(steps),
      changes: steps === null ? [] : historyChanges(words, id, steps, filter !== null && filter.rowId !== null),
    }));
  },
  'history.state': (_input, ctx) => historyState(ctx.book()),
  'history.goBackTo': ({ entryId }, ctx) => {
    ctx.goTo(entryId);
    return ctx.state();
  },
  'history.restoreRow': ({ entity, rowId, entryId, side, revision }, ctx) => {
    const kind = entityNamed(entity);
    const past = pastRow(ctx.writable(), kind, rowId, { entryId, side });
    const when = `“${past.label}”${side === 'before' ? '之前' : '之后'}`;
    const label = `恢复${layoutOf(kind).label}到${when}`;
    const restored = ctx.change(label, (change) => restoreRow(change, kind, rowId, past, revision));
    return { rowId: restored, state: ctx.state() };
  },
} satisfies Pick<
  Handlers,
  'history.undo' | 'history.redo' | 'history.list' | 'history.state' | 'history.goBackTo' | 'history.restoreRow'
>;

function filterOf(entity: string | null, rowId: number | null): HistoryFilter | null {
  if (entity !== null) return { entity: entityNamed(entity), rowId };
  if (rowId === null) return null;
  return fail('INVALID_INPUT', { place: '记录种类', reason: '按一条记录查看历史时，要说明是哪一种记录。' }, 'entity');
}

/** @throws FailureError INVALID_INPUT for a name that no kind of record has. */
export function entityNamed(name: string): EntityName {
  const known = Object.keys(entities).find((each) => each === name);
  // `find` returned a key of `entities`, which is what EntityName is.
  if (known !== undefined) return known as EntityName;
  return fail('INVALID_INPUT', { place: '记录种类', reason: `没有“${name}”这种记录。` }, 'entity');
}
