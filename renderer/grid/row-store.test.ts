import { expect, test } from 'vitest';
import { RowStore, type StoreChange } from './row-store.ts';

const FIELDS = ['id', 'revision', 'parentId', 'position', 'note'];
type Row = readonly [id: number, revision: number, parentId: number, position: number, note: string];
const packed = (rows: readonly Row[]) => ({
  fields: FIELDS,
  columns: FIELDS.map((_, column) => rows.map((row) => row[column])),
  count: rows.length,
});

function loaded() {
  const store = new RowStore();
  store.load(
    packed([
      [1, 1, 7, 10, '一'],
      [2, 1, 7, 20, '二'],
      [3, 1, 7, 30, '三'],
    ]),
    5,
  );
  const told: StoreChange[] = [];
  store.subscribe((change) => told.push(change));
  return { store, told };
}

test('rows changed elsewhere are taken one by one: changed, moved, come and gone; those of another parent are left out', () => {
  const { store, told } = loaded();
  const rows: readonly Row[] = [
    [1, 2, 7, 40, '一改'],
    [4, 1, 7, 15, '四'],
    [5, 1, 8, 15, '别处'],
  ];
  store.renew(packed(rows), [1, 2, 4, 5], 7, 6);
  expect(store.order.map((id) => store.get(id)?.values.note)).toEqual(['四', '三', '一改']);
  expect(store.revision).toBe(6);
  expect(told).toEqual([{ ids: [1, 4, 2], structure: 'changed' }]);
  expect(store.renewed).toEqual({ ids: [1, 4], field: null });
});

test('a row that changed in one field says which; one that is known already is no news', () => {
  const { store, told } = loaded();
  store.renew(packed([[2, 2, 7, 20, '二改']]), [2], 7, 6);
  expect(store.renewed).toEqual({ ids: [2], field: 'note' });
  store.renew(packed([[2, 2, 7, 20, '二改']]), [2], 7, 7);
  expect(store.renewed.ids).toEqual([]);
  expect(told).toHaveLength(1);
  expect(store.revision).toBe(7);
});

test('what was saved here is no news from elsewhere', () => {
  const { store } = loaded();
  store.apply([{ id: 2, revision: 2, position: 20, values: { note: '改' } }], [], 6);
  expect(store.renewed.ids).toEqual([]);
});

test('new rows that come last stand there in their order, whichever is told of first', () => {
  const { store, told } = loaded();
  const row = (id: number, position: number) => ({ id, revision: 1, position, values: {} });
  store.apply([row(5, 50), row(4, 40), row(6, 50)], [], 6);
  expect(store.order).toEqual([1, 2, 3, 4, 5, 6]);
  expect(told).toEqual([{ ids: [5, 4, 6], structure: 'appended' }]);
});

test('a block that comes last is put there as it is; one that does not, or is there already, in its place', () => {
  const { store, told } = loaded();
  const row = (id: number, position: number, note: string) => ({ id, revision: 1, position, values: { note } });
  const notes = () => store.order.map((id) => store.get(id)?.values.note);
  const block = [row(8, 40, '八'), row(9, 50, '九')];
  store.append(block, [8, 9], 6);
  expect(notes()).toEqual(['一', '二', '三', '八', '九']);
  expect(store.get(9)).toBe(block[1]);
  store.append([row(10, 25, '中')], [10], 7);
  store.append([row(9, 50, '九改')], [9], 8);
  store.append([], [], 9);
  expect(notes()).toEqual(['一', '二', '中', '三', '八', '九改']);
  expect(store.revision).toBe(9);
  expect(told).toEqual([
    { ids: [8, 9], structure: 'appended' },
    { ids: [10], structure: 'changed' },
    { ids: [9], structure: 'none' },
    { ids: [], structure: 'none' },
  ]);
});
