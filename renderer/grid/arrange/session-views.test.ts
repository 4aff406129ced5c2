import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetLine } from '../../../shared/entities/budget-line.ts';
import { testBook } from '../book.fixture.ts';
import { BLANK } from '../view.ts';
import { type Arrangement, STORED_ORDER, withFilter } from './arrangement.ts';

const fields = {
  name: { kind: 'text', label: '名称', maxLength: 20, optional: true },
  amount: budgetLine.fields.amount,
} as const;
const name = { key: 'name', field: fields.name, width: 100 } as const;
const amount = { key: 'amount', field: fields.amount, width: 100 } as const;
const columns = [name, amount];
const lookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] } as const;
const bySize: Arrangement = { ...STORED_ORDER, sort: { column: 'amount', descending: false } };
const small: Arrangement = withFilter(STORED_ORDER, 'amount', { kind: 'between', from: null, to: 300 });
/** A text column groups in no menu, but its values make the shortest example. */
const byName: Arrangement = { ...STORED_ORDER, group: { column: 'name', digits: null } };

const bookOf = (...rows: readonly (readonly [string, number])[]) =>
  testBook(
    fields,
    rows.map(([name_, yuan]) => ({ name: name_, amount: yuan * 100 })),
    { name: null, amount: null },
  );
const three = () => bookOf(['甲', 5], ['乙', 1], ['丙', 3]);
const stored = ({ rows }: ReturnType<typeof bookOf>) => rows().map(({ values }) => values.name);

test('sorting shows the rows in another order and changes nothing in the book', async () => {
  const book = three();
  await book.session.arrange(bySize, columns, lookup);
  expect(book.shown('name')).toEqual(['乙', '丙', '甲']);
  expect([0, 1, 2].map((place) => book.session.view.numberAt(place))).toEqual([2, 3, 1]);
  expect(stored(book)).toEqual(['甲', '乙', '丙']);
  expect(book.labels).toEqual([]);
  await book.session.arrange(STORED_ORDER, columns, lookup);
  expect(book.shown('name')).toEqual(['甲', '乙', '丙']);
});

test('an edited row stays where it is until the arrangement is renewed', async () => {
  const book = three();
  await book.session.arrange(bySize, columns, lookup);
  book.session.edit([{ key: 'r2', column: amount, text: '9' }], '修改', lookup);
  await book.session.idle();
  expect(book.shown('name')).toEqual(['乙', '丙', '甲']);
  await book.session.arrange(book.session.view.arrangement, columns, lookup);
  expect(book.shown('name')).toEqual(['丙', '甲', '乙']);
  book.undo();
  expect(book.shown('amount')).toEqual([300, 500, 100]);
});

test('a row inserted in a sorted view stands below its neighbour there and in the book', async () => {
  const book = three();
  await book.session.arrange(bySize, columns, lookup);
  const key = book.session.newRow('r2');
  book.session.edit(
    [
      { key, column: amount, text: '8' },
      { key, column: name, text: '新' },
    ],
    '录入',
    lookup,
  );
  expect(book.shown('name')).toEqual(['乙', '新', '丙', '甲']);
  await book.session.idle();
  expect(book.shown('name')).toEqual(['乙', '新', '丙', '甲']);
  expect(stored(book)).toEqual(['甲', '乙', '新', '丙']);
});

describe('under a filter', () => {
  test('new rows and rows that no longer pass stay until it is renewed, and removed ones come back in place', async () => {
    const book = three();
    await book.session.arrange(small, columns, lookup);
    expect(book.shown('name')).toEqual(['乙', '丙']);
    book.session.edit(
      [
        { key: BLANK, column: amount, text: '7' },
        { key: BLANK, column: name, text: '新' },
      ],
      '录入',
      lookup,
    );
    book.session.edit([{ key: 'r2', column: amount, text: '6' }], '修改', lookup);
    await book.session.idle();
    expect(book.shown('name')).toEqual(['乙', '丙', '新']);
    book.session.remove(['r3']);
    expect(book.shown('name')).toEqual(['乙', '新']);
    await book.session.idle();
    book.undo();
    expect(book.shown('name')).toEqual(['乙', '丙', '新']);
    expect(book.session.view.totals()).toEqual({ rows: 3, sums: { amount: 600 + 300 + 700 } });
    await book.session.arrange(small, columns, lookup);
    expect(book.shown('name')).toEqual(['丙']);
    expect(book.session.view.hidden).toBe(3);
  });

  test('a row with something to mend is not hidden', async () => {
    const book = three();
    book.session.edit([{ key: 'r1', column: amount, text: '5x' }], '修改', lookup);
    await book.session.arrange(small, columns, lookup);
    expect(book.shown('name')).toEqual(['甲', '乙', '丙']);
  });

  test('going to a hidden row takes the filters away and says so; sorting stays', async () => {
    const book = three();
    await book.session.arrange({ ...small, sort: bySize.sort }, columns, lookup);
    expect(await book.session.reveal(3, columns, lookup)).toBe(false);
    expect(await book.session.reveal(1, columns, lookup)).toBe(true);
    expect(book.shown('name')).toEqual(['乙', '丙', '甲']);
  });

  test('rows move past the next row on screen, in stored order', async () => {
    const book = bookOf(['甲', 1], ['乙', 9], ['丙', 2], ['丁', 9]);
    await book.session.arrange(small, columns, lookup);
    book.session.move(['r1'], 'below', 'r3');
    await book.session.idle();
    expect(book.shown('name')).toEqual(['丙', '甲']);
    expect(stored(book)).toEqual(['乙', '丙', '甲', '丁']);
  });
});

