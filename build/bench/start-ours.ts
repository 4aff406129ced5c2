/** Child of start.ts: starts as electron/chromium/main.ts does, on the book given, until the first figures are on screen. */
import { enableCompileCache } from 'node:module';

const [dataFolder = '', book = ''] = process.argv.slice(2);
enableCompileCache(`${dataFolder}/compiled`);
const { findBrowser } = await import('../../electron/chromium/find-browser.ts');
const { openWindow } = await import('../../electron/chromium/open-window.ts');

const shell = await openWindow({
  browser: findBrowser() ?? '',
  built: `${import.meta.dirname}/../../out/renderer`,
  dataFolder,
  headless: true,
  asker: async () => book,
  openCore: async (port) => {
    const core = (await import('../../electron/core/open-core.ts')).openCore(port);
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
