import { expect, it } from 'vitest';
import { columnSizes, lastOfRun, mergesWithin, rowSizes, sizeAt, sizeOf } from './geometry.ts';

const sheet = {
  merges: [{ top: 0, left: 0, bottom: 0, right: 5 }],
  columns: [
    { column: 1, width: 20, hidden: false },
    { column: 2, width: null, hidden: true },
    { column: 3, width: 900, hidden: false },
  ],
  rows: [
    { row: 4, height: 30, hidden: false },
    { row: 5, height: null, hidden: true },
  ],
};

it('sizes are those of the sheet, within what can be looked at', () => {
  const rows = rowSizes(sheet);
  const columns = columnSizes(sheet);
  expect([0, 4, 5].map((row) => sizeAt(rows, row))).toEqual([24, 40, 24]);
  expect([0, 1, 2, 3].map((column) => sizeAt(columns, column))).toEqual([72, 149, 72, 480]);
  expect(sizeOf(rows, 3, 5)).toBe(24 + 40 + 24);
  expect(sizeOf(columns, 0, 3)).toBe(72 + 149 + 72 + 480);
  expect(sizeOf(rows, 7, 7)).toBe(24);
});

it('a merged cell is drawn as long as any part of it is in view', () => {
  const long = { top: 2, left: 1, bottom: 400, right: 1 };
  expect(mergesWithin([long], { top: 300, bottom: 320, left: 0, right: 4 })).toEqual([long]);
  expect(mergesWithin([long], { top: 401, bottom: 420, left: 0, right: 4 })).toEqual([]);
  expect(mergesWithin([long], { top: 300, bottom: 320, left: 2, right: 4 })).toEqual([]);
});

it('a text to the left runs over blanks up to the next filled or merged cell, others do not', () => {
  const none = () => false;
  expect(lastOfRun({ column: 0, align: 'left' }, new Set([0, 3]), none, 8)).toBe(2);
  expect(lastOfRun({ column: 0, align: 'left' }, new Set([0]), (column) => column === 2, 8)).toBe(1);
  expect(lastOfRun({ column: 6, align: 'left' }, new Set([6]), none, 8)).toBe(7);
  expect(lastOfRun({ column: 0, align: 'right' }, new Set([0]), none, 8)).toBe(0);
});
