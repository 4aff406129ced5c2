/** Child of start.ts: opens the program on the book given, as its own main script does, and ends when the first table with figures is on screen. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { ROOT } from '../run.ts';

const [dataFolder = '', book = ''] = process.argv.slice(2);
enableCompileCache(path.join(dataFolder, 'compiled'));
const { findBrowser } = await import('../../electron/chromium/find-browser.ts');
const { openWindow } = await import('../../electron/chromium/open-window.ts');

const shell = await openWindow({
  browser: findBrowser() ?? '',
  built: path.join(ROOT, 'out', 'renderer'),
  dataFolder,
  headless: true,
  asker: async () => book,
  openCore: async (port) => {
    const { openCore } = await import('../../electron/core/open-core.ts');
    const core = openCore(port);
    const opening = core.dispatch('book.open', { recentId: null });
    // The window's first question waits for the book, as it would when the system opens the program with a file.
    return { ...core, dispatch: async (name, input) => opening.then(() => core.dispatch(name, input)) };
  },
});
await shell.page
  .locator('td', { hasText: /\d\.\d\d/ })
  .first()
  .waitFor();
console.log('shown');
process.exit(0);
