import { hostname, userInfo } from 'node:os';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { TableModel } from '../../../shared/tables/model.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';
import { type ModelChanges, modelOf } from './model.fixture.ts';
import { layoutSheet } from './sheet-layout.ts';
import { renderWorkbook } from './workbook.ts';

const COLUMNS = ['项目/科目编码', '项目/科目名称', '#预算数/合计', '#预算数/基本支出'];
const ROWS = [
  ['合计', '', 12_352_390_000, null],
  ['208', '社会保障和就业支出', 52_580_000, -10_000],
  ['20805', '行政事业单位养老支出', 0, null],
];

const tables = (changes: ModelChanges = {}): TableModel[] => [
  modelOf(COLUMNS, ROWS, { no: 3, shortTitle: '支出总表', indents: [0, 0, 1], ...changes }),
  modelOf(['项目', '#合计'], [['因公出国（境）费', null]], {
    no: 10,
    shortTitle: '“三公”经费',
    title: '2027年“三公”经费表',
    note: '注：本表无数据',
    columnNumbers: true,
    page: { paper: 'A4', orientation: 'landscape' },
  }),
];

const NOW = new Date('2026-11-20T08:00:00Z');
const render = (list: readonly TableModel[]) =>
  renderWorkbook({ tables: list, unitName: '测试单位', year: 2027, now: NOW });

async function textsOf(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>();
  for (const sheet of await readWorkbook(bytes, 'out.xlsx')) {
    const rows: string[][] = [];
    for await (const row of sheet.rows()) {
      rows[row.number - 1] = Array.from(row.cells, (cell) =>
        cell ? `${cell.kind === 'number' ? '#' : ''}${cell.text}` : '',
      );
    }
    sheets.set(sheet.name, rows);
  }
  return sheets;
}

/** The XML of the n-th table's sheet; the index is sheet 1. */
async function sheetXml(list: readonly TableModel[], n: number): Promise<string> {
  return strFromU8(unzipSync(await render(list))[`xl/worksheets/sheet${n + 1}.xml`] ?? new Uint8Array());
}

