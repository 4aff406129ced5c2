import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/api/failure.ts';
import { budgetLine } from '../../shared/entities/budget-line.ts';
import type { CellLookup, SavedRow, Values } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { answeredBy } from './answered.fixture.ts';
import type { GridColumn } from './column.ts';
import type { Follow } from './draft.ts';
import { RowStore } from './row-store.ts';
import type { SaveAnswer, SaveRow } from './saving.ts';
import { GridSession } from './session.ts';
import { BLANK } from './view.ts';

const fields = {
  name: { kind: 'text', label: '名称', maxLength: 20, optional: true },
  amount: budgetLine.fields.amount,
} as const;
const column = (key: string, field: Field): GridColumn => ({ key, field, width: 100 });
const amount = column('amount', fields.amount);
const name = column('name', fields.name);
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };

/** A core that stores rows and answers when told to. */
function rig(refuse: () => boolean = () => false, follow?: Follow) {
  const book = new Map<number, SavedRow>();
  const labels: string[] = [];
  const store = new RowStore();
  const send = async (label: string, save: readonly SaveRow[], remove: readonly number[]): Promise<SaveAnswer> => {
    await Promise.resolve();
    if (refuse()) return { ok: false, failure: failure('DISK_FULL', { name: '账套' }) };
    const stale = save.some((row) => row.id !== null && book.get(row.id)?.revision !== row.revision);
    if (stale) return { ok: false, failure: failure('CONFLICT', { what: '明细' }) };
    labels.push(label);
    const rows = save.map((row): SavedRow => {
      const id = row.id ?? book.size + 1;
      const position = row.position ?? book.get(id)?.position ?? book.size + 1;
      const saved = { id, revision: (row.revision ?? 0) + 1, position, values: row.values };
      book.set(id, saved);
      return saved;
    });
    for (const id of remove) book.delete(id);
    return { ok: true, rows, removed: remove, revision: labels.length };
  };
  const session = new GridSession({
    store,
    fields,
    include: () => true,
    defaults: () => ({ name: null, amount: null }),
    send: answeredBy(send),
    recordName: '明细',
    ...(follow === undefined ? {} : { follow }),
  });
  return { session, store, book, labels };
}

describe('what follows from a cell', () => {
  const named: Follow = (field, before, after) =>
    field === 'amount' && (after.name === null || after.name === `${before.amount}`) ? { name: `${after.amount}` } : {};

  test('changes with it in one step, until somebody has written something else there', async () => {
    const { session, book, labels } = rig(() => false, named);
    session.edit([{ key: BLANK, column: amount, text: '1' }], '录入', lookup);
    await session.idle();
    expect(book.get(1)?.values).toEqual({ amount: 100, name: '100' });
    session.edit([{ key: session.keyAt(0), column: amount, text: '2' }], '改金额', lookup);
    session.edit([{ key: session.keyAt(0), column: name, text: '两元' }], '改名称', lookup);
    session.edit([{ key: session.keyAt(0), column: amount, text: '3' }], '改金额', lookup);
    await session.idle();
    expect(book.get(1)?.values).toEqual({ amount: 300, name: '两元' });
    expect(labels).toEqual(['录入', '改金额', '改名称', '改金额']);
  });

  test('is nothing while the cell cannot be read', async () => {
    const { session, book } = rig(() => false, named);
    session.edit([{ key: BLANK, column: amount, text: '1x' }], '录入', lookup);
    await session.idle();
    expect(session.rowAt(0).values).toEqual({ amount: null, name: null });
    expect(book.size).toBe(0);
  });
});

