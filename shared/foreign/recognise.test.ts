import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf, Draft, draw, type Layout, publishedTables } from '../../samples/published-workbook.fixture.ts';
import { asPrinted, readBack } from '../../samples/read-back.fixture.ts';
import { createCodeBook } from '../codes/index.ts';
import { shiftDecimal } from './number-format.ts';
import { NO_CORRECTIONS, recognise } from './recognise.ts';
import type { GridBook } from './sheet.ts';

const context = { codes: (year: number) => createCodeBook(year), usualYear: 2025 };
const tables = publishedTables();
const expected = asPrinted(tables);
const found = (book: GridBook) => recognise(book, NO_CORRECTIONS, context);
const drawAll = (layout: (no: number) => Layout) => tables.map((table) => draw(table, layout(table.no)));

const wide = (text: string) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',');
const asText = (write: (text: string) => string) => (text: string) => ({ text: write(text), kind: 'text' as const });
const yuan = (text: string) => ({ text: shiftDecimal(text, 4), kind: 'number' as const });

/** Titles as other places publish them. */
const OTHER_TITLES: Readonly<Record<number, string>> = {
  1: '单位收支总体情况表',
  2: '单位收入总体情况表',
  3: '单位支出总体情况表',
  4: '财政拨款收支总体情况表',
  5: '一般公共预算支出情况表',
  6: '一般公共预算基本支出情况表',
  7: '政府性基金预算收入情况表',
  8: '政府性基金预算支出情况表',
  9: '国有资本经营预算收支情况表',
  10: '财政拨款“三公”经费支出情况表',
  11: '机关运行经费情况表',
  12: '项目支出情况表',
  13: '项目支出情况表（使用上年结转）',
};

const OTHER_HEADS: Readonly<Record<string, string>> = {
  项目名称: '项  目',
  科目编码: '支出功能分类科目编码',
  科目名称: '支出功能分类科目名称',
  收入科目编码: '收入分类科目编码',
  一般公共预算: '一般公共预算拨款',
  政府性基金预算: '政府性基金预算拨款',
  国有资本经营预算: '国有资本经营预算拨款',
  政府性基金: '政府性基金预算\n财政拨款',
  合计: '合    计',
  '2025年预算数': '预算数',
  上年结转安排: '上年结转',
  当年预算安排: '本年预算安排',
};

const LAYOUTS: Readonly<Record<string, () => GridBook>> = {
  'as published': () => bookOf(drawAll(() => ({}))),
  'shifted to the right, with blank rows above': () => bookOf(drawAll((no) => ({ left: (no % 4) + 1, top: no % 3 }))),
  'nothing merged': () => bookOf(drawAll(() => ({ merged: false }))),
  'amounts as text with separators': () => bookOf(drawAll(() => ({ figure: asText(grouped) }))),
  'amounts as text in full-width digits': () => bookOf(drawAll(() => ({ figure: asText(wide) }))),
  'amounts with their unit': () => bookOf(drawAll(() => ({ figure: asText((text) => `${text}万元`), money: null }))),
  'sheets in another order and named otherwise': () =>
    bookOf(drawAll((no) => ({ sheetName: `Sheet${(no * 7) % 13}` })).toReversed()),
  'all on one sheet': () => {
    const sheet = new Draft('公开表');
    for (const table of tables) draw(table, { onto: sheet, top: 2 });
    return bookOf([sheet]);
  },
  'a dash for nothing': () => bookOf(drawAll(() => ({ nil: '-' }))),
  'a slash for nothing, and amounts as text': () => bookOf(drawAll(() => ({ nil: '/', figure: asText(grouped) }))),
  'in 元': () => bookOf(drawAll(() => ({ money: '金额单位：元', figure: yuan }))),
  'some in 元, some in 万元': () => bookOf(drawAll((no) => (no % 2 === 0 ? { money: '单位：元', figure: yuan } : {}))),
  'other titles': () => bookOf(drawAll((no) => ({ title: `2025年${OTHER_TITLES[no]}`, sheetName: `Sheet${no}` }))),
  'other heads': () => bookOf(drawAll(() => ({ head: (text) => OTHER_HEADS[text] ?? text }))),
  'titles in the names of the sheets only': () =>
    bookOf(drawAll((no) => ({ title: null, sheetName: OTHER_TITLES[no] ?? '' }))),
  'the year in Chinese digits': () => {
    const written = (text: string) => text.replace('2025年', '二〇二五年');
    return bookOf(tables.map((table) => draw(table, { title: written(table.title), head: written })));
  },
  'hidden rows, columns and sheets': () => {
    const drafts = drawAll(() => ({}));
    for (const [at, draft] of drafts.entries()) {
      draft.hidden = at === 6;
      for (let row = 5; row < 9; row += 1) draft.hiddenRows.add(row);
      draft.hiddenColumns.add(2);
    }
    return bookOf(drafts);
  },
  'labels with blanks and other signs': () =>
    bookOf(drawAll(() => ({ label: (text) => ` ${text.replace(/（/g, '(').replace(/）/g, ')')}　` }))),
};

