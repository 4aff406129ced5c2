import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sheetRow } from '../../shared/document/goals/sheets.fixture.ts';
import { add, createBook, failureOf, inCore } from '../core/core.fixture.ts';
import { pdfOutline, pdfTexts } from '../core/export/paper-text.fixture.ts';
import { findBrowser } from './find-browser.ts';
import { createPdfPrinter } from './pdf-printer.ts';

const printer = createPdfPrinter(findBrowser());
afterAll(() => printer.close());

const NEW = { id: null, revision: null, position: null } as const;
const SHEETS = 105;

it('a document with very many goal sheets is printed in parts, put together, and not printed from the window', async () => {
  await inCore(async (test) => {
    await createBook(test);
    const dates = { startsOn: null, endsOn: null, continues: false };
    const rest = { ...dates, code: null, category: 'operations', confidential: false, note: null, lineage: null };
    const names = Array.from({ length: SHEETS }, (_, at) => `第${at + 1}号项目`);
    const projects = await add(test, 'project', 1, names.map((name) => ({ ...NEW, ...rest, name })) as never);
    const sheets = projects.map(({ id }) => {
      const { parentId: _, ...sheet } = sheetRow({ projectId: id });
      return { ...sheet, ...NEW };
    });
    await add(test, 'goalSheet', 1, sheets as never);
    let largest = 0;
    test.printPdf = (html, ...order) => {
      largest = Math.max(largest, html.split('<section').length - 1);
      return printer.print(html, ...order);
    };
    test.choose = '公开.pdf';
    await test.call('export.pdf', { budgetId: 1, jobId: 'j' });
    expect(largest).toBeLessThan(20);
    const pdf = readFileSync(join(test.folder, '公开.pdf'));
    const pages = await pdfTexts(pdf);
    const at = pages.findIndex((text) => /编号:[^第]*-105/.test(text)) + 1;
    expect(at).toBeGreaterThan(SHEETS);
    const number = /—(\d+)—/.exec(pages[at - 1] ?? '')?.[1];
    expect(pages.join('')).toMatch(new RegExp(`-105第105号项目${number}`));
    const entries = (await pdfOutline(pdf))
      .flatMap((part) => [part, ...part.items])
      .flatMap((each) => [each, ...each.items]);
    expect(entries.find(({ text }) => text === '第105号项目')).toMatchObject({ page: at });
    expect(await failureOf(test.call('document.html', { budgetId: 1 }))).toMatchObject({ code: 'TOO_LONG_TO_PRINT' });
  });
});