describe('a new row', () => {
  test('stays on screen, unsaved, until its amount can be read, and loses nothing', async () => {
    const { session, book } = rig();
    session.edit([{ key: BLANK, column: name, text: '办公费' }], '录入', lookup);
    const key = session.keyAt(0);
    session.edit([{ key, column: amount, text: '12,3x' }], '录入', lookup);
    await session.idle();
    expect(book.size).toBe(0);
    expect(session.rowAt(0)).toMatchObject({
      state: 'pending',
      typed: { amount: '12,3x' },
      values: { name: '办公费' },
    });
    expect(session.rowAt(0).problems.amount).toContain('x');
    session.edit([{ key, column: amount, text: '12.30' }], '录入', lookup);
    await session.idle();
    expect(book.get(1)?.values).toEqual({ name: '办公费', amount: 1230 });
    expect(session.rowAt(0)).toMatchObject({ id: 1, state: 'saved', typed: {} });
    expect(session.rowAt(1).key).toBe(BLANK);
  });

  test('edited again while it is being saved keeps both edits, in order', async () => {
    const { session, book, labels } = rig();
    session.edit([{ key: BLANK, column: amount, text: '1' }], '第一步', lookup);
    const key = session.keyAt(0);
    session.edit([{ key, column: amount, text: '2' }], '第二步', lookup);
    session.edit([{ key, column: name, text: '乙' }], '第三步', lookup);
    expect(session.rowAt(0)).toMatchObject({ values: { amount: 200, name: '乙' }, state: 'saving' });
    while (session.rowAt(0).id === null) await Promise.resolve();
    expect(session.rowAt(0)).toMatchObject({ values: { amount: 200, name: '乙' }, state: 'saving' });
    expect(session.unsaved).toEqual([]);
    await session.idle();
    expect(labels).toEqual(['第一步', '第二步', '第三步']);
    expect([...book.values()].map((row) => row.values)).toEqual([{ amount: 200, name: '乙' }]);
    expect(session.unsaved).toEqual([]);
  });

  test('inserted in the middle is shown there at once', async () => {
    const { session } = rig();
    for (const text of ['1', '2']) session.edit([{ key: BLANK, column: amount, text }], '录入', lookup);
    await session.idle();
    const key = session.newRow(session.keyAt(0));
    expect(session.indexOf(key)).toBe(1);
    expect(session.count).toBe(4);
  });
});

describe('a stored row', () => {
  test('keeps its stored amount in the book while a wrong text stands in the cell; Esc brings the amount back', async () => {
    const { session, book } = rig();
    session.edit([{ key: BLANK, column: amount, text: '5' }], '录入', lookup);
    await session.idle();
    const key = session.keyAt(0);
    session.edit(
      [
        { key, column: amount, text: '-5' },
        { key, column: name, text: '丙' },
      ],
      '修改',
      lookup,
    );
    await session.idle();
    expect(book.get(1)?.values).toEqual({ amount: 500, name: '丙' });
    expect(session.rowAt(0)).toMatchObject({ typed: { amount: '-5' }, state: 'pending' });
    session.restore(key, 'amount');
    expect(session.rowAt(0)).toMatchObject({ typed: {}, state: 'saved', values: { amount: 500 } });
  });

  test('that cannot be saved keeps what was typed, says why, and is saved by a retry', async () => {
    let full = true;
    const { session, book } = rig(() => full);
    session.edit([{ key: BLANK, column: amount, text: '7' }], '录入', lookup);
    await session.idle();
    expect(session.rowAt(0)).toMatchObject({ state: 'failed', values: { amount: 700 } });
    expect(session.rowAt(0).reason).toContain('磁盘空间不足');
    full = false;
    session.retry();
    expect(session.rowAt(0).state).toBe('saving');
    await session.idle();
    expect(book.get(1)?.values.amount).toBe(700);
  });

  test('that cannot be moved is none that is being saved any more', async () => {
    let full = false;
    const { session } = rig(() => full);
    for (const text of ['1', '2']) session.edit([{ key: BLANK, column: amount, text }], '录入', lookup);
    await session.idle();
    full = true;
    const key = session.keyAt(1);
    session.move([key], 'above', session.keyAt(0));
    expect(session.rowAt(session.indexOf(key)).state).toBe('saving');
    await session.idle();
    expect(session.rowAt(session.indexOf(key)).state).toBe('saved');
  });

  test('removed while others stay leaves the others in place', async () => {
    const { session, book } = rig();
    for (const text of ['1', '2', '3']) session.edit([{ key: BLANK, column: amount, text }], '录入', lookup);
    await session.idle();
    session.remove([session.keyAt(1)]);
    await session.idle();
    expect([...book.keys()]).toEqual([1, 3]);
    expect(session.count).toBe(3);
  });
});

