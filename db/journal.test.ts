import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../shared/money/fen.ts';
import { draft, failureOf, inBook, inFolder, line, logicalDump, newBook, now, save, unit } from './book.fixture.ts';
import type { Book, Touched } from './book.ts';
import { edits } from './edits.fixture.ts';
import { listHistory, nextSteps } from './history.ts';
import { change } from './journal.ts';
import { openBook } from './open.ts';
import { findRow, listRows } from './read.ts';
import { applyRows, insertMany } from './rows.ts';
import { redo, undo } from './undo.ts';

const journalRows = (book: Book) => book.db.prepare('SELECT count(*) FROM journal').pluck().get();

describe('the journal', () => {
  test('holds one row per change with who, when and what, newest first in the list', () =>
    inBook((book) => {
      save(book, 'line', 1, [line({})]);
      change(book, { label: '粘贴 2 行' }, (making) => applyRows(making, 'line', 1, [line({}), line({})], []));
      expect(listHistory(book, null, 10)).toEqual([
        {
          id: 2,
          at: '2026-11-23T01:02:03.000Z',
          author: '张三',
          label: '粘贴 2 行',
          undone: false,
          steps: [{ entity: 'line', kind: 'insert', ranges: [[2, 3]] }],
        },
        expect.objectContaining({ id: 1, label: '测试' }),
      ]);
      expect(listHistory(book, 2, 10).map(({ id }) => id)).toEqual([1]);
    }));

  test('names only the ends of a bulk insertion, and only the changed fields of an update', () =>
    inBook((book) => {
      const many = Array.from({ length: 3_000 }, () => line({}));
      change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, many));
      const first = findRow(book, 'line', 1);
      if (first === null) throw new Error('nothing saved');
      save(book, 'line', 1, [{ ...first, amount: fen(7) }]);
      expect(listHistory(book, null, 10).map(({ steps }) => steps)).toEqual([
        [{ entity: 'line', kind: 'update', rows: [[1, { amount: [100, 7] }]] }],
        [{ entity: 'line', kind: 'insert', ranges: [[1, 3_000]] }],
      ]);
    }));

  test('gets no row from a change that changed nothing', () =>
    inBook((book) => {
      expect(change(book, { label: '空' }, () => 5)).toEqual({ value: 5, touched: new Map() });
      expect(journalRows(book)).toBe(0);
    }));

  test('gets no row from a change that failed, and the book is as before', () =>
    inBook((book) => {
      const before = logicalDump(book);
      const failing = () =>
        change(book, { label: '失败' }, (making) => {
          applyRows(making, 'line', 1, [line({})], []);
          throw new Error('no');
        });
      expect(failing).toThrow('no');
      expect(logicalDump(book)).toEqual(before);
      expect(journalRows(book)).toBe(0);
    }));

  test('lets what looks at a change before the commit refuse it', () =>
    inBook((book) => {
      let seen: Touched = new Map();
      const refuse = (touched: Touched) => {
        seen = touched;
        throw new Error('refused');
      };
      const run = () =>
        change(book, { label: '改', beforeCommit: refuse }, (making) => applyRows(making, 'line', 1, [line({})], []));
      expect(run).toThrow('refused');
      expect(seen).toEqual(new Map([['line', new Set([1])]]));
      expect(listRows(book, 'line', 1)).toEqual([]);
    }));
});

