/**
 * Prints HTML as PDF in a browser of its own, without window: a new page of the visible window would show itself to
 * the user. Runs no script and reaches nothing. The browser stays for a while, since a preview prints again and again.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { FailureError, fail, failure } from '../../shared/api/failure.ts';
import { SEALED } from './launch-options.ts';

export interface PdfPrinter {
  /** As `printPdf` of the port. @throws FailureError NO_BROWSER; CANCELLED when `signal` aborts. */
  print(html: string, signal?: AbortSignal, plain?: boolean): Promise<Uint8Array>;
  close(): Promise<void>;
}

const IDLE_MS = 120_000;

/** Starts the browser `path` at the first print; null where there is none. */
export function createPdfPrinter(path: string | null): PdfPrinter {
  let starting: Promise<Browser> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let busy = 0;
  /** Pages that have printed and print no more. */
  let ready: Sheet[] = [];

  const stop = async () => {
    clearTimeout(idle);
    const browser = starting;
    starting = null;
    ready = [];
    await (await browser?.catch(() => null))?.close();
  };
  const start = (executablePath: string): Promise<Browser> => {
    const launching = launch(executablePath);
    const forget = () => {
      if (starting !== launching) return;
      starting = null;
      ready = [];
    };
    // One that crashed or did not start is started anew at the next print.
    launching.then((browser) => browser.on('disconnected', forget), forget);
    return launching;
  };

  return {
    async print(html, signal, plain = false) {
      if (path === null) return fail('NO_BROWSER');
      clearTimeout(idle);
      starting ??= start(path);
      busy += 1;
      try {
        return await printPage(await starting, ready, { html, plain }, signal);
      } finally {
        busy -= 1;
        if (busy === 0) idle = setTimeout(() => void stop(), IDLE_MS).unref();
      }
    },
    close: stop,
  };
}

async function launch(executablePath: string): Promise<Browser> {
  // Read only for the first print: it would make the start of the program a quarter longer.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    // A loaded machine with a cold disk takes longer than Playwright's half minute.
    timeout: 120_000,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...SEALED],
  });
}

interface PrintOrder {
  readonly html: string;
  readonly plain: boolean;
}

/** A page to print with. A new one has to start a process and to read the typefaces: twice the work of printing a few pages. */
interface Sheet {
  readonly context: BrowserContext;
  readonly page: Page;
  uses: number;
}

/** A process keeps memory of what it printed: it is left after so many printings, or one of so many characters. */
const MOST_USES = 30;
const LONG = 1_000_000;

async function newSheet(browser: Browser): Promise<Sheet> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block' });
  return { context, page: await context.newPage(), uses: 0 };
}

/** Prints with a page that lies ready, or a new one, and lays it back. */
async function printPage(
  browser: Browser,
  ready: Sheet[],
  { html, plain }: PrintOrder,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (signal?.aborted) fail('CANCELLED');
  const sheet = ready.pop() ?? (await newSheet(browser));
  sheet.uses += 1;
  const printing = (async () => {
    await sheet.page.setContent(html, { waitUntil: 'load', timeout: 0 });
    return sheet.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: !plain, outline: !plain });
  })();
  let lasts = false;
  try {
    const pdf = await Promise.race([printing, aborted(signal)]);
    lasts = sheet.uses < MOST_USES && html.length < LONG;
    return pdf;
  } finally {
    if (lasts) ready.push(sheet);
    else {
      // A page in the middle of its work takes its time to close; whoever gave up does not wait for it.
      printing.catch(() => undefined);
      sheet.context.close().catch(() => undefined);
    }
  }
}

/** Fails once the signal does. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new FailureError(failure('CANCELLED'))), { once: true });
  });
}