test('after any edits the grid shows what the book holds', async () => {
  const edit = fc.record({ row: fc.nat(4), cents: fc.integer({ min: 0, max: 10_000_000 }), wait: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
      const { session, book } = rig();
      for (const { row, cents, wait } of edits) {
        const key = session.keyAt(Math.min(row, session.count - 1));
        session.edit(
          [{ key, column: amount, text: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}` }],
          '改',
          lookup,
        );
        if (wait) await session.idle();
      }
      await session.idle();
      const shown = Array.from({ length: session.count - 1 }, (_, index) => session.rowAt(index).values);
      expect(shown).toEqual([...book.values()].map((row) => row.values));
      expect(session.unsaved).toEqual([]);
    }),
  );
});

test('of two grids over one store each takes the rows it shows, and stays as it is where others come last', () => {
  const { store } = rig();
  const grid = (start: string) => {
    const include = (values: Values) => String(values.name).startsWith(start);
    const send = answeredBy(async () => ({ ok: false, failure: failure('DISK_FULL', { name: '账套' }) }));
    return new GridSession({ store, fields, include, defaults: () => ({}), send, recordName: '明细' });
  };
  const [income, spending] = [grid('收'), grid('支')];
  const row = (id: number, named: string) => ({ id, revision: 1, position: id, values: { name: named, amount: 1 } });
  store.append([row(1, '收一'), row(2, '收二')], [1, 2], 1);
  store.apply([row(3, '支一')], [], 2);
  store.append([row(4, '支二'), row(5, '收三')], [4, 5], 3);
  const shown = (session: GridSession) =>
    Array.from({ length: session.count - 1 }, (_, at) => session.rowAt(at).values.name);
  expect(shown(income)).toEqual(['收一', '收二', '收三']);
  expect(shown(spending)).toEqual(['支一', '支二']);
  store.apply([{ ...row(3, '收四'), revision: 2 }, row(6, '支三')], [], 4);
  expect(shown(spending)).not.toContain('收四');
});

test('drafts of an earlier run come back over the rows they belong to', () => {
  const { session, store } = rig();
  store.apply([{ id: 4, revision: 1, position: 1, values: { name: '甲', amount: 100 } }], [], 1);
  const draft = { key: 'x', place: null, problems: { amount: '不能是负数' }, typed: { amount: '-3' }, failure: null };
  session.restoreDrafts([
    { ...draft, id: 4, values: {} },
    { ...draft, id: null, values: { name: '新' } },
    { ...draft, id: 99, values: {} },
  ]);
  expect(session.rowAt(0)).toMatchObject({ id: 4, typed: { amount: '-3' } });
  expect(session.rowAt(1)).toMatchObject({ id: null, values: { name: '新' }, typed: { amount: '-3' } });
  expect(session.count).toBe(3);
});

test('a draft over a row that was undone is not counted as unsaved, and is there again after a redo', async () => {
  const { session, store } = rig();
  session.edit([{ key: BLANK, column: amount, text: '5' }], '录入', lookup);
  await session.idle();
  session.edit([{ key: session.keyAt(0), column: amount, text: '5x' }], '修改', lookup);
  expect(session.unsaved).toHaveLength(1);
  const row = store.get(1);
  store.apply([], [1], 2);
  expect(session.unsaved).toEqual([]);
  store.apply(row === undefined ? [] : [row], [], 3);
  expect(session.rowAt(0).typed).toEqual({ amount: '5x' });
});
