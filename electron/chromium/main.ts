/** The program in a window of an installed Chromium, Chrome or Edge. Bundled into out/program, beside the built window. */
import { enableCompileCache } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { dataFolder } from '../core/shell/data-folder.ts';
import { findBrowser } from './find-browser.ts';
import { createNativeAsker } from './port.ts';
import { showWindow } from './show-window.ts';

const BUILT = path.join(import.meta.dirname, '..', 'renderer');

/**
 * Opens the program. Resolves when its window is shown, with a promise of its end.
 * Rejects when there is no browser, or none that shows a window.
 */
export async function openProgram(): Promise<{ readonly closed: Promise<void> }> {
  const folder = dataFolder(process.platform, process.env, os.homedir());
  const browser = findBrowser();
  if (browser === null) throw new Error('没有找到 Chromium、Chrome 或 Edge。 / No Chromium, Chrome or Edge found.');
  const shell = await showWindow({
    browser,
    built: BUILT,
    dataFolder: folder,
    headless: false,
    asker: createNativeAsker(),
    openCore: async (port) => {
      // Compiled code is kept between starts; the core, most of it, is read while the browser starts.
      enableCompileCache(path.join(folder, 'compiled'));
      return (await import('../core/open-core.ts')).openCore(port);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      shell.close().catch((error: unknown) => console.error(error));
    });
  }
  return shell;
}
