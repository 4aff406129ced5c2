import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testBook } from './book.fixture.ts';
import { placesBetween } from './places.ts';
import { BLANK } from './view.ts';

const fields = { name: { kind: 'text', label: '名称', maxLength: 20, optional: true } } as const;
const name = { key: 'name', field: fields.name, width: 100 } as const;
const lookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] } as const;
const bookOf = (...names: readonly string[]) =>
  testBook(
    fields,
    names.map((each) => ({ name: each })),
    { name: null },
  );
const stored = ({ rows }: ReturnType<typeof bookOf>) => rows().map(({ values }) => values.name);

test('positions between two rows rise, and stay between them where there is room', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 1, max: 50 }),
      (low, room, count) => {
        const places = placesBetween(low, low + room, count);
        expect(places).toHaveLength(count);
        expect(places.every((place, index) => place > (places[index - 1] ?? low))).toBe(true);
        if (count < room) expect(places.at(-1)).toBeLessThan(low + room);
      },
    ),
  );
});

describe('moving rows', () => {
  test('puts them past the next row in stored order as one step, and undo brings them back', async () => {
    const book = bookOf('甲', '乙', '丙', '丁');
    book.session.move(['r1', 'r2'], 'below', 'r3');
    // On screen at once, before the core has answered.
    expect(book.shown('name')).toEqual(['丙', '甲', '乙', '丁']);
    await book.session.idle();
    expect(stored(book)).toEqual(['丙', '甲', '乙', '丁']);
    expect(book.shown('name')).toEqual(['丙', '甲', '乙', '丁']);
    expect(book.labels).toEqual(['移动 2 条明细']);
    book.undo();
    expect(book.shown('name')).toEqual(['甲', '乙', '丙', '丁']);
  });

  test('takes along a new row that is not saved yet', async () => {
    const book = bookOf('甲', '乙', '丙');
    const fresh = book.session.newRow('r1');
    book.session.move([fresh, 'r2'], 'below', 'r3');
    expect(book.shown('name')).toEqual(['甲', '丙', null, '乙']);
    book.session.move(['r3'], 'below', fresh);
    expect(book.shown('name')).toEqual(['甲', null, '丙', '乙']);
    book.session.edit([{ key: fresh, column: name, text: '新' }], '录入', lookup);
    await book.session.idle();
    expect(stored(book)).toEqual(book.shown('name'));
  });

  test('any moves, insertions and removals leave the screen as the book is', async () => {
    const action = fc.record({
      kind: fc.constantFrom('move', 'insert', 'remove', 'undo'),
      from: fc.nat(9),
      count: fc.integer({ min: 1, max: 3 }),
      to: fc.nat(9),
      side: fc.constantFrom('above' as const, 'below' as const),
      wait: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
        const book = bookOf('甲', '乙', '丙', '丁', '戊');
        const { session } = book;
        let typed = 0;
        for (const { kind, from, count, to, side, wait } of actions) {
          const rows = Array.from({ length: session.count - 1 }, (_, index) => session.keyAt(index));
          const keys = rows.slice(from, from + count);
          const target = rows[to];
          if (kind === 'insert') {
            const key = session.insertAt(Math.min(from, session.count - 1));
            session.edit([{ key, column: name, text: `新${typed++}` }], '录入', lookup);
          } else if (kind === 'remove') session.remove(keys.slice(0, 1));
          else if (kind === 'undo') {
            await session.idle();
            book.undo();
          } else if (keys.length > 0 && target !== undefined && !keys.includes(target))
            session.move(keys, side, target);
          if (wait) await session.idle();
        }
        // A move that had to wait for a save begins when that is done.
        for (const _ of actions) await session.idle();
        await session.idle();
        expect(book.shown('name')).toEqual(stored(book));
      }),
      { numRuns: 150 },
    );
  });
});

describe('inserting rows', () => {
  test('above the first row puts them first in the book', async () => {
    const book = bookOf('甲', '乙');
    const key = book.session.insertAt(0);
    expect(book.session.keyAt(0)).toBe(key);
    book.session.edit([{ key, column: name, text: '新' }], '录入', lookup);
    await book.session.idle();
    expect(stored(book)).toEqual(['新', '甲', '乙']);
  });

  test('several at once are stored in the order they stand', async () => {
    const book = bookOf('甲', '乙');
    const keys = [1, 2, 3].map((place) => book.session.insertAt(place));
    book.session.edit(
      keys.map((key, index) => ({ key, column: name, text: `新${index}` })),
      '粘贴',
      lookup,
    );
    await book.session.idle();
    expect(book.labels).toEqual(['粘贴']);
    expect(stored(book)).toEqual(['甲', '新0', '新1', '新2', '乙']);
    book.session.edit([{ key: BLANK, column: name, text: '末' }], '录入', lookup);
    await book.session.idle();
    expect(stored(book).at(-1)).toBe('末');
  });
});
