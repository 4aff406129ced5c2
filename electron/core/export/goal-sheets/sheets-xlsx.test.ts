import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lineUnderTitle, type PrintedSheet, printedSheets } from '../../../../shared/document/goals/printed-sheet.ts';
import { sheetRow, textsOf, tortureFacts } from '../../../../shared/document/goals/sheets.fixture.ts';
import type { Job } from '../../context.ts';
import { comparable } from '../paper-text.fixture.ts';
import { sheetsXlsx } from './sheets-xlsx.ts';
import { worksheetPages } from './worksheet-pages.ts';

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, check: () => undefined };

function bytesOf(sheets: readonly PrintedSheet[]): Promise<Uint8Array> {
  return sheetsXlsx({ sheets, unitName: '测试单位', year: 2025, now: new Date(0), job: JOB });
}

async function written(sheets: readonly PrintedSheet[]): Promise<exceljs.Workbook> {
  const bytes = await bytesOf(sheets);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** A merged block, or a single cell, as it stands on the worksheet. */
interface Block {
  readonly text: string;
  readonly size: number;
  /** Pixels at the narrowest, points. */
  readonly width: number;
  readonly height: number;
  readonly wraps: boolean;
}

const NARROWEST = 7;

function blocksOf(sheet: exceljs.Worksheet): readonly Block[] {
  const blocks = new Map<
    string,
    { text: string; size: number; wraps: boolean; columns: Set<number>; rows: Set<number> }
  >();
  sheet.eachRow({ includeEmpty: false }, (row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      const { master } = cell;
      const block = blocks.get(master.address) ?? {
        text: master.text,
        size: master.font?.size ?? 0,
        wraps: master.alignment?.wrapText === true,
        columns: new Set(),
        rows: new Set(),
      };
      block.columns.add(cell.fullAddress.col);
      block.rows.add(cell.fullAddress.row);
      blocks.set(master.address, block);
    }),
  );
  const sum = (numbers: Iterable<number>, of: (at: number) => number) =>
    [...numbers].reduce((all, at) => all + of(at), 0);
  return [...blocks.values()].map(({ columns, rows, ...rest }) => ({
    ...rest,
    width: sum(columns, (column) => (sheet.getColumn(column).width ?? 0) * NARROWEST),
    height: sum(rows, (row) => sheet.getRow(row).height ?? 0),
  }));
}

/** Lines as Excel draws them, character by character: an independent reading that knows nothing of how heights came about. */
function linesOf(text: string, pixels: number, size: number): number {
  const ideograph = Math.round(size * (96 / 72)) + 1;
  return text.split('\n').reduce((all, paragraph) => {
    let [lines, used] = [1, 0];
    for (const character of paragraph) {
      const width = character > '\u2000' ? ideograph : Math.ceil(ideograph / 2);
      if (used + width > pixels) [lines, used] = [lines + 1, 0];
      used += width;
    }
    return all + lines;
  }, 0);
}

describe.each(['costUnderOutput', 'costFirst'])('a worksheet of the form %s', (form) => {
  const facts = tortureFacts(form);
  const [sheet] = printedSheets(facts);
  if (sheet === undefined) throw new Error('no sheet');

  it('holds every text, cut only between pages, and no cell is lower or narrower than its text', async () => {
    const [worksheet] = (await written([sheet])).worksheets;
    if (worksheet === undefined) throw new Error('no worksheet');
    const blocks = blocksOf(worksheet);
    const whole = comparable(blocks.map(({ text }) => text).join(''));
    const { pages } = worksheetPages({ ...sheet, running: [lineUnderTitle(sheet, ''), sheet.running] });
    const planned = pages.flatMap(({ headRows, rows }) => [...headRows, ...rows]).flatMap(({ cells }) => cells);
    expect(planned.filter(({ text, style }) => style !== 'amount' && !whole.includes(comparable(text)))).toEqual([]);
    const low = blocks.filter(({ text, width, height, size, wraps }) => {
      return wraps && linesOf(text, width - 6, size) * size * 1.3 > height;
    });
    expect(low).toEqual([]);
    const rows = worksheet.getRows(1, worksheet.rowCount) ?? [];
    expect(rows.filter(({ height }) => !(height > 0 && height <= 409)).map(({ number }) => number)).toEqual([]);
  });

  it('breaks where its pages end, and prints the head on each', async () => {
    const { pages } = worksheetPages({ ...sheet, running: [lineUnderTitle(sheet, ''), sheet.running] });
    const files = unzipSync(await bytesOf([sheet]));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(pages.length).toBeGreaterThan(5);
    expect(text('xl/worksheets/sheet1.xml').match(/<brk [^>]*man="1"/g)).toHaveLength(pages.length - 1);
    expect(text('xl/workbook.xml')).toMatch(/_xlnm.Print_Titles[^<]*>[^<]*!\$1:\$3</);
    expect(text('xl/styles.xml')).toMatch(/<fonts[^>]*><font><sz val="10"\/><name val="Arial"\/><\/font>/);
  });
});

it('texts that are not cut stand in one cell each', async () => {
  const facts = tortureFacts();
  const short = {
    ...facts,
    sheets: facts.sheets.map((sheet) => ({ ...sheet, overview: '短', implGoal: '短', plan: '短' })),
    indicators: [],
  };
  const workbook = await written(printedSheets(short));
  const cells = workbook.worksheets.flatMap((sheet) => blocksOf(sheet).map(({ text }) => comparable(text)));
  const wanted = textsOf(short).map(comparable);
  expect(wanted.filter((text) => !cells.some((cell) => cell.includes(text)))).toEqual([]);
});

it('several sheets have an index with links, and names that tell projects of one name apart', async () => {
  const sheets = printedSheets({
    ...tortureFacts(),
    projects: [1, 2].map((id) => ({ id, name: `供热/补贴[${'很长的名称'.repeat(8)}]` })),
    sheets: [1, 2, 3].map((id) => sheetRow({ id, projectId: id > 2 ? null : id })),
    indicators: [],
  });
  const workbook = await written(sheets);
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names.map((name) => name.slice(0, 7))).toEqual(['目录', '目标000整体', '目标001供热', '目标002供热']);
  expect(names.filter((name) => name.length > 31 || /[^\p{L}\p{N}_]/u.test(name))).toEqual([]);
  const links = [3, 4, 5].map((row) => workbook.worksheets[0]?.getCell(row, 3).hyperlink);
  expect(links).toEqual(names.slice(1).map((name) => `#${name}!$A$1`));
});
