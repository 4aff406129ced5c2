/** Child of start.ts: opens the program on the book given and ends when the first table with figures is on screen. */
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { openWindow } from '../../electron/chromium/open-window.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { ROOT } from '../run.ts';

const [dataFolder = '', book = ''] = process.argv.slice(2);
const browser = findBrowser() ?? '';
const shell = await openWindow({
  browser,
  built: `${ROOT}/out/renderer`,
  dataFolder,
  headless: true,
  asker: async () => book,
  openCore: (port) => {
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
