/**
 * Makes sure that there is a browser that starts, and Chinese fonts for it; installs them where that is possible.
 * Run by `npm test` before the tests and by `npm start` before it opens a window.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { ROOT } from '../run.ts';
import { say, stop } from './say.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const INSTALL_LIMIT_MS = 10 * 60_000;

/** Whether the browser's own libraries are all there: a downloaded one often lacks some on a bare system. */
function starts(browser: string): boolean {
  // Chrome for Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(browser, ['--version'], { timeout: 20_000 }).status === 0;
}

function usable(): string | null {
  const browser = findBrowser();
  return browser !== null && starts(browser) ? browser : null;
}

const canUseApt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages; shows apt's own words when it could not. */
function apt(packages: readonly string[]): void {
  const options = {
    encoding: 'utf8' as const,
    timeout: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const update = spawnSync('apt-get', ['update', '-qq'], options);
  const install = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  if (install.status !== 0) console.error(`${update.stderr}${install.stderr}`.trim());
}

function download(): void {
  const cli = path.join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/** Out: the browser's path. Ends the process with a message when there is none and none can be installed. */
export function ensureBrowser(): string {
  let browser = usable();
  if (browser === null) {
    say(
      '没有找到可用的 Chromium、Chrome 或 Edge，正在安装……',
      'No usable Chromium, Chrome or Edge found; installing one',
    );
    // As root on Debian the package brings the libraries along; elsewhere Playwright's download needs no rights.
    if (canUseApt) apt(['chromium', 'fonts-noto-cjk', 'fontconfig']);
    browser = usable();
    if (browser === null) download();
    browser = usable();
  }
  if (browser === null) {
    stop(
      '仍没有可用的浏览器。请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROME_PATH 指明它的位置。',
      'There is still no browser. Install Chromium, Chrome or Edge, or name one in CHROME_PATH.',
    );
  }
  return browser;
}

/** Chinese text without a Chinese font is boxes: installs one where that is possible, else says so. */
export function ensureChineseFont(): void {
  if (hasChineseFont()) return;
  if (canUseApt) apt(['fonts-noto-cjk', 'fontconfig']);
  if (!hasChineseFont()) {
    say(
      '没有找到中文字体，文字可能显示为方框，请安装 fonts-noto-cjk。',
      'No Chinese font found; install fonts-noto-cjk',
    );
  }
}

if (import.meta.main) {
  ensureBrowser();
  ensureChineseFont();
}
