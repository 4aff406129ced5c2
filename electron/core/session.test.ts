import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, inBook, line, unit } from '../../db/book.fixture.ts';
import { readFactsContext, readLineFacts } from '../../db/facts.ts';
import { insertPrepared, prepareRows } from '../../db/prepared.ts';
import { findRow, listRows } from '../../db/read.ts';
import { applyRows, insertMany } from '../../db/rows.ts';
import { FailureError } from '../../shared/api/failure.ts';
import { createFacts } from '../../shared/facts/facts.ts';
import { fen, MAX_FEN } from '../../shared/money/fen.ts';
import { createSession, type Session } from './session.ts';

const QUIET = { changed: () => undefined, checked: () => undefined };

/** The tables of budget 1 as they follow from the file alone. */
function tablesFromFile(session: Session) {
  const fresh = createFacts(readFactsContext(session.book, 1, (year) => session.cache().codes(year)));
  fresh.load(readLineFacts(session.book, 1));
  return [fresh.tables(), fresh.totals()];
}

const tablesInMemory = (session: Session) => [session.cache().facts(1).tables(), session.cache().facts(1).totals()];

type Edit = (session: Session) => void;

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(fen);
const functional = fc.constantFrom('2120501', '2080505', '2110301', null);
const seed = fc.nat(500);

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const rowsIn = (session: Session) => listRows(session.book, 'line', 1);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ amount, functional }).map(
    (values): Edit =>
      (session) => {
        session.change('加', (change) => applyRows(change, 'line', 1, [line(values)], []));
      },
  ),
  fc.record({ amount, functional, seed }).map(
    ({ seed: at, ...values }): Edit =>
      (session) => {
        const row = pick(rowsIn(session), at);
        if (row !== undefined)
          session.change('改', (change) => applyRows(change, 'line', 1, [{ ...row, ...values }], []));
      },
  ),
  seed.map(
    (at): Edit =>
      (session) => {
        const row = pick(rowsIn(session), at);
        if (row !== undefined) session.change('删', (change) => applyRows(change, 'line', 1, [], [row.id]));
      },
  ),
  seed.map(
    (at): Edit =>
      (session) => {
        session.change('项目', (change) => {
          const [project] = applyRows(
            change,
            'project',
            1,
            [draft('project', { name: `项目${at}`, category: 'operations' })],
            [],
          );
          const projectId = project?.id ?? null;
          applyRows(change, 'line', 1, [line({ nature: 'project', projectId, amount: fen(at) })], []);
        });
      },
  ),
  fc.constantFrom('administrative', 'institution').map(
    (kind): Edit =>
      (session) => {
        const own = findRow(session.book, 'unit', 1);
        if (own !== null)
          session.change('单位', (change) => applyRows(change, 'unit', null, [{ ...own, kind, name: kind }], []));
      },
  ),
  seed.map(
    (at): Edit =>
      (session) => {
        const code = draft('code', {
          catalogue: 'functional',
          fromYear: 2027,
          code: `21103${10 + (at % 80)}`,
          name: '新',
        });
        session.change('科目', (change) => applyRows(change, 'code', null, [code], []));
      },
  ),
  fc.record({ lines: fc.array(fc.record({ amount, functional }), { maxLength: 5 }), next: fc.boolean() }).map(
    ({ lines, next }): Edit =>
      (session) => {
        const { prepared } = prepareRows(session.book, 'line', 1, lines.map(line));
        const foreseen = session.foresee(prepared, (facts) => [facts.tables(), facts.totals()]);
        expect(tablesInMemory(session)).toEqual(tablesFromFile(session));
        if (!next) session.change('加', (change) => applyRows(change, 'line', 1, [line({ amount: fen(7) })], []));
        session.change('粘贴', (change) => insertPrepared(change, prepared), prepared);
        if (next) expect(foreseen).toEqual(tablesFromFile(session));
      },
  ),
  // What has been taken is taken back, or added to, before anybody has asked for the tables.
  fc
    .constantFrom<Edit>(
      (session) => session.undo(),
      (session) => session.change('加', (change) => applyRows(change, 'line', 1, [line({ amount: fen(9) })], [])),
    )
    .map(
      (then): Edit =>
        (session) => {
          const { prepared } = prepareRows(session.book, 'line', 1, [line({ amount: fen(11) })]);
          session.foresee(prepared, (facts) => facts.count);
          session.change('粘贴', (change) => insertPrepared(change, prepared), prepared);
          then(session);
        },
    ),
  fc.constant<Edit>((session) => {
    session.change('批量', (change) =>
      insertMany(
        change,
        'line',
        1,
        Array.from({ length: 2_100 }, () => line({})),
      ),
    );
  }),
  fc.constant<Edit>((session) => session.undo()),
  fc.constant<Edit>((session) => session.undo()),
  fc.constant<Edit>((session) => session.redo()),
);

