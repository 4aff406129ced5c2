import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, MAX_FEN } from '../shared/money/fen.ts';
import { draft, failureOf, inBook, line, save, unit } from './book.fixture.ts';
import { listRows } from './read.ts';

/** A line in which every kind of column may be the same in all lines of a block, or not. */
const anyLine = fc
  .record({
    amount: fc.oneof(fc.constant(100), fc.maxSafeInteger()).map(fen),
    note: fc.constantFrom(null, '一', '2120501'),
    functional: fc.constantFrom('2120501', '2120102'),
    deptEconomic: fc.constantFrom('30201', null),
  })
  .map((given) => line(given));

test('lines inserted as one block are what they are inserted one by one, however many and whatever they share', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyLine, { minLength: 26, maxLength: 80 }), (lines) =>
      inBook((block) =>
        inBook((single) => {
          const saved = save(block, 'line', 1, lines);
          for (const each of lines) save(single, 'line', 1, [each]);
          expect(listRows(block, 'line', 1)).toEqual(listRows(single, 'line', 1));
          expect(saved).toEqual(listRows(block, 'line', 1));
        }),
      ),
    ),
    { numRuns: 15 },
  ));

test('a block of like lines keeps amounts beyond 32 bits exact, and true and false', () =>
  inBook((book) => {
    const amounts = save(book, 'line', 1, Array(30).fill(line({ amount: fen(MAX_FEN) })));
    expect(listRows(book, 'line', 1).every(({ amount }) => amount === MAX_FEN)).toBe(true);
    expect(amounts).toHaveLength(30);
    const bought = Array.from({ length: 30 }, (_, at) =>
      draft('procurement', { name: '车', category: 'goods', amount: fen(MAX_FEN), imported: at === 7 }),
    );
    save(book, 'procurement', 1, bought);
    expect(listRows(book, 'procurement', 1).map(({ imported }) => imported)).toEqual(
      bought.map(({ imported }) => imported),
    );
  }));

test.each([40, 55])('a row that a block may not hold is named, row %i of 60, and nothing of the block stays', (place) =>
  inBook((book) => {
    const units = Array.from({ length: 60 }, (_, at) => unit({ code: String(100 + at), name: '甲局' }));
    units[place] = unit({ code: '044', name: '乙局' });
    expect(failureOf(() => save(book, 'unit', null, units))?.sentence).toBe('单位编码为“044”的单位已存在。');
    expect(listRows(book, 'unit', null)).toHaveLength(1);
  }),
);
