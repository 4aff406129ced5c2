/**
 * Two windows for measuring what a user feels: the program over a book of 100,000 lines, and a bare page that does next
 * to nothing. Both headless and without a GPU; while one is measured, the other stands still.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../electron/chromium/find-browser.ts';
import { openWindow } from '../../../electron/chromium/open-window.ts';
import { openCore } from '../../../electron/core/open-core.ts';
import type { Bridge } from '../../../shared/api/bridge.ts';
import { type CallFunction, createClient } from '../../../shared/api/client.ts';
import { buildRenderer } from '../../renderer.ts';
import { ROOT } from '../../run.ts';
import { temporaryFolder, writeLargeBook } from '../large-book.ts';

const LINES = 100_000;
const VIEW = { width: 1366, height: 768 };

/** A page with the browser's own protocol beside it. */
export interface Driven {
  readonly page: Page;
  readonly protocol: CDPSession;
}

export interface Windows {
  /** On the page 支出, all lines there, the table beside them. */
  readonly ours: Driven & { readonly call: CallFunction };
  readonly bare: Driven;
  close(): Promise<void>;
}

/** @param html body of the bare page */
export async function openWindows(html: string): Promise<Windows> {
  await buildRenderer();
  const browser = findBrowser();
  if (browser === null) throw new Error('no browser');
  const folder = temporaryFolder();
  const book = path.join(folder, '大账套.ysb');
  writeLargeBook(book, LINES);
  const opened = await openWindow({
    browser,
    built: path.join(ROOT, 'out', 'renderer'),
    dataFolder: path.join(folder, 'data'),
    headless: true,
    asker: async () => book,
    openCore,
  });
  const reference = await chromium.launch({ executablePath: browser, chromiumSandbox: false });
  const barePage = await reference.newPage({ viewport: VIEW });
  await barePage.setContent(html);
  const { page, context } = opened;
  await page.setViewportSize(VIEW);
  // The program has put the bridge there before the page's first script.
  const call = createClient((name, input) =>
    page.evaluate(
      ([called, given]) => (globalThis as unknown as { readonly yusuan: Bridge }).yusuan.call(called, given),
      [name, input] as const,
    ),
  );
  await page.getByRole('button', { name: '打开账套' }).click();
  await page.keyboard.press('Alt+4');
  await page.getByRole('grid', { name: '支出' }).waitFor();
  await page.locator('.sheet-table').waitFor();
  return {
    ours: { page, call, protocol: await context.newCDPSession(page) },
    bare: { page: barePage, protocol: await barePage.context().newCDPSession(barePage) },
    close: async () => {
      await reference.close();
      await opened.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The value that `share` of all do not exceed. In: at least one number; 0.99 for p99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
