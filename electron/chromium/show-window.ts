/** Opens the program in an installed Chromium over a pipe: the core here, the window there, nothing listening anywhere. */
import { mkdirSync } from 'node:fs';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { Core } from '../core/core.ts';
import type { Port } from '../core/port.ts';
import { openBuiltFiles } from '../core/shell/built-files.ts';
import { type Browser, startBrowser } from './browser.ts';
import type { DevTools } from './devtools.ts';
import { createPages, type Pages } from './pages.ts';
import { createPdfPrinter } from './pdf-printer.ts';
import type { Place } from './places.ts';
import { type Asker, createPort } from './port.ts';

export interface WindowAsk {
  /** Path of the browser to start. */
  readonly browser: string;
  /** Folder with the built window. */
  readonly built: string;
  /** The program's own files; the browser's profile is kept in it, too. */
  readonly dataFolder: string;
  readonly headless: boolean;
  /** Answers questions for a path; what it leaves open is asked in the window. */
  readonly asker: Asker;
  /** Where the chooser in the window starts; by default the user's own folders. */
  readonly places?: () => readonly Place[];
  /** Called while the browser is starting, so that loading the core's code costs no time of its own. */
  readonly openCore: (port: Port) => Core | Promise<Core>;
  /** Hears each address that was refused. */
  readonly refused?: (url: string) => void;
  /** How long a browser may take to show the window before another one is started, in ms. */
  readonly startLimit?: number;
}

export interface ShownWindow {
  /** The pipe, for a second client: tests drive the window through it. */
  readonly devtools: DevTools;
  /** Resolves when the last window is closed and the book is closed behind it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** The browser with its pages, not yet known to work. */
interface Attempt {
  readonly browser: Browser;
  readonly pages: Pages;
}

/** A cold start from a slow disk takes some seconds; a browser that hangs never comes. */
const START_LIMIT_MS = 25_000;
/**
 * Now and then, on a busy computer, what was said to the first page before it had a process of its own is lost, and it
 * never answers: another browser is quicker. That one is waited for to the end, since the computer may only be slow.
 */
const ANSWER_LIMIT_MS = 8_000;

/** Starts core and window, both at once. Rejects when either does not start; the other one is closed again then. */
export async function showWindow(ask: WindowAsk): Promise<ShownWindow> {
  mkdirSync(ask.dataFolder, { recursive: true });
  let shown: Attempt | null = null;
  const emit = (event: CoreEvent) => shown?.pages.broadcast(event);
  const printer = createPdfPrinter(ask.browser);
  const port = createPort({ dataFolder: ask.dataFolder, emit, asker: ask.asker, places: ask.places, printer });
  const core = Promise.resolve().then(() => ask.openCore(port));
  let standing: Attempt | null = null;
  let closing: Promise<unknown> | null = null;
  /** The book is closed with the last page: ending the browser takes longer, and another window may be waiting for it. */
  const closeCore = () => {
    port.chooser.cancelAll();
    closing ??= Promise.all([core.then((open) => open.close()), printer.close()]);
    return closing;
  };

  const limit = ask.startLimit ?? START_LIMIT_MS;
  const start = (freshProfile: boolean): Attempt => {
    // First of all, so that the browser is on its way while everything else is read.
    const browser = startBrowser({ ...ask, freshProfile });
    const attempt: Attempt = {
      browser,
      pages: createPages({
        devtools: browser.devtools,
        files: openBuiltFiles(ask.built),
        headless: ask.headless,
        answerLimit: freshProfile ? limit : ANSWER_LIMIT_MS,
        answer: async ({ name, input }) => (await core).dispatch(name, input),
        refused: ask.refused ?? (() => undefined),
        onLast: () => {
          // An attempt that was given up is not the program's last window.
          if (standing === attempt) closeCore().catch(() => undefined);
          void browser.close();
        },
      }),
    };
    shown = attempt;
    return attempt;
  };

  try {
    standing = await opened(start, limit);
    const { browser } = standing;
    await core.catch(async (error: unknown) => {
      await browser.close();
      throw error;
    });
    const closed = browser.ended.then(async () => void (await closeCore()));
    return {
      devtools: browser.devtools,
      closed,
      async close() {
        await browser.close();
        await closed;
      },
    };
  } catch (error) {
    await closeCore().catch(() => undefined);
    throw error;
  }
}

/**
 * A browser now and then hangs while it starts, or finds its profile taken by one that is just closing: one that has
 * not shown the window in time is ended, and a second one tried with a profile of its own.
 */
async function opened(start: (freshProfile: boolean) => Attempt, limit: number): Promise<Attempt> {
  try {
    return await within(start(false), limit);
  } catch (error) {
    console.error(`浏览器没有打开窗口，换一个配置再试一次。 / Trying once more with a new profile: ${error}`);
    return await within(start(true), limit);
  }
}

/** The attempt once its first page is drawn. Rejects, with the browser ended, when that takes longer than `limit` ms. */
async function within(attempt: Attempt, limit: number): Promise<Attempt> {
  const { browser, pages } = attempt;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no window within ${limit} ms`)), limit);
    browser.ended.then(() => reject(new Error('the browser ended')));
  });
  try {
    await Promise.race([pages.open(), late]);
    return attempt;
  } catch (error) {
    browser.kill();
    await browser.ended;
    const words = browser.words();
    throw new Error(words === '' ? String(error) : `${error}\n${words}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
