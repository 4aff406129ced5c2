import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, clampTo, extendTo, type GridShape, type Motion, move, rangeOf, type Selection } from './selection.ts';

const shape: GridShape = { rows: 6, columns: 4, page: 3 };
const nothing = () => false;
const go = (selection: Selection, ...motions: Motion[]) =>
  motions.reduce((current, motion) => move(current, motion, shape, nothing), selection);
const tab: Motion = { kind: 'tab', back: false };
const enter: Motion = { kind: 'enter', back: false };
const down: Motion = { kind: 'step', rows: 1, columns: 0, extend: false };

const anyMotion: fc.Arbitrary<Motion> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('step' as const, 'edge' as const),
      rows: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      columns: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      extend: fc.boolean(),
    })
    .filter((motion) => motion.rows !== 0 || motion.columns !== 0),
  fc.record({
    kind: fc.constant('page' as const),
    rows: fc.constantFrom(-1 as const, 1 as const),
    extend: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('rowStart' as const, 'rowEnd' as const, 'gridStart' as const, 'gridEnd' as const),
    extend: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('tab' as const, 'enter' as const), back: fc.boolean() }),
);

test('no sequence of keys leaves the grid', () => {
  const content = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(fc.array(anyMotion), content, (motions, cells) => {
      let selection = at(2, 1);
      for (const motion of motions) {
        selection = move(selection, motion, shape, (cell) => cells[cell.row * 4 + cell.column] === true);
        const range = rangeOf(selection);
        expect(range.top).toBeGreaterThanOrEqual(0);
        expect(range.left).toBeGreaterThanOrEqual(0);
        expect(range.bottom).toBeLessThan(shape.rows);
        expect(range.right).toBeLessThan(shape.columns);
        expect(selection.active.row).toBeGreaterThanOrEqual(range.top);
        expect(selection.active.row).toBeLessThanOrEqual(range.bottom);
        expect(selection.active.column).toBeGreaterThanOrEqual(range.left);
        expect(selection.active.column).toBeLessThanOrEqual(range.right);
      }
    }),
  );
});

describe('Tab and Enter', () => {
  test('Enter after several Tabs goes to the next row at the column where tabbing began', () => {
    expect(go(at(0, 1), tab, tab, enter).active).toEqual({ row: 1, column: 1 });
  });
  test('an arrow in between forgets where tabbing began', () => {
    expect(go(at(0, 0), tab, tab, down, enter).active).toEqual({ row: 2, column: 2 });
  });
  test('Tab at the end of a row goes to the start of the next', () => {
    expect(go(at(0, 3), tab).active).toEqual({ row: 1, column: 0 });
  });
  test('inside a range Enter goes down the columns and round again, and the range stays', () => {
    const range = extendTo(at(0, 0), { row: 1, column: 1 }, shape);
    const states = [1, 2, 3, 4].map((count) => go(range, ...Array<Motion>(count).fill(enter)));
    const places = states.map(({ active }) => [active.row, active.column]);
    expect(places).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(states.map(rangeOf)).toEqual(states.map(() => rangeOf(range)));
  });
});

describe('Ctrl+arrow', () => {
  const filled = (rows: readonly number[]) => (cell: { row: number }) => rows.includes(cell.row);
  const leap: Motion = { kind: 'edge', rows: 1, columns: 0, extend: false };
  test('stops at the last filled cell of the run it is in', () => {
    expect(move(at(0, 0), leap, shape, filled([0, 1, 2, 5])).active.row).toBe(2);
  });
  test('from the end of a run goes to the next filled cell', () => {
    expect(move(at(2, 0), leap, shape, filled([0, 1, 2, 5])).active.row).toBe(5);
  });
  test('goes to the border where nothing is filled', () => {
    expect(move(at(2, 0), leap, shape, nothing).active.row).toBe(5);
  });
});

test('a selection on rows that went away comes back inside', () => {
  expect(clampTo(at(9, 3), shape).active).toEqual({ row: 5, column: 3 });
  const same = at(1, 1);
  expect(clampTo(same, shape)).toBe(same);
});
