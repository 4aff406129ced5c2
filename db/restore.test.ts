import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntityName, entities } from '../shared/entities/index.ts';
import { fen } from '../shared/money/fen.ts';
import { draft, failureOf, inBook, inFolder, line, logicalDump, newBook, now, save } from './book.fixture.ts';
import type { Book } from './book.ts';
import { edits, pick } from './edits.fixture.ts';
import { listHistory } from './history.ts';
import { change } from './journal.ts';
import { moveRows } from './move.ts';
import { openBook } from './open.ts';
import { findRow, listRows } from './read.ts';
import { type Moment, pastRow, restoreRow } from './restore.ts';
import { undo } from './undo.ts';

function restore(book: Book, entity: EntityName, rowId: number, moment: Moment): number | null {
  const past = pastRow(book, entity, rowId, moment);
  const revision = findRow(book, entity, rowId)?.revision ?? null;
  return change(book, { label: '恢复' }, (making) => restoreRow(making, entity, rowId, past, revision)).value;
}

/** Every row of a book without its revision, by entity and id. */
function rowsById(book: Book): ReadonlyMap<string, unknown> {
  const names = Object.keys(entities) as EntityName[];
  return new Map(
    names.flatMap((entity) =>
      listRows(book, entity, null).map((row) => [`${entity} ${row.id}`, { ...row, revision: null }] as const),
    ),
  );
}

test('whatever was done: restoring a record brings exactly that record to its state then, and undo takes it back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(edits, { minLength: 2, maxLength: 15 }),
      fc.nat(1_000),
      fc.boolean(),
      (sequence, seed, undone) =>
        inBook((book) => {
          const states = new Map<number, ReadonlyMap<string, unknown>>();
          for (const edit of sequence) {
            failureOf(() => edit(book));
            const [last] = listHistory(book, null, 1);
            if (last !== undefined) states.set(last.id, rowsById(book));
          }
          if (undone) for (let step = 0; step < seed % 4; step += 1) failureOf(() => undo(book));
          const id = pick([...states.keys()], seed);
          const entry = listHistory(book, null, 1_000).find((each) => each.id === id);
          const step = pick(entry?.steps ?? [], seed);
          if (entry === undefined || step === undefined) return;
          const rowId = step.kind === 'insert' ? (step.ranges[0]?.[0] ?? 0) : Number(step.rows[0]?.[0]);
          const wanted = states.get(entry.id)?.get(`${step.entity} ${rowId}`) ?? null;
          const before = { rows: rowsById(book), dump: logicalDump(book) };
          let restored: number | null = null;
          // What the restored record refers to may be gone, and what was made in its place may stand in its way.
          const failure = failureOf(() => {
            restored = restore(book, step.entity, rowId, { entryId: entry.id, side: 'after' });
          });
          if (failure !== null) {
            expect(['NOT_FOUND', 'DUPLICATE', 'IN_USE', 'BOOK_LOCKED_BUDGET']).toContain(failure.code);
            expect(logicalDump(book)).toEqual(before.dump);
            return;
          }
          const expected = new Map(before.rows);
          expected.delete(`${step.entity} ${rowId}`);
          if (wanted !== null) expected.set(`${step.entity} ${restored}`, { ...Object(wanted), id: restored });
          expect(rowsById(book)).toEqual(expected);
          expect(book.db.pragma('foreign_key_check')).toEqual([]);
          const changed = listHistory(book, null, 1)[0]?.label === '恢复';
          if (changed) undo(book);
          expect(logicalDump(book)).toEqual(before.dump);
        }),
    ),
    { numRuns: 60 },
  ));

