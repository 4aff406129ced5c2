/**
 * What a journey gets: the real window over the real core, a data folder and a user's folder of its own, and a script
 * for the file dialogs. After each journey it is checked that nothing tried to leave and nothing failed unseen.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openChromium } from './shells/chromium.ts';
import { openElectron } from './shells/electron.ts';

export { expect };

/** Answers the file dialogs in turn. With nothing queued, the chooser inside the window is shown (Chromium shell). */
export interface ChooserScript {
  /** The next dialog answers this absolute path; null = cancelled. */
  next(path: string | null): void;
  /** Paths that were queued and never asked for: a journey that ends with any has not done what it says. */
  readonly left: readonly (string | null)[];
}

/** An open program as a journey sees it. */
export interface Shell {
  readonly page: Page;
  /** Addresses that pages wanted and did not get. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** How a shell is opened for a journey. */
export interface ShellAsk {
  readonly dataFolder: string;
  /** Where the chooser inside the window starts. */
  readonly folder: string;
  /** Takes the next scripted answer; undefined when none is queued. */
  readonly nextAnswer: () => string | null | undefined;
}

interface Fixtures {
  /** Empty folder for the user's files; removed afterwards. */
  folder: string;
  /** The program's own folder. */
  dataFolder: string;
  chooser: ChooserScript;
  /** Opens the program again on the same folders, e.g. after `page.close()`. The first one is open as `page`. */
  open: () => Promise<Page>;
  /** Errors of the pages: thrown, logged, or refused by the content policy. Empty it in a journey that expects some. */
  problems: string[];
}

const openShell = process.env.YUSUAN_SHELL === 'electron' ? openElectron : openChromium;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-journey-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  dataFolder: async ({ folder }, use) => {
    const data = path.join(folder, '.program');
    mkdirSync(data);
    await use(data);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  chooser: async ({}, use) => {
    const left: (string | null)[] = [];
    await use({ next: (answer) => void left.push(answer), left });
    expect(left, 'answers queued for dialogs that never came').toEqual([]);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems, 'errors in the window').toEqual([]);
  },

  open: async ({ dataFolder, folder, chooser, problems }, use) => {
    const opened: Shell[] = [];
    // The script is shared by every window of the journey: `left` is the queue itself.
    const queue = chooser.left as (string | null)[];
    await use(async () => {
      const shell = await openShell({ dataFolder, folder, nextAnswer: () => queue.shift() });
      opened.push(shell);
      shell.page.on('pageerror', (error) => problems.push(error.message));
      shell.page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      return shell.page;
    });
    for (const shell of opened) await shell.close();
    expect(
      opened.flatMap((shell) => shell.refused),
      'requests that wanted to leave',
    ).toEqual([]);
  },

  page: async ({ open }, use) => {
    await use(await open());
  },
});
