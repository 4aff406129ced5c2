/** The Chromium window for a journey: headless, in this process, with scripted dialogs. */
import path from 'node:path';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { openWindow } from '../../electron/chromium/open-window.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { Shell, ShellAsk } from '../shell.ts';

const BUILT = path.resolve(import.meta.dirname, '..', '..', 'out', 'renderer');

/** Opens the program. Rejects when there is no browser. */
export async function openChromium({ dataFolder, folder, nextAnswer }: ShellAsk): Promise<Shell> {
  const browser = findBrowser();
  if (browser === null) throw new Error('no browser; `npm test` installs one where it can');
  const refused: string[] = [];
  const opened = await openWindow({
    browser,
    built: BUILT,
    dataFolder,
    headless: true,
    asker: async () => nextAnswer(),
    places: () => [{ name: '主文件夹', path: folder }],
    openCore,
    refused: (url) => refused.push(url),
  });
  return { page: opened.page, refused, close: opened.close };
}
