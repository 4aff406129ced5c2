import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedTables } from '../../../samples/published-workbook.fixture.ts';
import { asPrinted, readBack } from '../../../samples/read-back.fixture.ts';
import { createCodeBook } from '../../../shared/codes/index.ts';
import { NO_CORRECTIONS, recognise } from '../../../shared/foreign/recognise.ts';
import { cellName } from '../../../shared/foreign/sheet.ts';
import type { ForeignState } from '../../../shared/foreign/state-types.ts';
import { createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';
import { readForeign } from '../foreign/read-foreign.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';
import { createSampleBook } from '../new-book.ts';

/** Our own exported workbook of a sample, written by the program itself. */
async function exportOwn(test: TestCore, name: 'lanxian-2025' | 'invented-2025' = 'lanxian-2025'): Promise<void> {
  createSampleBook(join(test.folder, '示例.ysb'), name, { user: '张三', now: () => new Date() });
  test.choose = '示例.ysb';
  await test.call('book.open', { recentId: null });
  test.choose = '公开表.xlsx';
  await test.call('export.workbook', { budgetId: 1, jobId: 'a' });
  await test.call('book.close', {});
}

const open = (test: TestCore): Promise<ForeignState> => test.call('foreign.open', { jobId: 'b' });

describe('our own workbook', () => {
  it('gives the published figures exactly, cell by cell', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const state = await open(test);
      expect(state).toMatchObject({
        name: '公开表.xlsx',
        year: 2025,
        unitName: '岚县城乡环卫和市政服务中心',
        missing: [],
      });
      expect(state.pieces.map(({ no, confidence, lostRows }) => [no, confidence, lostRows])).toEqual(
        Array.from({ length: 13 }, (_, at) => [at + 1, 'sure', 0]),
      );
      const book = await readForeign(join(test.folder, '公开表.xlsx'), () => undefined);
      const codes = (year: number) => createCodeBook(year);
      const read = recognise(book, NO_CORRECTIONS, { codes, usualYear: 2025 });
      expect(readBack(read)).toEqual(asPrinted(publishedTables()));
    });
  });

  it('has nothing wrong but 尾差, names that repeat, a slip in a name and what the form itself prints', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { findings, counts, unmade } = await open(test);
      expect(counts).toMatchObject({ error: 0, warning: 0 });
      expect(unmade).toEqual([]);
      const others = findings.filter(({ rounding }) => !rounding).map(({ ruleId }) => ruleId);
      expect([...new Set(others)].sort()).toEqual(['F-head-words', 'F-project-repeated', 'F-slip']);
    });
  });
});

describe('a foreign workbook', () => {
  it('is not told that two government classes of one item stand in wrong order', async () => {
    await inCore(async (test) => {
      await exportOwn(test, 'invented-2025');
      expect((await open(test)).counts).toMatchObject({ error: 0, warning: 0 });
    });
  });

  it('needs no book, and is closed by the one who opened it', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { fileId } = await open(test);
      expect((await test.call('foreign.sheet', { fileId, sheet: 1 })).merges.length).toBeGreaterThan(0);
      await test.call('foreign.close', { fileId });
      expect((await failureOf(test.call('foreign.sheet', { fileId, sheet: 1 }))).code).toBe('NOT_FOUND');
    });
  });

  it('takes what the user says of a table, a column and the money, and takes it back', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const first = await open(test);
      const { fileId } = first;
      const piece = first.pieces[4]?.id ?? '';
      const none = await test.call('foreign.table', { fileId, piece, no: null, auto: false });
      expect(none.missing.map(({ no }) => no)).toEqual([5]);
      expect(none.unmade.length).toBeGreaterThan(0);
      const again = await test.call('foreign.table', { fileId, piece, no: null, auto: true });
      expect(again.pieces.map(({ no }) => no)).toEqual(first.pieces.map(({ no }) => no));
      const unused = await test.call('foreign.column', { fileId, piece, column: 3, slot: null });
      expect(unused.findings.map(({ ruleId }) => ruleId)).toContain('F-column-missing');
      const swapped = await test.call('foreign.column', { fileId, piece, column: 3, slot: '0.project' });
      expect(swapped.pieces[4]?.columns[3]).toMatchObject({ slot: '0.project', how: 'user' });
      await test.call('foreign.column', { fileId, piece, column: 3, slot: '0.basic' });
      const yuan = await test.call('foreign.money', { fileId, piece, money: 'yuan' });
      expect(yuan.findings.map(({ ruleId }) => ruleId)).toContain('F-scale');
      const wan = await test.call('foreign.money', { fileId, piece, money: 'wan' });
      expect(wan.counts).toEqual(first.counts);
    });
  });

  it('has its findings written as a workbook', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { fileId, findings } = await open(test);
      test.choose = '结果.xlsx';
      await test.call('foreign.export', { fileId, jobId: 'c' });
      const [list, tables] = await readWorkbook(await readFile(join(test.folder, '结果.xlsx')), '结果.xlsx');
      const rows: string[] = [];
      for await (const { cells } of list?.rows() ?? []) rows.push(cells.map((cell) => cell?.text ?? '').join('|'));
      expect(rows.length).toBe(findings.length + 3);
      const [first] = findings;
      expect(rows[3]).toContain(`${cellName(first?.cells[0] ?? { row: 0, column: 0 })}|${first?.message}`);
      expect(tables?.name).toBe('表的识别');
    });
  });
});

