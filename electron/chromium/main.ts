/** The program `node electron/chromium/main.ts`: the window of this shell until its last one is closed. */
import os from 'node:os';
import path from 'node:path';
import { openCore } from '../core/open-core.ts';
import { dataFolder } from '../core/shell/data-folder.ts';
import { findBrowser } from './find-browser.ts';
import { openWindow } from './open-window.ts';
import { createNativeAsker } from './port.ts';

const browser = findBrowser();
if (browser === null) {
  console.error('没有找到 Chromium、Chrome 或 Edge。 / No Chromium, Chrome or Edge found.');
  process.exit(1);
}

const shell = await openWindow({
  browser,
  built: path.resolve(import.meta.dirname, '..', '..', 'out', 'renderer'),
  dataFolder: dataFolder(process.platform, process.env, os.homedir()),
  headless: false,
  asker: createNativeAsker(),
  openCore,
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    shell.close().catch((error: unknown) => console.error(error));
  });
}
await shell.closed;
