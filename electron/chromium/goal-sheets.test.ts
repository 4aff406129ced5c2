import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { printedSheets } from '../../shared/document/goals/printed-sheet.ts';
import { pagedSheet, sheetSection } from '../../shared/document/goals/sheet-pages.ts';
import { bare, sheetRow, textsOf, tortureFacts } from '../../shared/document/goals/sheets.fixture.ts';
import { renderHtml } from '../../shared/document/html.ts';
import { pageSize } from '../../shared/document/page.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { inCore, type TestCore } from '../core/core.fixture.ts';
import { createTortureBook, sheetFacts } from '../core/export/goal-sheets/book-sheets.fixture.ts';
import { sheetsPdf } from '../core/export/goal-sheets/sheets-pdf.ts';
import { comparable, pdfLinks, pdfOutline, pdfTexts } from '../core/export/paper-text.fixture.ts';
import { readPlaces } from '../core/export/pdf/page-numbers.ts';
import { findBrowser } from './find-browser.ts';
import { SEALED } from './launch-options.ts';
import { createPdfPrinter } from './pdf-printer.ts';

const printer = createPdfPrinter(findBrowser());
afterAll(() => printer.close());

async function exported(test: TestCore, name = '目标.pdf'): Promise<readonly string[]> {
  test.choose = name;
  test.printPdf = printer.print;
  await test.call('export.goalSheets', { budgetId: 1, sheets: [], format: 'pdf', each: false, jobId: 'j' });
  return pdfTexts(readFileSync(join(test.folder, name)));
}

/** Readers turn what is written from right to left around, each in its own way. */
const RIGHT_TO_LEFT = /[\u0590-\u06ff]+/g;
const readable = (text: string) => comparable(text).replace(RIGHT_TO_LEFT, '');

describe('goal sheets printed by a browser', () => {
  it('of the sample book have every character of every text, each page where the index says', async () => {
    await inCore(async (test) => {
      await test.call('book.openSample', { which: 'lanxian-2025' });
      const facts = await sheetFacts(test);
      const pages = await exported(test);
      const whole = pages.join('');
      expect(
        textsOf(facts)
          .map(comparable)
          .filter((text) => !whole.includes(text)),
      ).toEqual([]);
      const index = pages.slice(0, 2).join('');
      let page = pages.findIndex((text) => text.includes(comparable('编号：044-2025-000'))) + 1;
      expect(page).toBe(3);
      for (const [at, sheet] of printedSheets(facts).entries()) {
        expect(pages[page - 1]).toContain(comparable(`编号：${sheet.number}`));
        expect(pages[page - 1]).toContain(comparable('第 1 页'));
        const amount = sheet.annualTotal === null ? '' : formatYuan(sheet.annualTotal, { group: true });
        expect(index).toContain(comparable(`${at + 1}${sheet.number}${sheet.subject}${amount}${page}`));
        page += pagedSheet(sheet).pages.length;
      }
      expect(page - 1).toBe(pages.length);
    });
  });

  it('are put together from parts with their outline, and their index leads to them and names their pages', async () => {
    const facts = tortureFacts();
    const sheets = printedSheets({
      ...facts,
      projects: [1, 2, 3].map((id) => ({ id, name: `项目${id}` })),
      sheets: [1, 2, 3].map((id) => sheetRow({ id, projectId: id, overview: '长'.repeat(id === 1 ? 3000 : 30) })),
      indicators: [],
    });
    const job = { signal: new AbortController().signal, progress: () => undefined, check: () => undefined };
    const order = { sheets, unitName: '测试单位', year: 2025, print: printer.print, job };
    const [joined, whole] = [await sheetsPdf({ ...order, atOnce: 2 }), await sheetsPdf(order)];
    expect(await pdfTexts(joined)).toEqual(await pdfTexts(whole));
    expect(await readPlaces(joined)).toMatchObject(await readPlaces(whole));
    expect(await pdfOutline(joined)).toEqual(await pdfOutline(whole));
    expect(await pdfOutline(joined)).toMatchObject([{ text: '项目1' }, { text: '项目2' }, { text: '项目3' }]);
    expect(await pdfLinks(joined)).toEqual(await pdfLinks(whole));
    expect(await pdfLinks(joined)).toEqual([['goal_1', 'goal_2', 'goal_3'], [], [], [], []]);
  });

  it.each(['costUnderOutput', 'costFirst'])(
    'of the form %s lose no character of 3,000, of rare signs or of 40 indicators',
    async (form) => {
      await inCore(async (test) => {
        await createTortureBook(test, form);
        const pages = await exported(test);
        const planned = printedSheets(await sheetFacts(test)).flatMap((sheet) => pagedSheet(sheet).pages);
        expect(pages).toHaveLength(planned.length);
        // Every cell is found on its page whole; that the cells hold every text is tested where they are made.
        const lost = planned.flatMap(({ headRows, rows }, at) => {
          const text = pages[at]?.replace(RIGHT_TO_LEFT, '') ?? '';
          return [...headRows, ...rows]
            .flatMap(({ cells }) => cells.filter((cell) => !text.includes(readable(cell.text))))
            .map((cell) => `${at + 1}: ${cell.text}`);
        });
        expect(lost).toEqual([]);
        for (const letter of bare('שלוםمرحبا')) expect(pages.join('')).toContain(letter);
      });
    },
  );

  it('stand in cells none of which is cut off', async () => {
    const browser = await chromium.launch({
      executablePath: findBrowser() ?? '',
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...SEALED],
    });
    try {
      const page = await browser.newPage();
      await page.emulateMedia({ media: 'print' });
      for (const form of ['costUnderOutput', 'costFirst']) {
        const sections = printedSheets(tortureFacts(form)).map((sheet) => sheetSection(pagedSheet(sheet)));
        const { inner } = pageSize(sections[0] ?? { paper: 'A4', orientation: 'portrait', margins: 'form' });
        await page.setViewportSize({ width: Math.floor((inner.width * 96) / 25.4), height: 900 });
        await page.setContent(renderHtml({ title: '', watermark: null, sections }));
        const measured: { rows: number; cut: number } = await page.evaluate(MEASURE);
        expect(measured).toMatchObject({ cut: 0 });
        expect(measured.rows).toBeGreaterThan(60);
      }
    } finally {
      await browser.close();
    }
  });
});

/** Counts rows, and cells whose text does not fit into them. */
const MEASURE = `(() => {
  const rows = [...document.querySelectorAll('tr')];
  const isCut = (cell) => cell.scrollHeight > cell.clientHeight + 1 || cell.scrollWidth > cell.clientWidth + 1;
  const cells = rows.flatMap((row) => [...row.children]);
  return { rows: rows.length, cut: cells.filter(isCut).length };
})()`;
