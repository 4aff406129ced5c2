/** Child of start.ts: opens a bare Chromium window with one static table and ends when it is on screen. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../electron/chromium/find-browser.ts';

const [profile = ''] = process.argv.slice(2);
const context = await chromium.launchPersistentContext(profile, {
  executablePath: findBrowser() ?? '',
  headless: true,
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
});
const page = context.pages()[0] ?? (await context.newPage());
await page.goto('data:text/html,<table><tr><td>1.00</td></tr></table>');
await page.locator('td').first().waitFor();
console.log('shown');
process.exit(0);
