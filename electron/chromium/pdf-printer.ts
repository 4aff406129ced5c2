/**
 * Prints HTML as PDF in a browser of its own, without window: a new page of the visible window would show itself to
 * the user. Runs no script and reaches nothing. The browser stays for a while, since a preview prints again and again.
 */
import type { Browser } from 'playwright-core';
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

  const stop = async () => {
    clearTimeout(idle);
    const browser = starting;
    starting = null;
    await (await browser?.catch(() => null))?.close();
  };
  const start = (executablePath: string): Promise<Browser> => {
    const launching = launch(executablePath);
    const forget = () => {
      if (starting === launching) starting = null;
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
        return await printPage(await starting, { html, plain }, signal);
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

async function printPage(
  browser: Browser,
  { html, plain }: PrintOrder,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (signal?.aborted) fail('CANCELLED');
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block' });
  const printing = (async () => {
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load', timeout: 0 });
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: !plain, outline: !plain });
  })();
  try {
    return await Promise.race([printing, aborted(signal)]);
  } finally {
    // A page in the middle of its work takes its time to close; whoever gave up does not wait for it.
    printing.catch(() => undefined);
    context.close().catch(() => undefined);
  }
}

/** Fails once the signal does. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new FailureError(failure('CANCELLED'))), { once: true });
  });
}