describe('renderWorkbook', () => {
  it('writes every label as text, every amount as its number of 万元, and nothing at all for nil', async () => {
    const sheets = await textsOf(await render(tables()));
    expect(sheets.get('表3支出总表')).toEqual([
      ['预算公开表5'],
      ['2027年测试表'],
      ['单位名称：测试单位', '', '', '单位：万元'],
      ['项目', '', '预算数'],
      ['科目编码', '科目名称', '合计', '基本支出'],
      ['合计', '', '#12352.39'],
      ['208', '社会保障和就业支出', '#52.58', '#-0.01'],
      ['20805', '行政事业单位养老支出', '#0'],
    ]);
  });

  it('begins with a list of the tables that links to each and marks the empty ones', async () => {
    const bytes = await render(tables());
    const index = (await textsOf(bytes)).get('目录');
    expect(index?.slice(0, 2)).toEqual([
      ['2027年单位预算公开表'],
      ['单位名称：测试单位　　预算年度：2027年', '', '单位：万元'],
    ]);
    expect(index?.slice(3)).toEqual([
      ['表3', '2027年测试表'],
      ['表10', '2027年“三公”经费表', '无数据'],
    ]);
    const links = strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
    expect([...links.matchAll(/Target="([^"]*)"/g)].map((match) => match[1])).toEqual([
      '#表3支出总表!$A$1',
      '#表10三公经费!$A$1',
    ]);
  });

  it('prints the column numbers and the note where the table has them', async () => {
    const rows = (await textsOf(await render(tables()))).get('表10三公经费');
    expect(rows?.slice(3)).toEqual([['项目', '合计'], ['#1', '#2'], ['因公出国（境）费'], ['注：本表无数据']]);
  });

  it('merges the heads as the model spans them', async () => {
    const xml = await sheetXml(tables(), 1);
    const merged = [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map((match) => match[1]);
    expect(merged).toEqual(expect.arrayContaining(['A2:D2', 'A4:B4', 'C4:D4']));
  });

  it('writes the widths and heights that were measured', async () => {
    const [first] = tables();
    if (first === undefined) throw new Error('no table');
    const printed = (row: number, column: number) => first.rows[row]?.cells[column]?.text ?? '';
    const layout = layoutSheet(first, (row, column) => printed(row, column).replace(/(\d)(?=\d{3}\.)/, '$1,'));
    const xml = await sheetXml(tables(), 1);
    const widths = [...xml.matchAll(/<col [^>]*width="([^"]*)"/g)].map((match) => match[1]);
    expect(widths).toEqual(layout.columns.map(String));
    const heights = [...xml.matchAll(/<row [^>]* ht="([^"]*)"/g)].map((match) => match[1]);
    const { titleHeight, unitHeight, headHeights, rowHeights } = layout;
    expect(heights).toEqual([19, titleHeight, unitHeight, ...headHeights, ...rowHeights].map(String));
  });

  it('sets up A4 pages one sheet wide with repeated heads, a print area, page numbers and frozen heads', async () => {
    const list = tables();
    const files = unzipSync(await render(list));
    const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).replaceAll('&apos;', "'");
    expect(book).toContain(`'表3支出总表'!$1:$5`);
    expect(book).toContain(`'表3支出总表'!$A$1:$D$8`);
    const first = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(first).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="portrait"[^>]*fitToWidth="1"/);
    expect(first).toMatch(/<pane xSplit="2" ySplit="5"/);
    expect(first).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(strFromU8(files['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).toContain('orientation="landscape"');
  });

  it('lets a long table run over as many pages as it needs', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [String(2_080_000 + index), '名', null, null]);
    expect(await sheetXml([modelOf(COLUMNS, rows)], 1)).toContain('fitToHeight="0"');
    expect(await sheetXml(tables(), 1)).toContain('fitToHeight="1"');
  });

  it('keeps text that looks like a formula, a link or an escape as the text it is', async () => {
    const texts = [
      '=HYPERLINK("http://x","点")',
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      'http://a.b',
      "'引号",
      '_x000A_',
      '甲\n乙',
      '<&>"',
    ];
    const bytes = await render([
      modelOf(
        ['项目', '#合计'],
        texts.map((text) => [text, null]),
        { no: 1 },
      ),
    ]);
    expect((await textsOf(bytes)).get('表1测试表')?.slice(4)).toEqual(texts.map((text) => [text]));
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });

  it('names the unit and the document in the file, and neither the machine nor its user', async () => {
    const files = unzipSync(await render(tables()));
    const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:title>2027年单位预算公开表</dc:title>');
    expect(core).toContain('<dc:creator>测试单位</dc:creator>');
    expect(core).toContain('2026-11-20T08:00:00Z');
    expect(strFromU8(files['docProps/app.xml'] ?? new Uint8Array())).toContain('<Company>测试单位</Company>');
    const all = Object.values(files)
      .map((content) => strFromU8(content))
      .join('\n');
    for (const name of [hostname(), userInfo().username]) expect(all).not.toContain(`>${name}<`);
    expect(all).not.toMatch(/ExcelJS/i);
  });

  it('uses Chinese fonts only, in the theme too', async () => {
    const files = unzipSync(await render(tables()));
    const fonts = strFromU8(files['xl/styles.xml'] ?? new Uint8Array()).matchAll(/<name val="([^"]*)"/g);
    // exceljs names its default font itself; it is the theme's, whatever that name says.
    expect(new Set([...fonts].map((match) => match[1]))).toEqual(new Set(['Calibri', '宋体', '黑体']));
    expect(strFromU8(files['xl/theme/theme1.xml'] ?? new Uint8Array()).match(/latin typeface="([^"]*)"/g)).toEqual([
      'latin typeface="宋体"',
      'latin typeface="宋体"',
    ]);
  });

  it('tells how far it is and stops when told', async () => {
    const seen: string[] = [];
    const order = { tables: tables(), unitName: '甲', year: 2027, now: NOW };
    await renderWorkbook({ ...order, onSheet: (done, total) => void seen.push(`${done}/${total}`) });
    expect(seen).toEqual(['0/3', '1/3', '2/3']);
    const stop = new Error('stop');
    const onSheet = () => {
      throw stop;
    };
    await expect(renderWorkbook({ ...order, onSheet })).rejects.toBe(stop);
  });
});
