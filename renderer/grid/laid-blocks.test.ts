import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { STORED_ORDER } from './arrange/arrangement.ts';
import { type TestBook, testBook } from './book.fixture.ts';
import type { LaidRow } from './laid-row.ts';
import { BLANK } from './view.ts';

const fields = {
  a: { kind: 'text', label: '甲', maxLength: 20 },
  n: { kind: 'integer', label: '数', min: 0, max: 9, optional: true },
} as const satisfies Record<string, Field>;
const columns = [
  { key: 'a', field: fields.a, width: 100 },
  { key: 'n', field: fields.n, width: 100 },
];
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };
const book = (...names: string[]) =>
  testBook(
    fields,
    names.map((a) => ({ a, n: null })),
    { a: null, n: null },
  );
const whole = (a: string): LaidRow => ({ key: null, values: { a, n: 1 }, typed: {}, problems: {}, waits: false });
const block = (from: number, count: number) => Array.from({ length: count }, (_, at) => whole(`新${from + at}`));

test('rows that are proposed stand where they would come, and belong to nobody until they are laid', async () => {
  const { session, shown, labels, rows } = book('原有');
  const proposed = block(0, 3);
  const keys = session.propose(proposed);
  expect(shown('a')).toEqual(['原有', '新0', '新1', '新2']);
  expect(session.rowAt(1)).toMatchObject({ key: keys?.[0], id: null, state: 'saving', reason: null });
  expect(session.unsaved).toEqual([]);
  session.retry();
  await session.idle();
  expect(labels).toEqual([]);

  const places = (all: readonly string[] | null) => all?.map((key) => session.indexOf(key));
  expect(places(session.lay(proposed, '粘贴 3 行'))).toEqual([1, 2, 3]);
  expect(places(keys)).toEqual([1, 2, 3]);
  expect(session.rowAt(1).state).toBe('saving');
  await session.idle();
  expect(labels).toEqual(['粘贴 3 行']);
  expect(rows().map(({ values }) => values.a)).toEqual(['原有', '新0', '新1', '新2']);
  expect(shown('a')).toEqual(['原有', '新0', '新1', '新2']);
  expect(session.rowAt(3)).toMatchObject({ id: 4, state: 'saved' });
  expect(session.withdraw()).toBe(false);
});

test('what is withdrawn leaves nothing behind, also where other rows have come from elsewhere meanwhile', () => {
  const { session, store, shown } = book('原有');
  session.propose(block(0, 2));
  store.apply([{ id: 9, revision: 1, position: 9_000, values: { a: '别处', n: null } }], [], 2);
  expect(shown('a')).toEqual(['原有', '别处', '新0', '新1']);
  expect(session.withdraw()).toBe(true);
  expect(shown('a')).toEqual(['原有', '别处']);
  expect(session.indexOf(BLANK)).toBe(2);
  expect(session.unsaved).toEqual([]);
});

test('what is withdrawn goes from between other rows, too, and is not found by its key any more', () => {
  const { session, shown } = book('原有');
  session.propose(block(0, 2));
  session.edit([{ key: BLANK, column: columns[0] as (typeof columns)[0], text: '手录' }], '录入', lookup);
  expect(shown('a')).toEqual(['原有', '新0', '新1', '手录']);
  session.withdraw();
  expect(shown('a')).toEqual(['原有', '手录']);
  const keys = session.propose(block(2, 2)) ?? [];
  session.withdraw();
  expect(keys.map((key) => session.indexOf(key))).toEqual([-1, -1]);
  expect(session.indexOf(BLANK)).toBe(2);
});

test('a row that could not be saved after all says what it lacks, and the others come without it', async () => {
  const { session, rows, ready } = book('原有');
  const block: readonly LaidRow[] = [{ ...whole(''), values: { a: null, n: 1 } }, whole('好')];
  session.propose(block);
  await Promise.resolve();
  expect(session.rowAt(1).state).toBe('saving');
  session.lay(block, '粘贴 2 行');
  expect(session.rowAt(1)).toMatchObject({ state: 'pending', reason: '还差“甲”，填好后自动保存。' });
  expect(session.unsaved).toHaveLength(1);
  await session.idle();
  expect(ready).toEqual([]);
  expect(rows().map(({ values }) => values.a)).toEqual(['原有', '好']);
});

