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
