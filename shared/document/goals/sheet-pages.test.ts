import { describe, expect, it } from 'vitest';
import { formOf } from '../../goals/forms.ts';
import { THIRD_FORM } from '../../goals/third-form.fixture.ts';
import { fen } from '../../money/fen.ts';
import type { PrintTable, Section } from '../model.ts';
import { pageSize } from '../page.ts';
import { spotsOf } from '../table-grid.ts';
import { formTables } from './form-tables.ts';
import { printedSheets } from './printed-sheet.ts';
import { indexSection } from './sheet-index.ts';
import { pagedSheet, sheetSection } from './sheet-pages.ts';
import { bare, indicatorRow, sheetRow, textsOf, tortureFacts } from './sheets.fixture.ts';

const pagesOf = ({ blocks }: Section): readonly PrintTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** All text of pages, column by column of each row, so that what goes on over pages is found whole. */
function columnTexts(pages: readonly PrintTable[]): string {
  const columns = new Map<number, string>();
  for (const [at, page] of pages.entries()) {
    for (const { cell, column } of spotsOf(at === 0 ? [...page.headRows, ...page.rows] : page.rows)) {
      if (cell.style === 'head' || cell.style === 'label') continue;
      columns.set(column, `${columns.get(column) ?? ''}${cell.text}`);
    }
  }
  return bare([...columns.values()].join('\n'));
}

describe.each(['costUnderOutput', 'costFirst'])(
  'a sheet of the form %s with 3,000 characters and 40 indicators',
  (form) => {
    const facts = tortureFacts(form);
    const [sheet] = printedSheets(facts);
    if (sheet === undefined) throw new Error('no sheet');
    const paged = pagedSheet(sheet);
    const pages = pagesOf(sheetSection(paged));

    it('has every character of every text on its pages', () => {
      const printed = columnTexts(pages);
      expect(textsOf(facts).filter((text) => !printed.includes(text))).toEqual([]);
    });

    it('takes several pages, none higher than the paper, each headed by number, page and project', () => {
      const { height } = pageSize({ paper: 'A4', orientation: formOf(form).orientation, margins: 'form' }).inner;
      expect(pages.length).toBeGreaterThan(4);
      pages.forEach((page, at) => {
        expect([...page.headRows, ...page.rows].reduce((sum, row) => sum + (row.height ?? Number.NaN), 0)).toBeLessThan(
          height,
        );
        const [line, project] = page.headRows.map(({ cells }) => cells.map(({ text }) => text));
        expect(line).toEqual(['编号：044-2025-001', '（2025年度）', `第 ${at + 1} 页 共 ${pages.length} 页`]);
        expect(project?.[0]).toBe('项目名称');
        expect(project?.[1]).toMatch(/^第1项/);
      });
    });

    it('has the heads of the indicators on each page that has indicators', () => {
      const withIndicators = pages.filter((page) =>
        page.rows.some(({ cells }) => cells.some(({ text }) => /号指标/.test(text))),
      );
      expect(withIndicators.length).toBeGreaterThan(1);
      for (const page of withIndicators) {
        expect(page.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('三级指标');
      }
    });
  },
);

describe('a sheet', () => {
  it('goes onto one page where a smaller type makes that possible', () => {
    const sizes = [4, 8, 20].map((length) => {
      const indicators = Array.from({ length }, (_, at) => indicatorRow(at + 1));
      const facts = { ...tortureFacts(), projects: [], sheets: [sheetRow()], indicators };
      return printedSheets(facts).flatMap((sheet) => pagedSheet(sheet).pages.map(({ fontSize }) => fontSize));
    });
    expect(sizes).toEqual([[10], [9.5], [10, 10]]);
  });

  it('of a project without one of its own name carries the project’s', () => {
    const facts = { ...tortureFacts(), sheets: [sheetRow({ projectId: 1 })], projects: [{ id: 1, name: '绿化' }] };
    expect(printedSheets(facts)[0]?.running.rows[0]?.cells.map(({ text }) => text)).toEqual(['项目名称', '绿化']);
  });

  it('follows any declared form: one period, other levels, a column for remarks', () => {
    const { tables } = formTables(
      {
        form: THIRD_FORM,
        layout: THIRD_FORM.project,
        sheet: sheetRow({ annualTotal: fen(12_345), annualGoal: '目标', plan: '办法', handler: '某' }),
        indicators: [indicatorRow(1, { level1: '结果', level2: '完成情况', score: '60', note: '说明文字' })],
        subject: '绿化',
        unitName: '单位',
      },
      177,
    );
    const texts = tables.flatMap(({ headRows, rows }) => [...headRows, ...rows]).flatMap(({ cells }) => cells);
    for (const text of [
      '本年预算',
      '123.45',
      '本年目标',
      '目标',
      '权重',
      '60',
      '说明文字',
      '完成',
      '办法',
      '填表人：某',
    ]) {
      expect(texts.map((cell) => cell.text)).toContain(text);
    }
    expect(texts.map((cell) => cell.text)).not.toContain('指标备注');
  });
});

describe('the sheets of a budget', () => {
  const facts = {
    ...tortureFacts(),
    projects: [
      { id: 7, name: '乙' },
      { id: 3, name: '甲' },
    ],
    sheets: [
      sheetRow({ id: 1, projectId: 3, annualTotal: fen(100) }),
      sheetRow({ id: 2, projectId: 7 }),
      sheetRow({ id: 3, projectId: null }),
      sheetRow({ id: 4, projectId: 3 }),
    ],
    indicators: [],
  };
  const sheets = printedSheets(facts);

  it('stand in book order, the unit’s own first, and carry the project’s place as their number', () => {
    expect(sheets.map(({ id, number }) => [id, number])).toEqual([
      [3, '044-2025-000'],
      [2, '044-2025-001'],
      [1, '044-2025-002'],
      [4, '044-2025-002-2'],
    ]);
    expect(sheets[0]?.title).toBe('岚县县(区)级预算部门（单位）整体支出绩效目标表');
  });

  it('are listed with the page on which each begins, the pages of the list counted', () => {
    const many = Array.from({ length: 60 }, (_, at) => sheetRow({ id: at + 1, projectId: 7, annualTotal: fen(at) }));
    const entries = printedSheets({ ...facts, sheets: many }).map((sheet) => ({ sheet, pages: 1 }));
    const index = pagesOf(indexSection(entries, { unitName: '测试单位', year: 2025 }));
    expect(index.length).toBe(2);
    const rows = index.flatMap(({ rows: [, ...own] }) => own).map(({ cells }) => cells.map(({ text }) => text));
    expect(rows).toHaveLength(61);
    expect(rows[60]).toEqual(['项目合计（60个）', '17.70', '']);
    expect(rows[0]).toEqual(['1', '044-2025-001', '乙', '0.00', '3']);
    expect(rows[59]).toEqual(['60', '044-2025-001-60', '乙', '0.59', '62']);
  });
});
