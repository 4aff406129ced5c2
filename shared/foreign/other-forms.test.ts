import { describe, expect, it } from 'vitest';
import { bookOf, Draft, draw, type PublishedTable, publishedTables } from '../../samples/published-workbook.fixture.ts';
import { asPrinted, readBack } from '../../samples/read-back.fixture.ts';
import { createCodeBook } from '../codes/index.ts';
import { auditOf } from './audit.ts';
import { figureKey } from './found.ts';
import { NO_CORRECTIONS, recognise } from './recognise.ts';
import type { GridBook } from './sheet.ts';

const tables = publishedTables();
const codes = createCodeBook(2025);
const found = (book: GridBook) => recognise(book, NO_CORRECTIONS, { codes: () => codes, usualYear: 2025 });
const table = (no: number): PublishedTable => {
  const one = tables.find((each) => each.no === no);
  if (one === undefined) throw new Error(`no table ${no}`);
  return one;
};

/** A sheet from rows of texts; texts of digits with a point are numbers. */
function sheetOf(name: string, rows: readonly (readonly string[])[]): Draft {
  const draft = new Draft(name);
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      draft.put(row, column, text, /^-?\d+\.\d\d$/.test(text) ? 'number' : 'text');
    });
  });
  return draft;
}

/** The figures read of a table, by side and key: `0 total: 12352.39 291.73 12060.66`. */
function figures(book: GridBook, no: number): readonly string[] {
  const one = found(book).tables.find((each) => each.no === no && !each.isDouble);
  return (one?.rows ?? []).flatMap(({ block, outcome }) => {
    if (outcome.kind !== 'row') return [];
    const amounts = one?.slots
      .filter((slot) => slot.block === block && slot.kind === 'amount')
      .map(({ id }) => (one.figures.get(figureKey(block, outcome.key, id))?.fen ?? 0) / 1_000_000);
    return [`${block} ${outcome.key}: ${amounts?.join(' ')}`];
  });
}

/** The rows of a published table with what its columns hold, keys and figures apart. */
const rowsOf = ({ rows, columns, key_columns }: PublishedTable) =>
  rows.map(({ keys, cells }) => ({
    keys: key_columns.map((path) => keys[path] ?? ''),
    cells: columns.filter((path) => path in cells).map((path) => cells[path] ?? ''),
  }));

