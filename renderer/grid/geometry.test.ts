import { expect, test } from 'vitest';
import type { GridColumn } from './column.ts';
import { HEAD_HEIGHT, layOut, NUMBER_WIDTH, ROW_HEIGHT, scrollFor } from './geometry.ts';

const text = { kind: 'text', label: '列', maxLength: 9 } as const;
const columns: GridColumn[] = [
  { key: 'a', field: text, width: 100, frozen: true },
  { key: 'b', field: text, width: 200 },
  { key: 'c', field: text, width: 300 },
];
const geometry = layOut(columns, { b: 150 });
const view = { scrollTop: 0, scrollLeft: 0, width: 400, height: HEAD_HEIGHT + 10 * ROW_HEIGHT };

test('a dragged width replaces the declared one', () => {
  expect(geometry.widths).toEqual([100, 150, 300]);
  expect(geometry.lefts).toEqual([NUMBER_WIDTH, NUMBER_WIDTH + 100, NUMBER_WIDTH + 250]);
});

test('a cell in view moves nothing', () => {
  expect(scrollFor({ row: 9, column: 0 }, geometry, true, view)).toEqual({ top: 0, left: 0 });
});

test('a cell below the view comes to its lower edge, above the view to just below the heads', () => {
  expect(scrollFor({ row: 10, column: 0 }, geometry, true, view).top).toBe(ROW_HEIGHT);
  expect(scrollFor({ row: 2, column: 0 }, geometry, true, { ...view, scrollTop: 500 }).top).toBe(2 * ROW_HEIGHT);
});

test('a cell behind the frozen columns is brought out from under them', () => {
  expect(scrollFor({ row: 0, column: 1 }, geometry, false, { ...view, scrollLeft: 90 }).left).toBe(0);
});
