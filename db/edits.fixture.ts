/** Random edits of a book, for property tests. */
import fc from 'fast-check';
import type { DraftOfEntity } from '../shared/entities/index.ts';
import { fen } from '../shared/money/fen.ts';
import { draft, line, save } from './book.fixture.ts';
import type { Book } from './book.ts';
import { change } from './journal.ts';
import { moveRows } from './move.ts';
import { listRows } from './read.ts';
import { applyRows, insertMany } from './rows.ts';

/** One random edit of the book; edits that the book refuses leave it unchanged, which is fine here. */
export type Edit = (book: Book) => void;

export const pick = <T>(list: readonly T[], seed: number): T | undefined => list[seed % Math.max(1, list.length)];

const lineValues = fc.record({
  amount: fc.integer({ min: 0, max: 1_000_000_000 }).map(fen),
  note: fc.option(fc.constantFrom('说明', '', 'a\n"b"', '🙂')),
  position: fc.option(fc.integer({ min: 0, max: 4_000 })),
  seed: fc.nat(1_000),
});

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: lineValues.map(
      (values): Edit =>
        (book) =>
          void save(book, 'line', 1, [lineFor(book, values)]),
    ),
  },
  {
    weight: 4,
    arbitrary: lineValues.map(
      ({ seed, ...values }): Edit =>
        (book) => {
          const row = pick(listRows(book, 'line', null), seed);
          if (row !== undefined) save(book, 'line', row.parentId, [{ ...row, ...values }]);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat(1_000).map(
      (seed): Edit =>
        (book) => {
          const row = pick(listRows(book, 'line', null), seed);
          if (row !== undefined) save(book, 'line', row.parentId, [], [row.id]);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 60 }).map(
      (count): Edit =>
        (book) => {
          const rows = Array.from({ length: count }, (_, at) => line({ note: `${at}` }));
          change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, rows));
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(1_000).map(
      (seed): Edit =>
        (book) => {
          const name = `项目${seed % 3}`;
          const [project] = save(book, 'project', 1, [
            draft('project', { name, category: 'operations', continues: seed % 2 === 0 }),
          ]);
          const projectId = project?.id ?? null;
          change(book, { label: '几样一起' }, (making) => {
            applyRows(making, 'goalSheet', 1, [draft('goalSheet', { projectId, form: 'costFirst' })], []);
            applyRows(making, 'line', 1, [line({ projectId })], []);
            applyRows(making, 'narrative', 1, [draft('narrative', { section: name + seed, text: 'x' })], []);
          });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1_000).map(
      (seed): Edit =>
        (book) => {
          const sheet = pick(listRows(book, 'goalSheet', 1), seed);
          if (sheet !== undefined) save(book, 'goalSheet', 1, [], [sheet.id]);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1_000).map(
      (seed): Edit =>
        (book) => {
          const sheets = listRows(book, 'goalSheet', 1);
          const sheet = pick(sheets, seed);
          if (sheet === undefined) return;
          const given = {
            period: 'annual',
            level1: '产出',
            level2: '数量',
            level3: `里程${seed}`,
            value: '10',
          } as const;
          const [added] = save(book, 'indicator', sheet.id, [draft('indicator', given)]);
          const other = pick(sheets, seed + 1);
          if (added === undefined || other === undefined || other === sheet) return;
          change(book, { label: '并入' }, (making) => moveRows(making, 'indicator', [added.id], other.id));
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 2028, max: 2031 }).map(
      (year): Edit =>
        (book) => {
          const [budget] = save(book, 'budget', null, [
            draft('budget', { unitId: 1, year, stage: 'first', status: 'draft' }),
          ]);
          save(book, 'line', budget?.id ?? 0, [line({}), line({})]);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Edit>((book) => {
      const budget = listRows(book, 'budget', null).at(-1);
      if (budget !== undefined && budget.id !== 1) save(book, 'budget', null, [], [budget.id]);
    }),
  },
);

function lineFor(book: Book, values: Pick<DraftOfEntity<'line'>, 'amount' | 'note' | 'position'> & { seed: number }) {
  const { seed, ...given } = values;
  const project = seed % 2 === 0 ? pick(listRows(book, 'project', 1), seed) : undefined;
  return line({ ...given, projectId: project?.id ?? null });
}