describe('forms of other origin', () => {
  const third = table(3);
  const plain = figures(bookOf([draw(third)]), 3);

  it('codes in three columns, 类 款 项, with more columns around', () => {
    const rows = rowsOf(third).map(({ keys: [code = '', name = ''], cells }, at) => {
      const parts = /^\d/.test(code) ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)] : [code, '', ''];
      return [String(at + 1), ...parts, name, ...cells, at === 3 ? '见说明' : ''];
    });
    const book = bookOf([
      sheetOf('支出', [
        ['2025年部门支出总体情况表'],
        ['编制单位：某局', '', '', '', '', '', '', '单位：万元'],
        ['序号', '功能分类科目编码', '', '', '科目名称', '支出合计', '基本支出', '项目支出', '备注'],
        ['', '类', '款', '项', '', '', '', ''],
        ...rows,
      ]),
    ]);
    expect(figures(book, 3)).toEqual(plain);
  });

  it('code and name in one column', () => {
    const rows = rowsOf(third).map(({ keys, cells }) => [keys.join(' ').trim(), ...cells]);
    const book = bookOf([
      sheetOf('支出', [
        ['2025年支出预算总表'],
        ['单位：万元'],
        ['功能分类科目', '合计', '基本支出', '项目支出'],
        ...rows,
      ]),
    ]);
    expect(figures(book, 3)).toEqual(plain);
  });

  it('names without any code', () => {
    const rows = rowsOf(third).map(({ keys: [code = '', name = ''], cells }) => [name === '' ? code : name, ...cells]);
    const book = bookOf([
      sheetOf('支出', [['2025年支出预算总表'], ['单位：万元'], ['科目名称', '合计', '基本支出', '项目支出'], ...rows]),
    ]);
    const listed = plain.filter((row) => codes.name('functional', /f:(\d+)/.exec(row)?.[1] ?? '') !== null);
    expect(figures(book, 3)).toEqual(expect.arrayContaining(listed));
  });

  it('heads again on each page, with sums of pages', () => {
    const rows = rowsOf(third).map(({ keys, cells }) => [...keys, ...cells]);
    const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
    const page = (from: number, to: number) => [...rows.slice(from, to), ['本页小计', '', '1.00', '1.00', '']];
    const book = bookOf([
      sheetOf('支出', [
        ['2025年支出预算总表'],
        ['单位：万元'],
        heads,
        ...page(0, 20),
        ['2025年支出预算总表（续）'],
        ['单位：万元'],
        heads,
        ...page(20, 99),
      ]),
    ]);
    expect(figures(book, 3)).toEqual(plain);
  });

  it('income of the unit in parts, current income before its parts, nil rows left out', () => {
    const first = bookOf([
      sheetOf('收支总表', [
        ['2025年部门收支总体情况表'],
        ['单位：万元'],
        ['收入', '', '支出', ''],
        ['项目', '预算数', '项目', '预算数'],
        ['一、一般公共预算拨款收入', '100.00', '一、一般公共服务支出', '80.00'],
        ['二、事业收入', '5.00', '二、卫生健康支出', '35.00'],
        ['三、其他收入', '6.00', '', ''],
        ['本年收入合计', '111.00', '本年支出合计', '115.00'],
        ['上年结转结余', '4.00', '结转下年', ''],
        ['收入总计', '115.00', '支出总计', '115.00'],
      ]),
    ]);
    expect(figures(first, 1)).toEqual([
      '0 generalPublic: 100',
      '0 ownFunds: 11',
      '0 ownFunds: 11',
      '0 current: 111',
      '0 carryover: 4',
      '0 total: 115',
      '1 class:201: 80 0 0',
      '1 class:210: 35 0 0',
      '1 current: 115 0 0',
      '1 yearEnd: 0 0 0',
      '1 total: 115 0 0',
    ]);
    const fourth = bookOf([
      sheetOf('财政拨款', [
        ['2025年财政拨款收支总体情况表'],
        ['单位：万元'],
        ['收入', '', '支出', '', '', '', ''],
        ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
        ['一、本年收入', '100.00', '一、本年支出', '104.00', '104.00', '', ''],
        ['（一）一般公共预算拨款', '100.00', '（一）一般公共服务支出', '104.00', '104.00', '', ''],
        ['二、上年结转', '4.00', '', '', '', '', ''],
        ['（一）一般公共预算拨款', '4.00', '', '', '', '', ''],
        ['收入总计', '104.00', '支出总计', '104.00', '104.00', '', ''],
      ]),
    ]);
    expect(figures(fourth, 4)).toEqual([
      '0 current: 100',
      '0 generalPublic: 100',
      '0 carryover: 4',
      '0 carryover.generalPublic: 4',
      '0 total: 104',
      '1 current: 104 104 0 0',
      '1 class:201: 104 104 0 0',
      '1 total: 104 104 0 0',
    ]);
  });

  it('a department’s table of codes, unit by unit: codes of all units are added up', () => {
    const book = bookOf([
      sheetOf('支出', [
        ['2025年部门支出总体情况表'],
        ['单位：万元'],
        ['单位编码', '单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['', '合计', '', '', '30.00', '10.00', '20.00'],
        ['044', '甲局', '', '', '10.00', '10.00', ''],
        ['044', '甲局', '208', '社会保障和就业支出', '10.00', '10.00', ''],
        ['044001', '乙中心', '', '', '20.00', '', '20.00'],
        ['044001', '乙中心', '208', '社会保障和就业支出', '20.00', '', '20.00'],
      ]),
    ]);
    expect([...new Set(figures(book, 3))]).toEqual(['0 total: 30 10 20', '0 f:208: 30 10 20']);
    const rules = auditOf(found(book), codes).findings.map(({ ruleId }) => ruleId);
    expect(rules).not.toContain('F-row-repeated');
    expect(rules).not.toContain('F-units-sum');
    expect(rules).not.toContain('T3-levels');
  });

  it('a department’s projects: units known by their own column, or by their names and sums', () => {
    const head = [
      '项目名称',
      '合计',
      '一般公共预算',
      '政府性基金预算',
      '国有资本经营预算',
      '财政专户管理资金',
      '单位资金',
    ];
    const projects = [
      ['部门合计', '60.00', '60.00'],
      ['甲县教育局', '30.00', '30.00'],
      ['校舍维修改造', '10.00', '10.00'],
      ['教师培训经费', '20.00', '20.00'],
      ['甲县第一中学', '30.00', '30.00'],
      ['实验室设备购置', '25.00', '25.00'],
      ['校园安全经费', '5.00', '5.00'],
    ];
    const top = [['2025年项目支出预算表（本年预算）'], ['单位：万元']];
    const keys = ['total', 'unit:1', 'project:1', 'project:2', 'unit:2', 'project:3', 'project:4'];
    const keysOf = (book: GridBook) => figures(book, 12).map((row) => /^0 (\S+):/.exec(row)?.[1]);
    expect(keysOf(bookOf([sheetOf('项目', [...top, head, ...projects])]))).toEqual(keys);
    let unit = '';
    const withUnits = projects.map(([name = '', ...amounts]) => {
      const isUnit = /局$|中学$/.test(name);
      if (isUnit) unit = name;
      return isUnit || name === '部门合计' ? [name, '', ...amounts] : [unit, name, ...amounts];
    });
    expect(keysOf(bookOf([sheetOf('项目', [...top, ['单位名称', ...head], ...withUnits])]))).toEqual(keys);
  });

  it('a number says which of the tables with the same heads it is, where no title does', () => {
    const untitled = [3, 5, 8].map((no) => draw(table(no), { title: '预算表', sheetName: `表${no}` }));
    expect(found(bookOf(untitled)).tables.map(({ no }) => no)).toEqual([3, 5, 8]);
  });

  it('without titles and numbers the rest is taken in published order, and called a guess', () => {
    const untitled = tables.map((each) =>
      draw({ ...each, form_label: null }, [3, 5, 8].includes(each.no) ? { title: '预算表', sheetName: '预算' } : {}),
    );
    const read = found(bookOf(untitled));
    expect(readBack(read)).toEqual(asPrinted(tables));
    expect(read.tables.filter(({ confidence }) => confidence === 'guess').map(({ no }) => no)).toEqual([3, 5, 8]);
  });
});
