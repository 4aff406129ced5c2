import { expect, test } from 'vitest';
import { testBook } from './book.fixture.ts';
import { fillDepth, fillInto, fillSeries, fillTarget } from './fill.ts';

const text = (label: string) => ({ kind: 'text', label, maxLength: 20, optional: true }) as const;
const fields = { month: text('月份'), what: text('内容') };
const columns = [
  { key: 'month', field: fields.month, width: 90 },
  { key: 'told', field: text('算出'), width: 90, computed: () => '算出' },
  { key: 'what', field: fields.what, width: 90 },
] as const;
const lookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] } as const;
const bookOf = (...rows: readonly (readonly [string | null, string | null])[]) =>
  testBook(
    fields,
    rows.map(([month, what]) => ({ month, what })),
    { month: null, what: null },
  );
const top = { top: 0, left: 0, bottom: 0, right: 2 };

test('the target of a drag is what lies beyond the selection, above or below it', () => {
  const range = { top: 2, left: 0, bottom: 4, right: 1 };
  expect(fillTarget(range, 3)).toBeNull();
  expect(fillTarget(range, 6)).toEqual({ top: 5, left: 0, bottom: 6, right: 1 });
  expect(fillTarget(range, 0)).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
});

test('copies go round the selection, series go on; computed columns are left alone; all is one step', async () => {
  const book = bookOf(['1月', '甲'], ['2月', '乙'], [null, null], [null, null], [null, null]);
  const source = { ...top, bottom: 1 };
  const target = { ...top, top: 2, bottom: 4 };
  book.session.edit(fillInto(book.session, columns, source, target, false), '拖动填充', lookup);
  expect(book.shown('month')).toEqual(['1月', '2月', '1月', '2月', '1月']);
  book.session.edit(fillInto(book.session, columns, source, target, true), '递增填充', lookup);
  expect(book.shown('month')).toEqual(['1月', '2月', '3月', '4月', '5月']);
  expect(book.shown('what')).toEqual(['甲', '乙', '甲', '乙', '甲']);
  await book.session.idle();
  expect(book.labels).toEqual(['拖动填充', '递增填充']);
  book.undo();
  book.undo();
  expect(book.shown('month')).toEqual(['1月', '2月', null, null, null]);
});

test('upwards a series goes backwards', () => {
  const book = bookOf([null, null], [null, null], ['3月', '甲'], ['4月', '甲']);
  const edits = fillInto(book.session, columns, { ...top, top: 2, bottom: 3 }, { ...top, bottom: 1 }, true);
  book.session.edit(edits, '递增填充', lookup);
  expect(book.shown('month')).toEqual(['1月', '2月', '3月', '4月']);
});

test('by the keyboard a series goes on from the filled rows at the top of the selection', () => {
  const book = bookOf(['1月', null], ['3月', null], [null, null], [null, null]);
  const range = { top: 0, left: 0, bottom: 3, right: 0 };
  book.session.edit(fillSeries(book.session, columns, range), '递增填充', lookup);
  expect(book.shown('month')).toEqual(['1月', '3月', '5月', '7月']);
  expect(fillSeries(book.session, columns, { ...range, bottom: 0 })).toEqual([]);
});

test('a double click fills as far as the neighbouring column has content', () => {
  const book = bookOf(['1月', '甲'], [null, '乙'], [null, '丙'], [null, null], [null, '戊']);
  expect(fillDepth(book.session, [columns[0], columns[2]], { ...top, right: 0 })).toBe(2);
});
