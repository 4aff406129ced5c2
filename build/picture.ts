/** `npm run picture`: draws docs/window.png anew, the picture in the README, from the sample book. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWindow } from '../electron/chromium/open-window.ts';
import { openCore } from '../electron/core/open-core.ts';
import { ensureBrowser, ensureChineseFont } from './bootstrap/browser.ts';
import { buildRenderer } from './renderer.ts';
import { ROOT } from './run.ts';

ensureChineseFont();
await buildRenderer();
const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-picture-'));
const shell = await openWindow({
  browser: ensureBrowser(),
  built: path.join(ROOT, 'out', 'renderer'),
  dataFolder,
  headless: true,
  asker: async () => null,
  openCore,
});
try {
  await shell.page.getByRole('button', { name: /县环卫中心/ }).click();
  await shell.page.getByRole('grid').waitFor();
  await shell.page.getByRole('figure').waitFor();
  // In 万元 the whole table fits beside the grid.
  await shell.page.keyboard.press('F8');
  await shell.page.getByText('单位：万元').first().waitFor();
  await shell.page.screenshot({ path: path.join(ROOT, 'docs', 'window.png') });
} finally {
  await shell.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