test('a proposed block lies ready in the core, and taking it only names it', async () => {
  const { session, rows, ready, labels } = book('原有');
  const proposed = block(0, 3);
  session.propose(block(7, 2));
  session.propose(proposed);
  await Promise.resolve();
  const drawn = session.version();
  session.lay(proposed, '粘贴 3 行');
  expect(session.version(), 'nothing is to be drawn').toBe(drawn);
  await session.idle();
  expect(ready).toEqual(['粘贴 3 行']);
  expect(rows().map(({ values }) => values.a)).toEqual(['原有', '新0', '新1', '新2']);

  // Taken before it lies there, behind another step, or in other rows, it is sent as it is.
  const quick = block(3, 1);
  session.propose(quick);
  session.lay(quick, '粘贴 1 行');
  await session.idle();
  const behind = block(4, 1);
  session.propose(behind);
  await Promise.resolve();
  session.edit([{ key: session.keyAt(0), column: columns[0] as (typeof columns)[0], text: '改' }], '修改', lookup);
  session.lay(behind, '粘贴 1 行');
  await session.idle();
  session.propose(block(5, 1));
  await Promise.resolve();
  session.lay(block(6, 1), '粘贴 1 行');
  await session.idle();
  expect(ready).toEqual(['粘贴 3 行']);
  expect(labels).toHaveLength(5);
  expect(rows().map(({ values }) => values.a)).toEqual(['改', '新0', '新1', '新2', '新3', '新4', '新6']);
});

test('rows that lie ready stand under their ids, and a stored block leaves each of them as it was drawn', async () => {
  const { session, store } = book('原有');
  const proposed = block(0, 2);
  const keys = session.propose(proposed);
  await Promise.resolve();
  const drawn = session.rowAt(1);
  expect(drawn).toMatchObject({ key: 'r2', id: null, state: 'saving' });
  expect(store.get(2), 'nothing is stored').toBeUndefined();
  session.lay(proposed, '粘贴 2 行');
  await session.idle();
  expect(session.rowAt(1)).toEqual({ ...drawn, id: 2, state: 'saved' });
  expect(session.rowAt(1).values).toBe(drawn.values);
  expect(keys?.map((key) => session.indexOf(key))).toEqual([1, 2]);
  session.edit([{ key: keys?.[1] ?? '', column: columns[0] as (typeof columns)[0], text: '改' }], '修改', lookup);
  await session.idle();
  expect(store.get(3)?.values.a).toBe('改');
});

test('whatever comes between, each row of a block is stored once, as it was last typed, or stays to be saved', () => {
  const once = fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    ready: fc.boolean(),
    elsewhere: fc.constantFrom('no', 'before it lies ready', 'after'),
    lost: fc.boolean(),
    refused: fc.boolean(),
    behind: fc.boolean(),
    typed: fc.option(fc.nat(3)),
    removed: fc.option(fc.nat(3)),
    undone: fc.boolean(),
  });
  return fc.assert(
    fc.asyncProperty(fc.array(once, { maxLength: 3 }), async (blocks) => {
      const it = book('原有');
      const { session, rows, shown } = it;
      const column = columns[0] as (typeof columns)[0];
      const typing = (key: string, text: string) => session.edit([{ key, column, text }], '修改', lookup);
      const expected = ['原有'];
      // A row that is typed over is saved before those refused with it: only their order then is another.
      const shuffled = blocks.some(({ refused, typed }) => refused && typed !== null);
      const ordered = (all: readonly unknown[]) => (shuffled ? [...all].sort() : all);
      for (const [at, { count, ready, elsewhere, lost, refused, behind, typed, removed, undone }] of blocks.entries()) {
        const before = [...expected];
        const proposed = block(10 * at, count);
        const keys = session.propose(proposed) ?? [];
        const from = expected.length + (elsewhere === 'no' ? 0 : 1);
        if (elsewhere !== 'no') expected.push(`别处${at}`);
        if (elsewhere === 'before it lies ready') it.elsewhere({ a: `别处${at}`, n: null });
        if (ready) await Promise.resolve();
        if (elsewhere === 'after') it.elsewhere({ a: `别处${at}`, n: null });
        if (lost) it.lose();
        if (behind) {
          typing(session.keyAt(0), `首${at}`);
          expected[0] = `首${at}`;
        }
        if (refused && !behind) it.refuse();
        const laid = session.lay(proposed, '粘贴');
        const own = proposed.map(({ values }) => values.a as string);
        if (typed !== null && typed < count) {
          typing(keys[typed] ?? '', `改${at}`);
          own[typed] = `改${at}`;
        }
        if (removed !== null && removed < count) {
          session.remove([laid[removed] ?? '']);
          own.splice(removed, 1);
        }
        expected.splice(from, 0, ...own);
        expect(ordered(shown('a'))).toEqual(ordered(expected));
        await session.idle();
        if (!refused) expect(session.unsaved).toEqual([]);
        session.retry();
        await session.idle();
        expect(ordered(shown('a'))).toEqual(ordered(expected));
        expect(
          rows()
            .map(({ values }) => values.a)
            .sort(),
        ).toEqual([...expected].sort());
        expect(session.unsaved).toEqual([]);
        if (undone && !refused && !behind && typed === null && removed === null && elsewhere === 'no') {
          it.undo();
          expected.splice(0, expected.length, ...before);
          expect(ordered(shown('a'))).toEqual(ordered(expected));
        }
      }
      expect(new Set(rows().map(({ id }) => id)).size).toBe(rows().length);
    }),
    { numRuns: 300 },
  );
});

