/** A new book for one unit and one year, where the user chooses. */
import type { Change } from '../../db/book.ts';
import { createBook } from '../../db/create.ts';
import { applyRows } from '../../db/rows.ts';
import type { In } from '../../shared/api/contract.ts';
import { fail } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import type { Context } from './context.ts';
import { fileName, withExtension } from './export/file-name.ts';
import { newDraft } from './new-draft.ts';

export const BOOK_EXTENSION = 'ysb';

/**
 * Creates the book with its unit and a draft budget, and opens it.
 * @param more puts in what else the book begins with
 * @throws FailureError INVALID_INPUT, CANCELLED, DUPLICATE when the file exists, TARGET_DENIED, DISK_FULL
 */
export async function makeBook(
  input: In<'book.create'>,
  ctx: Context,
  more: (change: Change, budgetId: number) => void = () => undefined,
): Promise<BookState> {
  const unit = newDraft('unit', {
    code: input.unitCode,
    name: input.unitName,
    level: input.level,
    kind: input.unitKind,
  });
  const budget = newDraft('budget', { unitId: 1, year: input.year, stage: 'first', status: 'draft' });
  const suggestedName = fileName(input.unitName, BOOK_EXTENSION);
  const chosen = await ctx.port.chooseSave({ title: '新建账套', suggestedName, extensions: [BOOK_EXTENSION] });
  if (chosen === null) return fail('CANCELLED');
  const book = createBook(withExtension(chosen, BOOK_EXTENSION), {
    user: ctx.port.user,
    now: () => ctx.port.now(),
    seed: (change) => {
      applyRows(change, 'unit', null, [unit], []);
      const [row] = applyRows(change, 'budget', null, [budget], []);
      if (row !== undefined) more(change, row.id);
    },
  });
  return ctx.desk.put(book);
}
