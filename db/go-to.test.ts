import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf, inBook, line, logicalDump, save } from './book.fixture.ts';
import { edits } from './edits.fixture.ts';
import { historyState, listHistory, nextSteps } from './history.ts';
import { goTo, redo } from './undo.ts';

test('going back to any change gives the book as it was then, and redoing everything the newest', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(edits, { minLength: 1, maxLength: 15 }),
      fc.infiniteStream(fc.nat()),
      (sequence, places) =>
        inBook((book) => {
          const dumps = new Map<number | null, unknown>([[null, logicalDump(book)]]);
          for (const edit of sequence) {
            const before = historyState(book).doneId;
            failureOf(() => edit(book));
            // An edit may be several changes; the state is known at the last of them.
            const { doneId } = historyState(book);
            if (doneId !== before) dumps.set(doneId, logicalDump(book));
          }
          const last = logicalDump(book);
          const ids = [...dumps.keys()];
          for (let round = 0; round < 6; round += 1) {
            const id = ids[(places.next().value ?? 0) % ids.length] ?? null;
            goTo(book, id);
            expect(logicalDump(book)).toEqual(dumps.get(id));
            expect(historyState(book).doneId).toBe(id);
          }
          while (nextSteps(book).redo !== null) redo(book);
          expect(logicalDump(book)).toEqual(last);
          expect(book.db.pragma('foreign_key_check')).toEqual([]);
        }),
    ),
    { numRuns: 30 },
  ));

test('what was gone back over stays in the history, undone, and its number of steps is known', () =>
  inBook((book) => {
    for (const note of ['a', 'b', 'c']) save(book, 'line', 1, [line({ note })]);
    expect(historyState(book)).toEqual({ undo: 3, redo: 0, doneId: 3, undoneId: null });
    goTo(book, 1);
    expect(historyState(book)).toEqual({ undo: 1, redo: 2, doneId: 1, undoneId: 2 });
    expect(listHistory(book, null, 10).map(({ id, undone }) => [id, undone])).toEqual([
      [3, true],
      [2, true],
      [1, false],
    ]);
    goTo(book, 3);
    expect(historyState(book)).toEqual({ undo: 3, redo: 0, doneId: 3, undoneId: null });
  }));

test('going to where the book stands changes nothing, and a change that is not there is refused', () =>
  inBook((book) => {
    save(book, 'line', 1, [line({})]);
    const before = logicalDump(book);
    expect(goTo(book, 1).touched.size).toBe(0);
    expect(failureOf(() => goTo(book, 9))?.sentence).toBe('要操作的历史记录已不存在，可能已被删除。');
    expect(logicalDump(book)).toEqual(before);
  }));

test('the rows touched on the way are named together, so that the tables can follow', () =>
  inBook((book) => {
    for (const note of ['a', 'b', 'c']) save(book, 'line', 1, [line({ note })]);
    expect(goTo(book, null).touched).toEqual(new Map([['line', new Set([1, 2, 3])]]));
  }));
