import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetRow } from '../../../shared/document/goals/sheets.fixture.ts';
import { optionsKey } from '../../../shared/document/options.ts';
import { add, createBook, failureOf, inCore } from '../core.fixture.ts';
import { docxTexts } from '../export/docx/docx-text.fixture.ts';

const NOTHING = new Uint8Array();
const NEW = { id: null, revision: null, position: null } as const;

const LINE = {
  ...NEW,
  side: 'income',
  origin: 'current',
  fund: 'generalPublic',
  functional: '2120501',
  revenue: null,
  nature: null,
  deptEconomic: null,
  govEconomic: null,
  use: null,
  projectId: null,
  amount: 500_000_00,
  note: null,
} as const;

describe('the document of a budget', () => {
  it('says what is missing, follows its lines, and keeps the user’s words', () =>
    inCore(async (test) => {
      await createBook(test);
      const before = await test.call('document.get', { budgetId: 1 });
      expect(before.missing.map(({ text }) => text)).toContain('单位职责没有填写。');
      expect(before.narrative.figures['income.total']?.text).toBe('0.00万元');
      await add(test, 'line', 1, [LINE as never]);
      const words = {
        id: null,
        revision: null,
        position: null,
        section: 'income.sources',
        text: '收入{income.total}。',
      };
      await add(test, 'narrative', 1, [words]);
      const { narrative } = await test.call('document.get', { budgetId: 1 });
      expect(narrative.figures['income.total']?.text).toBe('50.00万元');
      const section = narrative.sections.find(({ id }) => id === 'income');
      expect(section?.parts[0]).toMatchObject({ own: '收入{income.total}。' });
    }));

  it('bears 草稿 until the budget is locked, unless its options say no', () =>
    inCore(async (test) => {
      await createBook(test);
      const watermark = async () => (await test.call('document.get', { budgetId: 1 })).watermark;
      expect(await watermark()).toBe('草稿');
      await test.call('settings.set', { key: optionsKey(1), value: JSON.stringify({ draftMark: false }) });
      expect(await watermark()).toBeNull();
      await test.call('settings.set', { key: optionsKey(1), value: '{broken' });
      expect(await watermark()).toBe('草稿');
    }));

  it('prints the tables that lie across on A3 where its options say so, and no other page', () =>
    inCore(async (test) => {
      await createBook(test);
      test.choose = '公开.docx';
      const papers = async () => {
        await test.call('export.docx', { budgetId: 1, jobId: 'a' });
        const xml = strFromU8(unzipSync(readFileSync(join(test.folder, '公开.docx')))['word/document.xml'] ?? NOTHING);
        return [...xml.matchAll(/<w:pgSz ([^>]*?)\/?>/g)].map(([, size]) => size);
      };
      const before = await papers();
      expect(before.filter((size) => size === 'w:w="16838" w:h="11906" w:orient="landscape"')).toHaveLength(3);
      await test.call('settings.set', { key: optionsKey(1), value: JSON.stringify({ widePaper: 'A3' }) });
      const wide = before.map((size) => size?.replace('w:w="16838" w:h="11906"', 'w:w="23811" w:h="16838"'));
      expect(await papers()).toEqual(wide);
    }));

  it('is written as docx without a browser, and as PDF not: the file that was there stays', () =>
    inCore(async (test) => {
      await createBook(test);
      test.choose = '公开.docx';
      await test.call('export.docx', { budgetId: 1, jobId: 'a' });
      expect(docxTexts(readFileSync(join(test.folder, '公开.docx'))).join('')).toContain('第三部分');
      test.choose = '公开.pdf';
      expect(await failureOf(test.call('export.pdf', { budgetId: 1, jobId: 'a' }))).toMatchObject({
        code: 'NO_BROWSER',
      });
      test.choose = null;
      expect(await failureOf(test.call('export.docx', { budgetId: 1, jobId: 'a' }))).toMatchObject({
        code: 'CANCELLED',
      });
    }));

  it('names a confidential project nowhere, neither in its tables nor on a goal sheet, and leaves no money out', () =>
    inCore(async (test) => {
      await createBook(test);
      const project = { ...NEW, code: null, category: 'operations', startsOn: null, endsOn: null, continues: false };
      const [open, hidden] = await add(test, 'project', 1, [
        { ...project, name: '道路清扫', confidential: false, note: null, lineage: null } as never,
        { ...project, name: '密级工程', confidential: true, note: null, lineage: null } as never,
      ]);
      const spent = { ...LINE, side: 'expenditure', nature: 'project' };
      await add(test, 'line', 1, [
        { ...spent, projectId: open?.id } as never,
        { ...spent, projectId: hidden?.id } as never,
      ]);
      for (const made of [open, hidden]) {
        const { parentId: _, ...sheet } = sheetRow({ projectId: made?.id ?? null, overview: `${made?.name}的概述` });
        await add(test, 'goalSheet', 1, [{ ...sheet, ...NEW } as never]);
      }
      test.choose = '公开.docx';
      await test.call('export.docx', { budgetId: 1, jobId: 'a' });
      const text = docxTexts(readFileSync(join(test.folder, '公开.docx'))).join('');
      expect(text).toContain('道路清扫的概述');
      expect(text).toContain('其他项目50.00');
      expect(text).not.toContain('密级工程');
      const { tables } = await test.call('table.all', { budgetId: 1 });
      expect(JSON.stringify(tables)).not.toContain('密级工程');
    }));

  it('is of no budget that is not there', () =>
    inCore(async (test) => {
      await createBook(test);
      expect(await failureOf(test.call('document.get', { budgetId: 9 }))).toMatchObject({ code: 'NOT_FOUND' });
    }));
});
