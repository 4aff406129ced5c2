/** Printing without us: the reference of what prints. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { SEALED } from '../../electron/chromium/launch-options.ts';
import { createPdfPrinter } from '../../electron/chromium/pdf-printer.ts';

/** Our printer, which remembers the HTML it printed last, and a bare page.pdf() of that HTML in a browser of its own. */
export async function printers() {
  const executablePath = findBrowser() ?? '';
  const printer = createPdfPrinter(executablePath);
  const browser = await chromium.launch({
    executablePath,
    args: [...SEALED],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  let html = '';
  const print: typeof printer.print = (text, ...rest) => {
    html = text;
    return printer.print(text, ...rest);
  };
  return {
    print,
    bare: async () => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      await page.close();
    },
    close: () => Promise.all([printer.close(), browser.close()]),
  };
}