describe('recognise', () => {
  for (const [name, book] of Object.entries(LAYOUTS)) {
    it(`reads the same figures: ${name}`, () => {
      expect(normal(readBack(found(book())))).toEqual(normal(expected));
    });
  }

  it('reads what is there when a table is missing', () => {
    const book = bookOf(tables.filter(({ no }) => no !== 6).map((table) => draw(table)));
    const { 6: _, ...others } = expected;
    expect(readBack(found(book))).toEqual(others);
  });

  it('knows the year in Chinese digits, and the unit by whatever its name stands behind', () => {
    const draft = new Draft('表3');
    draft.put(0, 0, '二○二四年部门支出总体情况表');
    draft.put(1, 0, '编报单位：某县供水站');
    for (const [column, text] of ['科目编码', '科目名称', '合计', '基本支出', '项目支出'].entries())
      draft.put(2, column, text);
    draft.put(3, 0, '合计');
    draft.put(3, 2, '1.00', 'number');
    const { year, unitName, tables: read } = found(bookOf([draft]));
    expect([year, unitName, read.map(({ no }) => no)]).toEqual([2024, '某县供水站', [3]]);
  });

  it('takes no list of contents for tables', () => {
    const index = new Draft('目录');
    index.put(0, 0, '2025年单位预算公开表');
    tables.forEach(({ no, title }, at) => {
      index.put(at + 2, 0, String(no), 'number');
      index.put(at + 2, 1, title);
    });
    const names = new Draft('目录2');
    tables.forEach(({ title }, at) => {
      names.put(at, 0, title);
    });
    const book = bookOf([index, names, ...tables.map((table) => draw(table))]);
    expect(readBack(found(book))).toEqual(expected);
    expect(found(book).others).toEqual([]);
  });
});

describe('any layout', () => {
  const layout = fc.record({
    left: fc.nat(6),
    top: fc.nat(4),
    merged: fc.boolean(),
    title: fc.constantFrom('own', 'other'),
    heads: fc.boolean(),
    figure: fc.constantFrom('number', 'grouped', 'wide', 'yuan'),
    nil: fc.constantFrom('', '-', '－', '——', '/', '无'),
    blanks: fc.boolean(),
    hidden: fc.boolean(),
    blankRows: fc.array(fc.nat(60), { maxLength: 4 }),
    blankColumns: fc.array(fc.nat(12), { maxLength: 3 }),
  });

  it('gives the same figures', () => {
    fc.assert(
      fc.property(fc.array(layout, { minLength: 13, maxLength: 13 }), fc.boolean(), (layouts, oneSheet) => {
        const together = new Draft('公开表');
        const drafts = tables.map((table, at) => {
          const chosen = layouts[at];
          if (chosen === undefined) throw new Error('no layout');
          const { left, top, merged, figure } = chosen;
          const draft = draw(table, {
            left,
            top: top + 1,
            merged,
            nil: chosen.nil,
            sheetName: `Sheet${at}`,
            ...(chosen.title === 'other' ? { title: `2025年${OTHER_TITLES[table.no]}` } : {}),
            ...(chosen.heads ? { head: (text: string) => OTHER_HEADS[text] ?? text } : {}),
            ...(figure === 'grouped' ? { figure: asText(grouped) } : {}),
            ...(figure === 'wide' ? { figure: asText(wide) } : {}),
            ...(figure === 'yuan' ? { figure: yuan, money: '单位：元' } : {}),
            ...(chosen.blanks ? { label: (text: string) => `　${text}  ` } : {}),
            ...(oneSheet ? { onto: together } : {}),
          });
          if (!oneSheet) {
            for (const row of chosen.blankRows) insertRow(draft, row);
            if (!merged) for (const column of chosen.blankColumns) insertColumn(draft, column);
          }
          if (chosen.hidden) draft.hiddenRows.add(top + 8);
          return draft;
        });
        const read = readBack(found(bookOf(oneSheet ? [together] : drafts)));
        expect(normal(read)).toEqual(normal(expected));
      }),
      { numRuns: 60 },
    );
  });
});

function insertRow(draft: Draft, row: number): void {
  if (row >= draft.rows.length) return;
  // Between the rows of a head nobody leaves one blank.
  if (draft.merges.some(({ top, bottom }) => top < row && row <= bottom)) return;
  draft.rows.splice(row, 0, []);
  draft.merges = draft.merges.map((area) =>
    area.top >= row ? { ...area, top: area.top + 1, bottom: area.bottom + 1 } : area,
  );
}

function insertColumn(draft: Draft, column: number): void {
  for (const cells of draft.rows) if (cells.length > column) cells.splice(column, 0, undefined);
}

/** Labels without blanks, brackets in one width: what a layout may change. */
const normal = (printed: ReturnType<typeof readBack>) =>
  Object.fromEntries(
    Object.entries(printed).map(([no, rows]) => [
      no,
      rows.map((row) =>
        row
          .replace(/[\s　]/g, '')
          .replace(/（/g, '(')
          .replace(/）/g, ')'),
      ),
    ]),
  );
