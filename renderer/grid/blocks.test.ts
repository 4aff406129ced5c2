import { beforeEach, expect, test } from 'vitest';
import { parseTsv } from '../../shared/intake/tsv.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { clearRange, copyRange, fillDown, pasteBlock } from './blocks.ts';
import type { GridColumn } from './column.ts';
import { RowStore } from './row-store.ts';
import { GridSession } from './session.ts';

const text = (label: string): Field => ({ kind: 'text', label, maxLength: 20, optional: true });
const fields = { a: text('甲'), b: text('乙') };
const columns: readonly GridColumn[] = [
  { key: 'a', field: fields.a, width: 90 },
  { key: 'c', field: text('算出'), width: 90, computed: () => '算出' },
  { key: 'b', field: fields.b, width: 90 },
];
const lookup: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };
let session: GridSession;

beforeEach(() => {
  const store = new RowStore();
  session = new GridSession({
    store,
    fields,
    include: () => true,
    defaults: () => ({ a: null, b: null }),
    send: () => new Promise(() => undefined),
    recordName: '行',
  });
  const rows = [
    { a: '一', b: 'x' },
    { a: '二', b: null },
    { a: '三', b: 'z\t"q"' },
  ].map((values, index) => ({ id: index + 1, revision: 1, position: index, values }));
  store.apply(rows, [], 1);
});

const shown = () => Array.from({ length: session.count - 1 }, (_, row) => session.rowAt(row).values);
const whole = { top: 0, left: 0, bottom: 2, right: 2 };

test('a copied block pasted over itself changes nothing', () => {
  const before = shown();
  const { edits } = pasteBlock(session, columns, whole, parseTsv(copyRange(session, columns, whole, lookup)));
  session.edit(edits, '粘贴', lookup);
  expect(shown().map(({ a, b }) => [a, b])).toEqual(before.map(({ a, b }) => [a, b]));
});

test('a block that reaches beyond the last row makes new rows', () => {
  const { edits, range } = pasteBlock(session, columns, { top: 2, left: 0, bottom: 2, right: 0 }, [
    ['四'],
    ['五'],
    ['六'],
  ]);
  session.edit(edits, '粘贴', lookup);
  expect(shown().map(({ a }) => a)).toEqual(['一', '二', '四', '五', '六']);
  expect(range).toEqual({ top: 2, left: 0, bottom: 4, right: 0 });
});

test('one copied cell fills the whole selection', () => {
  const { edits } = pasteBlock(session, columns, { top: 0, left: 0, bottom: 1, right: 0 }, [['同']]);
  session.edit(edits, '粘贴', lookup);
  expect(shown().map(({ a }) => a)).toEqual(['同', '同', '三']);
});

test('a copied row fills every selected row, the blank one too; a block that does not fit exactly is laid once', () => {
  const rows = pasteBlock(session, columns, { top: 1, left: 0, bottom: 3, right: 0 }, [['行', '', '尾']]);
  session.edit(rows.edits, '粘贴', lookup);
  expect(shown().map(({ a, b }) => `${a}${b}`)).toEqual(['一x', '行尾', '行尾', '行尾']);
  const once = pasteBlock(session, columns, { top: 0, left: 0, bottom: 2, right: 0 }, [['甲'], ['乙']]);
  session.edit(once.edits, '粘贴', lookup);
  expect(shown().map(({ a }) => a)).toEqual(['甲', '乙', '行', '行']);
});

test('filling down repeats the top row, or in a single row the row above; computed columns are left alone', () => {
  expect(fillDown(session, columns, whole).map(({ key, column, value }) => [key, column.key, value])).toEqual([
    ['r2', 'a', '一'],
    ['r2', 'b', 'x'],
    ['r3', 'a', '一'],
    ['r3', 'b', 'x'],
  ]);
  const single = fillDown(session, columns, { top: 1, left: 2, bottom: 1, right: 2 });
  expect(single.map(({ key, value }) => [key, value])).toEqual([['r2', 'x']]);
});

test('clearing skips the blank row at the end', () => {
  const edits = clearRange(session, columns, { top: 2, left: 0, bottom: 3, right: 0 });
  expect(edits.map(({ key }) => key)).toEqual(['r3']);
});