test(
  'whatever is done, the tables in memory are those that follow from the file',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(edits, { maxLength: 20 }), (sequence) =>
        inBook((book) => {
          const session = createSession(book, QUIET);
          tablesInMemory(session);
          for (const edit of sequence) {
            try {
              edit(session);
            } catch (error) {
              if (!(error instanceof FailureError)) throw error;
            }
            expect(tablesInMemory(session)).toEqual(tablesFromFile(session));
          }
        }),
      ),
      { numRuns: 25 },
    ),
  120_000,
);

describe('a session', () => {
  test('counts changes and tells which entities changed, but not when nothing did', () =>
    inBook((book) => {
      const told: unknown[] = [];
      const session = createSession(book, { ...QUIET, changed: (touched) => told.push([...touched.keys()]) });
      session.change('加', (change) => applyRows(change, 'unit', null, [unit({ code: '050' })], []));
      session.change('空', () => undefined);
      session.undo();
      expect(told).toEqual([['unit'], ['unit']]);
      expect(session.state()).toMatchObject({ revision: 3, undo: null, redo: '加' });
    }));

  test('takes what was foreseen only if sums are exact with what has come meanwhile, and what comes next only with it', async () => {
    for (const order of ['meanwhile', 'next']) {
      await inBook((book) => {
        const session = createSession(book, QUIET);
        const { prepared } = prepareRows(book, 'line', 1, [line({ amount: fen(MAX_FEN - 1) })]);
        const take = () => session.change('粘贴', (change) => insertPrepared(change, prepared), prepared);
        const add = () =>
          session.change('加', (change) => applyRows(change, 'line', 1, [line({ amount: fen(2) })], []));
        expect(session.foresee(prepared, (facts) => facts.totals().expenditure)).toBe(MAX_FEN - 1);
        const [first, second] = order === 'next' ? [take, add] : [add, take];
        first();
        expect(second).toThrow('超出可精确计算的范围');
        expect(rowsIn(session)).toHaveLength(1);
        expect(tablesInMemory(session)).toEqual(tablesFromFile(session));
      });
    }
  });

  test('foresees nothing of rows that do not count in tables, or that lie ready no more', () =>
    inBook((book) => {
      const session = createSession(book, QUIET);
      const project = draft('project', { name: '甲', category: 'operations' });
      expect(session.foresee(prepareRows(book, 'project', 1, [project]).prepared, () => 0)).toBeNull();
      const first = prepareRows(book, 'line', 1, [line({})]).prepared;
      prepareRows(book, 'line', 1, [line({})]);
      expect(session.foresee(first, () => 0)).toBeNull();
    }));

  test('does not read the lines again after a refused change', () =>
    inBook((book) => {
      const session = createSession(book, QUIET);
      const facts = session.cache().facts(1);
      const refused = () => session.change('加', (change) => applyRows(change, 'line', 9, [line({})], []));
      expect(refused).toThrow(FailureError);
      expect(session.cache().facts(1)).toBe(facts);
    }));
});
