import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableModel } from '../../../shared/tables/model.ts';
import { modelOf } from './model.fixture.ts';
import { layoutSheet, type SheetLayout } from './sheet-layout.ts';

const COLUMNS = ['项目/科目编码', '项目/科目名称', '#2027年预算数/合计', '#2027年预算数/国有资本经营预算'];

function printed(model: TableModel): (row: number, column: number) => string {
  return (row, column) => model.rows[row]?.cells[column]?.text.replace(/\B(?=(\d{3})+(?=\.))/g, ',') ?? '';
}

// What Excel draws at 96 dpi in 宋体 10 pt, bold, in the narrowest case (column unit of 7 pixels): an independent,
// pixel-wise reading of the same sheet, knowing nothing of how the widths came about.
const COLUMN_UNIT = 7;
const EDGES = 5;
const IDEOGRAPH = 14;
const DIGIT = 8;
const INDENT = 21;
const LINE_POINTS = 13.5;

function pixelLines(text: string, pixels: number): number {
  let lines = 1;
  let used = 0;
  for (const character of text) {
    const width = character.charCodeAt(0) > 0x2000 ? IDEOGRAPH : DIGIT;
    if (used + width > pixels) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}

function expectNothingCutOff(model: TableModel, layout: SheetLayout): void {
  const pixels = layout.columns.map((width) => width * COLUMN_UNIT);
  const text = printed(model);
  model.rows.forEach((row, r) => {
    row.cells.forEach((cell, column) => {
      const width = pixels[column] ?? 0;
      if (cell.kind === 'amount') {
        expect(text(r, column).length * DIGIT + DIGIT + EDGES).toBeLessThanOrEqual(width + EDGES);
      } else {
        const lines = pixelLines(cell.text, width - EDGES - cell.indent * INDENT);
        expect(lines * LINE_POINTS).toBeLessThanOrEqual(layout.rowHeights[r] ?? 0);
      }
    });
  });
  for (const head of model.heads) {
    const width = pixels.slice(head.column, head.column + head.columnSpan).reduce((sum, each) => sum + each, 0);
    const height = layout.headHeights.slice(head.row, head.row + head.rowSpan).reduce((sum, each) => sum + each, 0);
    expect(pixelLines(head.text, width - EDGES) * LINE_POINTS).toBeLessThanOrEqual(height);
  }
}

describe('layoutSheet', () => {
  it('makes every column wide enough for its widest number and every row high enough for its wrapped text', () => {
    const name = fc.string({
      unit: fc.constantFrom('岚', '县', '（', '）', '，', '2', '0', '-', 'a', '、', '“'),
      maxLength: 200,
    });
    const amount = fc.integer({ min: -9e11, max: 9e11 }).map((hundredths) => hundredths * 10_000);
    const row = fc.tuple(fc.stringMatching(/^\d{3,7}$/), name, amount, amount);
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('portrait', 'landscape'),
        fc.array(fc.nat(3), { maxLength: 12 }),
        (rows, orientation, indents) => {
          const model = modelOf(COLUMNS, rows, { page: { paper: 'A4', orientation }, indents });
          expectNothingCutOff(model, layoutSheet(model, printed(model)));
        },
      ),
    );
  });

  it('fills the width of the page when the texts are short, and stays near it when they are long', () => {
    const widthOf = (name: string) => {
      const model = modelOf(COLUMNS, [['合计', name, 1_000_000, null]]);
      return layoutSheet(model, printed(model)).columns.reduce((sum, width) => sum + width, 0);
    };
    expect(widthOf('短')).toBeGreaterThanOrEqual(88);
    expect(widthOf('长'.repeat(100))).toBeLessThan(100);
  });

  it('gives a head its whole line or two even ones', () => {
    const model = modelOf(COLUMNS, [['合计', '名', 1_000_000, null]]);
    const { columns } = layoutSheet(model, printed(model));
    expect(columns[3]).toBeGreaterThanOrEqual(16);
  });

  it('gives a long unit name the height it needs beside the unit of money', () => {
    const model = modelOf(COLUMNS, [['合计', '名', 1_000_000, null]], { unitName: '长'.repeat(100) });
    const { columns, unitColumns, unitHeight } = layoutSheet(model, printed(model));
    const width = columns.slice(0, unitColumns).reduce((sum, each) => sum + each, 0) * COLUMN_UNIT;
    expect(pixelLines(`单位名称：${model.unitName}`, width - EDGES) * LINE_POINTS).toBeLessThanOrEqual(unitHeight);
    const right = columns.slice(unitColumns).reduce((sum, each) => sum + each, 0) * COLUMN_UNIT;
    expect(pixelLines(model.unitText, right - EDGES)).toBe(1);
  });

  it('presses a table that is a little too long onto one page, and lets a long one run on', () => {
    const onePage = (rows: number) => {
      const model = modelOf(
        COLUMNS,
        Array.from({ length: rows }, () => ['1', '名', null, null]),
      );
      return layoutSheet(model, printed(model)).onePage;
    };
    expect(onePage(36)).toBe(true);
    expect(onePage(60)).toBe(false);
  });
});
