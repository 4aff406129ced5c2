import { listHistory } from '../../../db/history.ts';
import type { Handlers } from '../context.ts';
import { historyChanges } from '../history-changes.ts';

export const historyHandlers = {
  'history.undo': (_input, ctx) => {
    ctx.undo();
    return ctx.state();
  },
  'history.redo': (_input, ctx) => {
    ctx.redo();
    return ctx.state();
  },
  'history.list': ({ before, limit }, ctx) =>
    listHistory(ctx.book(), before, limit).map(({ id, at, author, label, undone, steps }) => ({
      id,
      at,
      by: author,
      label,
      undone,
      changes: steps === null ? [] : historyChanges(ctx.book(), steps),
    })),
} satisfies Pick<Handlers, 'history.undo' | 'history.redo' | 'history.list'>;
