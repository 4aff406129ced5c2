/** Child of start.ts, bundled as the program is: a bare Chromium window with one static table, until it is on screen. */
import { startBrowser } from '../../electron/chromium/browser.ts';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { SHOWN } from './start-shown.ts';

const [dataFolder = ''] = process.argv.slice(2);
const { devtools } = startBrowser({ browser: findBrowser() ?? '', dataFolder, headless: true, freshProfile: false });
const page = new Promise<string>((resolve) => {
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type } }) => {
    if (type === 'page') resolve(sessionId);
  });
});
await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
const sessionId = await page;
await devtools.send('Page.navigate', { url: 'data:text/html,<table><tr><td>1.00</td></tr></table>' }, sessionId);
await devtools.send('Runtime.evaluate', { expression: SHOWN, awaitPromise: true }, sessionId);
console.log('shown');
process.exit(0);
