/** The program `node electron/chromium/main.ts`: the window of this shell until its last one is closed. */
import { enableCompileCache } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { dataFolder } from '../core/shell/data-folder.ts';

const folder = dataFolder(process.platform, process.env, os.homedir());
// Compiled code is kept between starts, and what is large is loaded only after this line or beside the starting browser.
enableCompileCache(path.join(folder, 'compiled'));
const { findBrowser } = await import('./find-browser.ts');
const { showWindow } = await import('./show-window.ts');
const { createNativeAsker } = await import('./port.ts');

const browser = findBrowser();
if (browser === null) {
  console.error('没有找到 Chromium、Chrome 或 Edge。 / No Chromium, Chrome or Edge found.');
  process.exit(1);
}

const shell = await showWindow({
  browser,
  built: path.resolve(import.meta.dirname, '..', '..', 'out', 'renderer'),
  dataFolder: folder,
  headless: false,
  asker: createNativeAsker(),
  openCore: async (port) => (await import('../core/open-core.ts')).openCore(port),
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    shell.close().catch((error: unknown) => console.error(error));
  });
}
await shell.closed;