describe('a record is restored', () => {
  test('to its values before a change, with its place among the others', () =>
    inBook((book) => {
      const [first] = save(book, 'line', 1, [line({ note: 'a' }), line({ note: 'b' })]);
      if (first === undefined) throw new Error('nothing saved');
      save(book, 'line', 1, [{ ...first, note: '改', amount: fen(9), position: 5_000 }]);
      expect(restore(book, 'line', 1, { entryId: 2, side: 'before' })).toBe(1);
      expect(listRows(book, 'line', 1).map(({ id, note, amount }) => [id, note, amount])).toEqual([
        [1, 'a', 100],
        [2, 'b', 100],
      ]);
      expect(findRow(book, 'line', 1)?.revision).toBe(3);
    }));

  test('under its own id when it had been removed, with a revision no window has seen', () =>
    inBook((book) => {
      const [first] = save(book, 'line', 1, [line({ note: 'a' })]);
      save(book, 'line', 1, [], [1]);
      expect(restore(book, 'line', 1, { entryId: 2, side: 'before' })).toBe(1);
      expect(findRow(book, 'line', 1)).toEqual({ ...first, revision: 2 });
      save(book, 'line', 1, [], [1]);
      expect(restore(book, 'line', 1, { entryId: 1, side: 'after' })).toBe(1);
    }));

  test('under a new id when its own has meanwhile been given to another record', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const first = newBook(path);
      save(first, 'line', 1, [line({ note: '旧' })]);
      save(first, 'line', 1, [], [1]);
      first.close();
      const book = openBook(path, { mode: 'write', user: '张三', now });
      const [added] = save(book, 'line', 1, [line({ note: '新' })]);
      expect(added?.id).toBe(1);
      expect(restore(book, 'line', 1, { entryId: 2, side: 'before' })).toBe(2);
      expect(listRows(book, 'line', 1).map(({ id, note }) => [id, note])).toEqual([
        [1, '新'],
        [2, '旧'],
      ]);
      book.close();
    }));

  test('to the parent it had, and back among its neighbours', () =>
    inBook((book) => {
      save(book, 'project', 1, [draft('project', { name: '甲', category: 'operations' })]);
      save(book, 'goalSheet', 1, [
        draft('goalSheet', { form: 'costFirst' }),
        draft('goalSheet', { form: 'costFirst', projectId: 1 }),
      ]);
      const given = { period: 'annual', level1: '产出', level2: '数量', level3: '里程', value: '10' } as const;
      save(book, 'indicator', 1, [draft('indicator', given)]);
      change(book, { label: '并入' }, (making) => moveRows(making, 'indicator', [1], 2));
      expect(findRow(book, 'indicator', 1)?.parentId).toBe(2);
      restore(book, 'indicator', 1, { entryId: 4, side: 'before' });
      expect(findRow(book, 'indicator', 1)).toMatchObject({ parentId: 1, position: 1_024, level3: '里程' });
    }));

  test('to nothing, when it is restored to before it was entered', () =>
    inBook((book) => {
      save(book, 'line', 1, [line({}), line({})]);
      expect(restore(book, 'line', 1, { entryId: 1, side: 'before' })).toBeNull();
      expect(listRows(book, 'line', 1).map(({ id }) => id)).toEqual([2]);
    }));
});

describe('restoring is refused', () => {
  test('when the record has been changed since the user looked', () =>
    inBook((book) => {
      const [first] = save(book, 'line', 1, [line({ note: 'a' })]);
      if (first === undefined) throw new Error('nothing saved');
      save(book, 'line', 1, [{ ...first, note: 'b' }]);
      const past = pastRow(book, 'line', 1, { entryId: 1, side: 'after' });
      for (const revision of [1, null]) {
        const run = () => change(book, { label: '恢复' }, (making) => restoreRow(making, 'line', 1, past, revision));
        expect(failureOf(run)?.code).toBe('CONFLICT');
      }
    }));

  test('when a goal sheet would take its indicators with it', () =>
    inBook((book) => {
      save(book, 'goalSheet', 1, [draft('goalSheet', { form: 'costFirst' })]);
      const given = { period: 'annual', level1: '产出', level2: '数量', level3: '里程', value: '10' } as const;
      save(book, 'indicator', 1, [draft('indicator', given)]);
      expect(failureOf(() => restore(book, 'goalSheet', 1, { entryId: 1, side: 'before' }))?.sentence).toBe(
        '绩效目标表还被1 条绩效指标使用，不能删除。',
      );
    }));

  test('when its project is gone, when its budget is locked, and for a change that did not touch it', () =>
    inBook((book) => {
      save(book, 'project', 1, [draft('project', { name: '甲', category: 'operations' })]);
      const [first] = save(book, 'line', 1, [line({ projectId: 1 })]);
      if (first === undefined) throw new Error('nothing saved');
      save(book, 'line', 1, [{ ...first, projectId: null }]);
      expect(failureOf(() => restore(book, 'line', 1, { entryId: 1, side: 'after' }))?.code).toBe('NOT_FOUND');
      save(book, 'project', 1, [], [1]);
      expect(failureOf(() => restore(book, 'line', 1, { entryId: 3, side: 'before' }))?.sentence).toBe(
        '要操作的项目已不存在，可能已被删除。',
      );
      const [budget] = listRows(book, 'budget', null);
      if (budget !== undefined) save(book, 'budget', null, [{ ...budget, status: 'locked' }]);
      expect(failureOf(() => restore(book, 'line', 1, { entryId: 2, side: 'before' }))?.code).toBe(
        'BOOK_LOCKED_BUDGET',
      );
    }));
});
