/** How the browser is started, as data. */
import type { chromium } from 'playwright-core';
import { ORIGIN } from './origin.ts';
import { WINDOW_SIZE } from './placement.ts';

export interface LaunchAsk {
  readonly browser: string;
  readonly headless: boolean;
  /** Whether the program runs as root, where Chromium's own sandbox cannot start. */
  readonly root: boolean;
  /** Switches that place a visible window. */
  readonly placement: readonly string[];
}

/** No name is resolved and no proxy used: the browser has no way out of this computer. */
export const SEALED = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--deny-permission-prompts',
  '--lang=zh-CN',
] as const;

type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/**
 * Options for Playwright's launchPersistentContext. The browser talks over a pipe (no listening port), resolves no
 * name and uses no proxy: it has no way out of this computer, whatever a page asks.
 */
export function launchOptions(ask: LaunchAsk): LaunchOptions {
  return {
    executablePath: ask.browser,
    headless: ask.headless,
    // A headless window has no size of its own; a visible one is the user's to drag.
    viewport: ask.headless ? WINDOW_SIZE : null,
    chromiumSandbox: !ask.root,
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    locale: 'zh-CN',
    // The shell closes the book first, then the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      // Of another origin (about:blank) the window would keep a tool bar with the address after moving to ours.
      `--app=${ORIGIN}/`,
      ...SEALED,
      // Without it Chromium shows a warning bar about flags it calls unsupported.
      '--test-type',
      ...ask.placement,
    ],
  };
}