describe('prior-year figures from a foreign workbook', () => {
  it('are shown first, then taken into a budget in one step', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { fileId } = await open(test);
      await createBook(test);
      const { figures, year } = await test.call('foreign.prior', { fileId, budgetId: 1 });
      expect(year).toBe(2025);
      expect(figures.map(({ measure, amount, reason }) => [measure, amount ?? reason])).toEqual([
        ['income.total', 13_623_060_000],
        ['income.current', 12_352_390_000],
        ['income.carryover', 1_270_670_000],
        ['expenditure.total', 13_623_060_000],
        ['expenditure.basic', 291_730_000],
        ['expenditure.project', 13_331_330_000],
        ['general.total', 12_352_390_000],
        ['threePublic.total', 0],
        ['threePublic.abroad', 0],
        ['threePublic.reception', 0],
        ['threePublic.vehicle', 0],
        ['threePublic.vehiclePurchase', 0],
        ['threePublic.vehicleRunning', 0],
        ['agencyOperating.total', 0],
        ['procurement.total', '公开表中没有，请手工填写。'],
      ]);
      expect(figures.every(({ rounded, amount }) => rounded || amount === null)).toBe(true);
      const into = { unitId: null, year: null, stage: null };
      const measures = ['income.total', 'expenditure.basic'];
      const taken = await test.call('foreign.takePrior', { fileId, budgetId: 1, ...into, measures });
      expect(taken).toMatchObject({ budgetId: 1, filled: 2, state: { undo: '上年数取自“公开表.xlsx”' } });
      expect(
        (await listed(test, 'prior', 1)).map(({ measure, amount, rounded }) => [measure, amount, rounded]),
      ).toEqual([
        ['income.total', 13_623_060_000, true],
        ['expenditure.basic', 291_730_000, true],
      ]);
      const after = await test.call('foreign.prior', { fileId, budgetId: 1 });
      expect(after.figures[0]?.there).toBe(13_623_060_000);
      await test.call('history.undo', {});
      expect(await listed(test, 'prior', 1)).toEqual([]);
    });
  });

  it('begin a new budget, which one undo takes back, or a new book', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { fileId } = await open(test);
      await createBook(test);
      const measures = ['income.total'];
      const made = await test.call('foreign.takePrior', {
        fileId,
        budgetId: null,
        unitId: 1,
        year: 2026,
        stage: 'first',
        measures,
      });
      expect((await listed(test, 'prior', made.budgetId)).length).toBe(1);
      await test.call('history.undo', {});
      expect((await listed(test, 'budget', null)).length).toBe(1);

      test.choose = '新.ysb';
      const unit = { unitCode: '044', unitName: '环卫中心', level: 'county', unitKind: 'institution' };
      const state = await test.call('foreign.startBook', { fileId, ...unit, year: 2026, measures });
      expect(state.name).toBe('新.ysb');
      expect((await listed(test, 'prior', 1)).map(({ measure }) => measure)).toEqual(measures);
    });
  });

  it('are refused when the workbook does not have them, and nothing is changed', async () => {
    await inCore(async (test) => {
      await exportOwn(test);
      const { fileId } = await open(test);
      await createBook(test);
      const ask = { fileId, budgetId: 1, unitId: null, year: null, stage: null };
      const failure = await failureOf(test.call('foreign.takePrior', { ...ask, measures: ['procurement.total'] }));
      expect(failure).toMatchObject({
        code: 'INVALID_INPUT',
        sentence: expect.stringContaining('政府采购') as unknown,
      });
      expect(await listed(test, 'prior', 1)).toEqual([]);
    });
  });
});

describe('files that are no workbook', () => {
  it.each([
    ['旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '另存为 .xlsx'],
    [
      '加密.xlsx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      '打开密码',
    ],
    ['网页.xlsx', Buffer.from('<html><table></table></html>'), '网页'],
    ['文字.xlsx', Buffer.from('没有内容'), '不是压缩格式'],
    ['空.xlsx', Buffer.alloc(0), '不是压缩格式'],
  ])('%s is refused with what to do', async (name, bytes, reason) => {
    await inCore(async (test) => {
      writeFileSync(join(test.folder, name), bytes);
      test.choose = name;
      const failure = await failureOf(open(test));
      expect(failure).toMatchObject({ code: 'WRONG_FILE', sentence: expect.stringContaining(reason) as unknown });
      expect(failure.sentence).toContain(name);
    });
  });
});
