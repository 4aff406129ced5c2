import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide } from './divide.ts';
import type { PrintCell, PrintRow, PrintTable } from './model.ts';
import { CONTINUED, type Ruler } from './slice.ts';
import { spotsOf } from './table-grid.ts';

/** One character to a mm, lines of 5 mm: easy to reckon by hand. */
const RULER: Ruler = {
  lines: (text, width) => Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, at) => at * width),
  height: (lines) => lines * 5,
};

const label = (text: string, rowSpan = 1): PrintCell => ({ style: 'label', text, rowSpan });
const body = (text: string): PrintCell => ({ style: 'text', text });
const table = (
  columns: readonly number[],
  rows: PrintTable['rows'],
  headRows: PrintTable['rows'] = [],
): PrintTable => ({
  columns,
  headRows,
  rows,
  fontSize: 10,
  rowHeight: 5,
});
const RUNNING = table([10, 90], [{ cells: [label('项目'), body('甲')] }]);

function divided(tables: readonly PrintTable[], height: number): readonly PrintTable[] {
  return divide({ running: [RUNNING], tables, ruler: RULER, width: 100, height });
}

const rowsOf = (page: PrintTable) => [...page.headRows, ...page.rows];
const textsOf = (page: PrintTable | undefined) =>
  (page === undefined ? [] : rowsOf(page)).map(({ cells }) => cells.map(({ text }) => text));
const heightOf = (page: PrintTable) => rowsOf(page).reduce((sum, { height }) => sum + (height ?? Number.NaN), 0);

/** Rows for groups of so many rows each, in the three columns of the table below. */
function grouped(sizes: readonly number[]): readonly PrintRow[] {
  return sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, at) => ({
      cells: [...(at === 0 ? [label(`组${group}`, size)] : []), body(`${group}.${at}`)],
    })),
  );
}

describe('divide', () => {
  it('leaves what fits on one page', () => {
    expect(divided([table([50, 50], grouped([2, 1]))], 20).map(textsOf)).toEqual([
      [['项目', '甲'], ['组0', '0.0'], ['0.1'], ['组1', '1.0']],
    ]);
  });

  it('repeats the running rows and the heads, and the label of a group that goes on', () => {
    const heads = [
      {
        cells: [
          { style: 'head', text: '类' },
          { style: 'head', text: '项' },
        ],
      },
    ] as const;
    const pages = divided([table([50, 50], grouped([5]), heads)], 25);
    expect(pages.map(textsOf)).toEqual([
      [['项目', '甲'], ['类', '项'], ['组0', '0.0'], ['0.1'], ['0.2']],
      [['项目', '甲'], ['类', '项'], [`组0${CONTINUED}`, '0.3'], ['0.4']],
    ]);
  });

  it('lets a label beside the heads reach down on every page', () => {
    const heads = [{ cells: [label('指标', 6), { style: 'head', text: '项' }] }] as const;
    const rows = Array.from({ length: 5 }, (_, at) => ({ cells: [body(`${at}`)] }));
    const pages = divided([table([50, 50], rows, heads)], 25);
    expect(pages.map(textsOf)).toEqual([
      [['项目', '甲'], ['指标', '项'], ['0'], ['1'], ['2']],
      [['项目', '甲'], [`指标${CONTINUED}`, '项'], ['3'], ['4']],
    ]);
    expect(pages.map(({ rows: [head] }) => head?.cells[0]?.rowSpan)).toEqual([4, 3]);
  });

  it('takes a group to the next page rather than part it, where little room is lost', () => {
    const pages = divided([table([50, 50], grouped([40, 4]))], 210);
    expect(pages.map((page) => page.rows.length)).toEqual([40, 4]);
  });

  it('goes on with a long text where it stopped, not leaving a single line behind', () => {
    const text = Array.from({ length: 12 }, (_, at) => String(at).padStart(50, '.')).join('');
    const pages = divided([table([50, 50], [{ cells: [label('概况'), body(text)] }])], 60);
    expect(pages.map((page) => textsOf(page)[1]?.map((each) => each.length))).toEqual([
      [2, 500],
      [2 + CONTINUED.length, 100],
    ]);
  });

  it('never leaves a line of signatures alone', () => {
    const rows = Array.from({ length: 4 }, (_, at) => ({ cells: [body(`${at}`)] }));
    const signatures = table([100], [{ cells: [{ style: 'caption', text: '负责人' }] }]);
    expect(divided([table([100], rows), signatures], 25).map((page) => textsOf(page).flat().at(-1))).toEqual([
      '2',
      '负责人',
    ]);
  });

  it('keeps every page within its height, every grid without gaps, and every character exactly once', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '1', '，'), maxLength: 700 });
    const group = fc.record({
      name: fc.string({ minLength: 1, maxLength: 9 }),
      texts: fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 120, max: 260 }),
        (groups, height) => {
          const rows = groups.flatMap(({ name, texts }) =>
            texts.map(([left, right], at) => ({
              cells: [...(at === 0 ? [label(name, texts.length)] : []), body(left), body(right)],
            })),
          );
          const pages = divided([table([20, 40, 40], rows)], height);
          for (const page of pages) {
            expect(heightOf(page)).toBeLessThanOrEqual(height);
            const area = spotsOf(rowsOf(page)).reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0);
            expect(area).toBe(rowsOf(page).length * page.columns.length);
          }
          const bodies = pages.flatMap(({ rows }) => spotsOf(rows)).filter(({ cell }) => cell.style === 'text');
          const [left, right] = [1, 0].map((fromEnd) =>
            bodies
              .filter((_, at) => at % 2 === 1 - fromEnd)
              .map(({ cell }) => cell.text)
              .join(''),
          );
          expect(left).toBe(groups.flatMap(({ texts }) => texts.map(([text]) => text)).join(''));
          expect(right).toBe(groups.flatMap(({ texts }) => texts.map(([, text]) => text)).join(''));
        },
      ),
      { numRuns: 60 },
    );
  });
});
