import { describe, expect, it } from 'vitest';
import type { PrintCell } from './model.ts';
import { commonGrid, rowsOf, spotsOf } from './table-grid.ts';

const cell = (text: string, spans: Partial<PrintCell> = {}): PrintCell => ({ style: 'text', text, ...spans });

describe('spotsOf', () => {
  const rows = [
    { cells: [cell('a', { rowSpan: 3 }), cell('b', { colSpan: 2 })] },
    { cells: [cell('c', { rowSpan: 2 }), cell('d')] },
    { cells: [cell('e')] },
  ];

  it('puts a cell into the first column that no cell above covers', () => {
    expect(spotsOf(rows).map(({ cell: { text }, row, column }) => [text, row, column])).toEqual([
      ['a', 0, 0],
      ['b', 0, 1],
      ['c', 1, 1],
      ['d', 1, 2],
      ['e', 2, 2],
    ]);
  });

  it('is undone by rowsOf', () => {
    expect(rowsOf(spotsOf(rows), 3)).toEqual(rows);
  });
});

describe('commonGrid', () => {
  it('has every edge of each table once, and stretches their cells over it', () => {
    const grid = commonGrid([{ columns: [1, 3] }, { columns: [50, 50] }, { columns: [25, 25, 50] }]);
    expect(grid.columns).toEqual([0.25, 0.25, 0.5]);
    const [row] = grid.fit(0, [{ cells: [cell('a'), cell('b')] }]);
    expect(row?.cells).toEqual([cell('a'), cell('b', { colSpan: 2 })]);
    const [other] = grid.fit(1, [{ cells: [cell('a'), cell('b')] }]);
    expect(other?.cells).toEqual([cell('a', { colSpan: 2 }), cell('b')]);
  });

  it('takes edges that differ by rounding only for the same', () => {
    const third = 1 / 3;
    expect(commonGrid([{ columns: [third, third, third] }, { columns: [1, 1, 1] }]).columns).toHaveLength(3);
  });

  it('keeps heights and spans over rows', () => {
    const rows = [{ cells: [cell('a', { rowSpan: 2 }), cell('b')], height: 7 }, { cells: [cell('c')] }];
    expect(commonGrid([{ columns: [1, 1] }]).fit(0, rows)).toEqual(rows);
  });
});
