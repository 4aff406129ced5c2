/** Finds a Chromium-family browser on this machine. Looks at files only; starts and downloads nothing. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Names under which Linux distributions install Chromium, Chrome and Edge. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const MAC_FILES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a browser may be, best first: CHROME_PATH, the system's own, then the one Playwright has downloaded.
 * In: platform and environment, so that a test can name others. Out: absolute paths, not checked.
 */
export function browserCandidates(platform: NodeJS.Platform, env: Environment): readonly string[] {
  const chosen = env.CHROME_PATH === undefined || env.CHROME_PATH === '' ? [] : [env.CHROME_PATH];
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((f) => f !== undefined);
    return [...chosen, ...WINDOWS_FILES.flatMap((file) => folders.map((folder) => path.win32.join(folder, file)))];
  }
  if (platform === 'darwin') {
    const home = env.HOME ?? '';
    return [...chosen, ...MAC_FILES, ...MAC_FILES.map((file) => path.posix.join(home, file))];
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return [...chosen, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))];
}

/** The first browser that exists, or null. `CHROME_PATH` wins; Playwright's own download comes last. */
export function findBrowser(env: Environment = process.env): string | null {
  return browserCandidates(process.platform, env).find((file) => existsSync(file)) ?? downloaded();
}

/** The browser that Playwright has downloaded. Asked last: reading Playwright takes a third of a second. */
function downloaded(): string | null {
  try {
    const require = createRequire(import.meta.url);
    const { chromium } = require('playwright-core') as typeof import('playwright-core');
    const file = chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}