test('a block that is looked over while another is on its way stays as it is when that one is stored', async () => {
  for (let pause = 0; pause < 6; pause++) {
    const { session, shown, rows } = book('原有');
    const [first, second] = [block(0, 2), block(2, 2)];
    session.propose(first);
    await Promise.resolve();
    session.lay(first, '粘贴 2 行');
    for (let turn = 0; turn < pause; turn++) await Promise.resolve();
    session.propose(second);
    await session.idle();
    await Promise.resolve();
    expect(shown('a')).toEqual(['原有', '新0', '新1', '新2', '新3']);
    expect(rows()).toHaveLength(3);
    session.lay(second, '粘贴 2 行');
    await session.idle();
    expect(rows().map(({ values }) => values.a)).toEqual(['原有', '新0', '新1', '新2', '新3']);
    expect(shown('a')).toEqual(['原有', '新0', '新1', '新2', '新3']);
    expect(session.unsaved).toEqual([]);
  }
});

test('other rows than those proposed take their place', async () => {
  const { session, shown, rows } = book('原有');
  session.propose(block(0, 3));
  session.lay(block(5, 1), '粘贴 1 行');
  expect(shown('a')).toEqual(['原有', '新5']);
  await session.idle();
  expect(rows().map(({ values }) => values.a)).toEqual(['原有', '新5']);
});

test('only whole new rows that come last are proposed, and no more than are quickly laid', async () => {
  const { session, shown } = book('原有');
  const mended: LaidRow = { ...whole('待改'), typed: { n: '几' }, problems: { n: '不是数' }, waits: true };
  for (const rows of [[], [whole('好'), mended], [{ ...whole('盖上'), key: 'r1' }], block(0, 2_001)]) {
    session.propose(block(0, 1));
    expect(session.propose(rows)).toBeNull();
    expect(shown('a')).toEqual(['原有']);
  }
  await session.arrange({ ...STORED_ORDER, sort: { column: 'a', descending: true } }, columns, lookup);
  expect(session.propose(block(0, 1))).toBeNull();
});

/** What a user does while a block is looked over, or without one. */
const deed = fc.oneof(
  fc.record({ kind: fc.constant('propose' as const), count: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ kind: fc.constant('withdraw' as const) }),
  fc.record({ kind: fc.constant('accept' as const) }),
  fc.record({ kind: fc.constant('lay' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('一', '二') }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('pause' as const) }),
);

test('with and without proposals the same rows come into the book, by the same steps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      const proposing = book('甲', '乙');
      const plain = book('甲', '乙');
      const both = (act: (each: TestBook) => void) => [proposing, plain].forEach(act);
      let open: readonly LaidRow[] | null = null;
      let next = 0;
      for (const each of deeds) {
        if (each.kind === 'propose') {
          open = block(next, each.count);
          next += each.count;
          proposing.session.propose(open);
        } else if (each.kind === 'withdraw') {
          open = null;
          proposing.session.withdraw();
        } else if (each.kind === 'accept' && open !== null && open.length > 0) {
          const rows = open;
          open = null;
          both(({ session }) => session.lay(rows, '粘贴'));
        } else if (each.kind === 'lay') {
          const rows = block(next, each.count);
          next += each.count;
          open = null;
          both(({ session }) => session.lay(rows, '粘贴'));
        } else if (each.kind === 'type') {
          both(({ session }) => {
            const key = session.keyAt(0);
            session.edit([{ key, column: columns[0] as (typeof columns)[0], text: each.text }], '修改', lookup);
          });
        } else if (each.kind === 'undo') {
          await Promise.all([proposing.session.idle(), plain.session.idle()]);
          both(({ undo }) => undo());
        } else if (each.kind === 'pause') await Promise.resolve();
        expect(proposing.session.unsaved.length).toBe(plain.session.unsaved.length);
      }
      proposing.session.withdraw();
      await Promise.all([proposing.session.idle(), plain.session.idle()]);
      const seen = ({ labels, rows, shown }: TestBook) => ({
        labels,
        rows: rows().map(({ values }) => values),
        shown: shown('a'),
      });
      expect(seen(proposing)).toEqual(seen(plain));
    }),
  );
});
