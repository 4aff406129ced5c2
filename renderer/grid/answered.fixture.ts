/** A book in a test, as what a session sends its steps to. */
import type { SaveAnswer, SaveRow, SessionOptions } from './saving.ts';

type Book = (label: string, save: readonly SaveRow[], remove: readonly number[]) => Promise<SaveAnswer>;

export const answeredBy =
  (book: Book): SessionOptions['send'] =>
  async ({ label, save, remove, take }) =>
    take(await book(label, save, remove));