describe('undo and redo', () => {
  test('say what they would do next, and that there is nothing left', () =>
    inBook((book) => {
      expect(nextSteps(book)).toEqual({ undo: null, redo: null });
      expect(failureOf(() => undo(book))?.code).toBe('NOTHING_TO_UNDO');
      save(book, 'line', 1, [line({})]);
      expect(nextSteps(book)).toEqual({ undo: '测试', redo: null });
      expect(undo(book)).toEqual({ label: '测试', touched: new Map([['line', new Set([1])]]) });
      expect(nextSteps(book)).toEqual({ undo: null, redo: '测试' });
      redo(book);
      expect(failureOf(() => redo(book))?.code).toBe('NOTHING_TO_REDO');
    }));

  test('a change after an undo forgets what could be redone', () =>
    inBook((book) => {
      save(book, 'line', 1, [line({ note: 'a' })]);
      undo(book);
      save(book, 'line', 1, [line({ note: 'b' })]);
      expect(nextSteps(book).redo).toBeNull();
      undo(book);
      redo(book);
      expect(listRows(book, 'line', 1).map(({ id, note }) => [id, note])).toEqual([[2, 'b']]);
    }));

  test('give a restored row a revision that no window has seen with other content', () =>
    inBook((book) => {
      const [saved] = save(book, 'line', 1, [line({})]);
      if (saved === undefined) throw new Error('nothing saved');
      const [edited] = save(book, 'line', 1, [{ ...saved, amount: fen(5) }]);
      undo(book);
      expect(findRow(book, 'line', 1)).toMatchObject({ amount: 100, revision: 3 });
      expect(edited?.revision).toBe(2);
    }));

  test('survive closing and opening the book', () =>
    inFolder((folder) => {
      const path = join(folder, '账.ysb');
      const open = () => openBook(path, { mode: 'write', user: '张三', now });
      const first = newBook(path);
      const empty = logicalDump(first);
      save(first, 'line', 1, [line({})]);
      save(first, 'line', 1, [], [1]);
      first.close();
      const second = open();
      undo(second);
      second.close();
      const third = open();
      undo(third);
      expect(logicalDump(third)).toEqual(empty);
      redo(third);
      redo(third);
      expect(listRows(third, 'line', 1)).toEqual([]);
      third.close();
    }));

  test('bring back a removed budget with everything in it', () =>
    inBook((book) => {
      save(book, 'project', 1, [draft('project', { name: '清扫', category: 'operations' })]);
      save(book, 'line', 1, [line({ projectId: 1 })]);
      save(book, 'procurement', 1, [
        draft('procurement', { name: '车', category: 'goods', amount: fen(1), lineId: 1, projectId: 1 }),
      ]);
      save(book, 'goalSheet', 1, [draft('goalSheet', { projectId: 1, form: 'costFirst' })]);
      const indicator = { period: 'annual', level1: '产出', level2: '数量', level3: '里程', value: '10' } as const;
      save(book, 'indicator', 1, [draft('indicator', indicator)]);
      const before = logicalDump(book);
      save(book, 'budget', null, [], [1]);
      const after = logicalDump(book);
      undo(book);
      expect(logicalDump(book)).toEqual(before);
      redo(book);
      expect(logicalDump(book)).toEqual(after);
    }));

  test('bring units back superior first, and take them away in the other order', () =>
    inBook((book) => {
      const [upper] = save(book, 'unit', null, [unit({ code: '1' })]);
      const [lower] = save(book, 'unit', null, [unit({ code: '2', superiorId: upper?.id ?? null })]);
      const both = logicalDump(book);
      save(book, 'unit', null, [], [lower?.id ?? 0, upper?.id ?? 0]);
      undo(book);
      expect(logicalDump(book)).toEqual(both);
      redo(book);
      expect(listRows(book, 'unit', null)).toHaveLength(1);
    }));
});

test('whatever is done: undoing everything gives the first state, redoing everything the last', () =>
  fc.assert(
    fc.asyncProperty(fc.array(edits, { maxLength: 25 }), (sequence) =>
      inBook((book) => {
        const states = [logicalDump(book)];
        for (const edit of sequence) {
          const before = journalRows(book);
          failureOf(() => edit(book));
          // An edit may be several changes; only the states at its journal rows are compared.
          if (journalRows(book) !== before) states.push(logicalDump(book));
        }
        const last = logicalDump(book);
        while (nextSteps(book).undo !== null) undo(book);
        expect(logicalDump(book)).toEqual(states[0]);
        while (nextSteps(book).redo !== null) redo(book);
        expect(logicalDump(book)).toEqual(last);
        while (nextSteps(book).undo !== null) undo(book);
        expect(logicalDump(book)).toEqual(states[0]);
        expect(book.db.pragma('foreign_key_check')).toEqual([]);
      }),
    ),
    { numRuns: 40 },
  ));