describe('in groups', () => {
  const pairs = () => bookOf(['乙', 1], ['甲', 2], ['乙', 3]);

  test('headings tell rows and exact sums, which follow every edit', async () => {
    const book = pairs();
    await book.session.arrange(byName, columns, lookup);
    expect(book.shown('name')).toEqual(['甲', '甲', '乙', '乙', '乙']);
    expect(book.session.rowAt(2)).toMatchObject({ state: 'heading', values: { amount: 400 }, heading: { rows: 2 } });
    book.session.edit([{ key: 'r3', column: amount, text: '10' }], '修改', lookup);
    expect(book.session.rowAt(2).values).toEqual({ amount: 1_100 });
    await book.session.idle();
    book.undo();
    expect(book.session.rowAt(2).values).toEqual({ amount: 400 });
  });

  test('a closed group shows its heading only, and opens for a row that is looked for', async () => {
    const book = pairs();
    await book.session.arrange(byName, columns, lookup);
    book.session.toggleGroup(book.session.keyAt(2));
    expect(book.shown('name')).toEqual(['甲', '甲', '乙']);
    expect(book.session.rowAt(2).values).toEqual({ amount: 400 });
    await book.session.reveal(3, columns, lookup);
    expect(book.session.indexOf('r3')).toBe(4);
    book.session.toggleGroup(null);
    expect(book.session.view.allClosed).toBe(true);
    expect(book.shown('name')).toEqual(['甲', '乙']);
  });

  test('rows entered at the end stand under a heading of their own; those inserted stay in their group', async () => {
    const book = pairs();
    await book.session.arrange(byName, columns, lookup);
    const inside = book.session.newRow('r2');
    book.session.edit([{ key: inside, column: amount, text: '5' }], '录入', lookup);
    book.session.edit([{ key: BLANK, column: amount, text: '7' }], '录入', lookup);
    await book.session.idle();
    expect(book.shown('amount')).toEqual(['甲', 200, 500, '乙', 100, 300, '新增的行（尚未归组）', 700]);
    expect(book.session.rowAt(0).values).toEqual({ amount: 700 });
    expect(book.session.rowAt(6)).toMatchObject({ values: { amount: 700 }, heading: { rows: 1 } });
  });

  test('a heading cannot be typed into, and a row inserted at it begins the group below', async () => {
    const book = pairs();
    await book.session.arrange(byName, columns, lookup);
    book.session.edit([{ key: book.session.keyAt(0), column: name, text: 'x' }], '修改', lookup);
    expect(book.labels).toEqual([]);
    const key = book.session.insertAt(2);
    expect(book.session.indexOf(key)).toBe(3);
  });
});

test('any edits under any arrangement end as the book is, with sums that are those of the rows shown', async () => {
  const action = fc.record({
    kind: fc.constantFrom('edit', 'insert', 'append', 'remove', 'undo', 'arrange', 'toggle'),
    place: fc.nat(12),
    yuan: fc.integer({ min: 0, max: 9 }),
    arrangement: fc.constantFrom(STORED_ORDER, bySize, small, byName, {
      ...small,
      sort: bySize.sort,
      group: byName.group,
    }),
    wait: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 16 }), async (actions) => {
      const book = bookOf(['甲', 5], ['乙', 1], ['丙', 3], ['甲', 2]);
      const { session } = book;
      for (const { kind, place, yuan, arrangement, wait } of actions) {
        const key = session.keyAt(Math.min(place, session.count - 1));
        const typed = [
          { column: amount, text: `${yuan}` },
          { column: name, text: ['甲', '乙', '丙'][yuan % 3] ?? '' },
        ];
        if (kind === 'edit') session.edit([{ key, column: amount, text: `${yuan}` }], '修改', lookup);
        else if (kind === 'insert' || kind === 'append') {
          const fresh = kind === 'insert' ? session.insertAt(Math.min(place, session.count - 1)) : session.newRow(null);
          session.edit(
            typed.map((cell) => ({ ...cell, key: fresh })),
            '录入',
            lookup,
          );
        } else if (kind === 'remove') session.remove([key]);
        else if (kind === 'arrange') await session.arrange(arrangement, columns, lookup);
        else if (kind === 'toggle' && session.view.heading(key) !== null) session.toggleGroup(key);
        else if (kind === 'undo') {
          await session.idle();
          book.undo();
        }
        if (wait) await session.idle();
      }
      await session.idle();
      const totals = session.view.totals();
      if (session.view.allClosed) session.toggleGroup(null);
      if (totals !== null) {
        const all = [...session.view.stored()].filter(({ id }) => !session.view.hides(id));
        expect(totals.rows).toBe(all.length);
        expect(totals.sums.amount).toBe(all.reduce((sum, { values }) => sum + Number(values.amount ?? 0), 0)); // exact: small whole numbers
      }
      await session.arrange(STORED_ORDER, columns, lookup);
      expect(book.shown('amount')).toEqual(book.rows().map(({ values }) => values.amount));
      expect(book.shown('name')).toEqual(stored(book));
    }),
    { numRuns: 150 },
  );
});
