/** The sample's whole disclosure as PDF, page numbers in its contents included, beside a bare page.pdf() of the same HTML. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { SEALED } from '../../electron/chromium/launch-options.ts';
import { createPdfPrinter } from '../../electron/chromium/pdf-printer.ts';
import { createSampleBook } from '../../electron/core/new-book.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { createClient } from '../../shared/api/client.ts';
import type { Benchmark } from './harness.ts';

export const disclosure: Benchmark = {
  name: 'whole disclosure printed again',
  goal: { atMost: 1.5 },
  rounds: 5,
  prepare: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
    const path = join(folder, '示例.ysb');
    const maker = { user: 'bench', now: () => new Date() };
    createSampleBook(path, 'lanxian-2025', maker);
    const executablePath = findBrowser() ?? '';
    const printer = createPdfPrinter(executablePath);
    const browser = await chromium.launch({
      executablePath,
      args: [...SEALED],
      chromiumSandbox: process.getuid?.() !== 0,
    });
    let html = '';
    const core = openCore({
      ...maker,
      chooseOpen: async () => path,
      chooseSave: async ({ suggestedName }) => join(folder, suggestedName),
      chooseFolder: async () => folder,
      printPdf: (text, ...rest) => {
        html = text;
        return printer.print(text, ...rest);
      },
      reveal: async () => undefined,
      emit: () => undefined,
      dataFolder: join(folder, 'data'),
    });
    const call = createClient(core.dispatch);
    await call('book.open', { recentId: null });
    // As in the window: the numbers of the last printing are at hand.
    const ours = () => call('document.preview', { budgetId: 1 });
    await ours();
    return {
      ours,
      reference: async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.setContent(html);
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
        await page.close();
      },
      done: async () => {
        await core.close();
        await Promise.all([printer.close(), browser.close()]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
