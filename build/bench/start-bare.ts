/** Child of start.ts: opens a bare Chromium window with one static table and ends when it is on screen. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../electron/chromium/find-browser.ts';
import { launchOptions } from '../../electron/chromium/launch-options.ts';

const [profile = ''] = process.argv.slice(2);
const browser = findBrowser() ?? '';
const root = process.getuid?.() === 0;
const context = await chromium.launchPersistentContext(
  profile,
  launchOptions({ browser, headless: true, root, placement: [] }),
);
const page = context.pages()[0] ?? (await context.newPage());
await page.goto('data:text/html,<table><tr><td>1.00</td></tr></table>');
await page.locator('td').first().waitFor();
console.log('shown');
process.exit(0);
