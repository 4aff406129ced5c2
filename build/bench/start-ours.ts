/** Child of start.ts, bundled as the program is: starts on the book given until the first figures are on screen. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { showWindow } from '../../electron/chromium/show-window.ts';
import { SHOWN } from './start-shown.ts';

const [dataFolder = '', book = ''] = process.argv.slice(2);

const { devtools } = await showWindow({
  browser: findBrowser() ?? '',
  built: path.join(import.meta.dirname, '..', 'renderer'),
  dataFolder,
  headless: true,
  asker: async () => book,
  openCore: async (port) => {
    enableCompileCache(path.join(dataFolder, 'compiled'));
    const core = (await import('../../electron/core/open-core.ts')).openCore(port);
    const opening = core.dispatch('book.open', { recentId: null });
    // The window's first question waits for the book, as it would when the system opens the program with a file.
    return { ...core, dispatch: async (name, input) => opening.then(() => core.dispatch(name, input)) };
  },
});

const pages: string[] = [];
devtools.overhear(({ method, params }) => {
  if (method !== 'Target.attachedToTarget') return;
  const { sessionId, targetInfo } = params as {
    readonly sessionId: string;
    readonly targetInfo: { readonly type: string };
  };
  if (targetInfo.type === 'page') pages.push(sessionId);
});
const { sessionId } = await devtools.send('Target.attachToBrowserTarget', {});
await devtools.send(
  'Target.setAutoAttach',
  { autoAttach: true, waitForDebuggerOnStart: false, flatten: true },
  sessionId,
);
await devtools.send('Runtime.evaluate', { expression: SHOWN, awaitPromise: true }, pages[0]);
console.log('shown');
process.exit(0);
