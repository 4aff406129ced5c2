import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftOfEntity, EntityName } from '../shared/entities/index.ts';
import { fen, MAX_FEN } from '../shared/money/fen.ts';
import { draft, failureOf, fingerprint, inBook, line, logicalDump, save, unit } from './book.fixture.ts';
import type { Book } from './book.ts';
import { change } from './journal.ts';
import { insertPrepared, prepareRows } from './prepared.ts';
import { listRows } from './read.ts';
import { undo } from './undo.ts';

/** As `save` does, with the rows laid ready first. */
function takePrepared<N extends EntityName>(
  book: Book,
  entity: N,
  parentId: number | null,
  drafts: readonly DraftOfEntity<N>[],
) {
  return take(book, prepareRows(book, entity, parentId, drafts).prepared);
}

const take = (book: Book, number: number) =>
  change(book, { label: '测试' }, (making) => insertPrepared(making, number)).value;

const history = (book: Book) => book.db.prepare('SELECT label, author, undone, steps FROM journal ORDER BY id').all();

const project = (name: string) => draft('project', { name, category: 'specificTarget' });

const anyLine = fc
  .record({
    amount: fc.oneof(fc.constant(-1), fc.maxSafeInteger()).map(fen),
    note: fc.constantFrom(null, '', '一', '2120501', "'; DROP"),
    functional: fc.constantFrom('2120501', '2120102'),
    deptEconomic: fc.constantFrom('30201', null),
    projectId: fc.constantFrom(null, 1, 2),
  })
  .map((given) => line(given));

test('rows laid ready come into the book as saved ones do: after those there, journaled, and gone by undo', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 40 }), fc.boolean(), (lines, first) =>
      inBook((ready) =>
        inBook((plain) => {
          for (const book of [ready, plain]) {
            save(book, 'project', 1, [project('甲'), project('乙')]);
            if (!first) save(book, 'line', 1, [line({ note: '原有' })]);
          }
          const saved = save(plain, 'line', 1, lines);
          expect(takePrepared(ready, 'line', 1, lines)).toEqual(
            saved.map(({ id, revision, position }) => ({ id, revision, position })),
          );
          expect([logicalDump(ready), history(ready)]).toEqual([logicalDump(plain), history(plain)]);
          if (lines.length > 0) undo(ready);
          expect(listRows(ready, 'line', 1)).toHaveLength(first ? 0 : 1);
        }),
      ),
    ),
    { numRuns: 20 },
  ));

test('amounts beyond 32 bits stay exact, and true and false, also after others have lain there', () =>
  inBook((book) => {
    const bought = (imported: boolean) =>
      draft('procurement', { name: '车', category: 'goods', amount: fen(MAX_FEN), imported });
    prepareRows(book, 'procurement', 1, Array(9).fill(bought(true)));
    prepareRows(book, 'line', 1, [line({})]);
    takePrepared(book, 'procurement', 1, [bought(true), bought(false)]);
    const [first, second, ...more] = listRows(book, 'procurement', 1);
    expect([first, second]).toMatchObject([
      { amount: MAX_FEN, imported: true },
      { amount: MAX_FEN, imported: false },
    ]);
    expect(more).toEqual([]);
    takePrepared(book, 'unit', null, [unit({ code: '045' })]);
    expect(listRows(book, 'unit', null).map(({ code, position }) => [code, position])).toEqual([
      ['044', 1_024],
      ['045', 2_048],
    ]);
  }));

test('laying rows ready neither writes the file nor keeps others from writing it', () =>
  inBook((book, folder) => {
    const before = fingerprint(folder);
    prepareRows(book, 'line', 1, [line({})]);
    expect(fingerprint(folder)).toEqual(before);
    expect(book.db.inTransaction).toBe(false);
    const other = new Database(book.path, { timeout: 0 });
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
    other.close();
  }));

test('a number stands for the rows laid ready last, of its own book, and for one taking', () =>
  inBook((book) =>
    inBook((elsewhere) => {
      const stale = prepareRows(book, 'line', 1, [line({ note: '旧' })]).prepared;
      const number = prepareRows(book, 'line', 1, [line({ note: '新' })]).prepared;
      expect(take(elsewhere, number)).toBeNull();
      expect(take(book, stale)).toBeNull();
      expect(take(book, number)).toHaveLength(1);
      expect(take(book, number)).toBeNull();
      expect(listRows(book, 'line', 1).map(({ note }) => note)).toEqual(['新']);
      // Nothing taken is no step of the history.
      undo(book);
      expect(listRows(book, 'line', 1)).toEqual([]);
    }),
  ));

test('what the book no longer allows is refused in the words of saving, and nothing of the block stays', () =>
  inBook((book) => {
    save(book, 'budget', null, [draft('budget', { unitId: 1, year: 2028, stage: 'first', status: 'draft' })]);
    save(book, 'project', 1, [project('甲')]);
    save(book, 'project', 2, [project('别的预算的')]);
    const lines = (projectId: number | null) => [line({}), line({ projectId })];
    const refused = (projectId: number | null, meanwhile: () => void) => {
      const number = prepareRows(book, 'line', 1, lines(projectId)).prepared;
      meanwhile();
      const failure = failureOf(() => take(book, number));
      expect(failure).not.toBeNull();
      expect(failure).toEqual(failureOf(() => save(book, 'line', 1, lines(projectId))));
      expect(listRows(book, 'line', 1)).toEqual([]);
      return failure?.code;
    };
    expect(refused(2, () => undefined)).toBe('INVALID_INPUT');
    expect(refused(9, () => undefined)).toBe('NOT_FOUND');
    expect(refused(1, () => save(book, 'project', 1, [], [1]))).toBe('NOT_FOUND');
    const [budget] = listRows(book, 'budget', null);
    if (budget === undefined) throw new Error('no budget');
    const handIn = () => save(book, 'budget', null, [{ ...budget, status: 'submitted' }]);
    expect(refused(null, handIn)).toBe('BOOK_LOCKED_BUDGET');
  }));

test('a row that the block may not hold is named', () =>
  inBook((book) => {
    const units = [unit({ code: '045' }), unit({ code: '044' }), unit({ code: '046' })];
    expect(failureOf(() => takePrepared(book, 'unit', null, units))?.sentence).toBe('单位编码为“044”的单位已存在。');
    expect(listRows(book, 'unit', null)).toHaveLength(1);
  }));
