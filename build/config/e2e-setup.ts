/** Before the journeys: a browser, Chinese fonts and an up-to-date window. Playwright wants a default export here. */
import { ensureBrowser, ensureChineseFont } from '../bootstrap/browser.ts';
import { buildDesktop } from '../desktop.ts';
import { electronBinary } from '../electron-binary.ts';
import { buildRenderer } from '../renderer.ts';

export default async function setup(): Promise<void> {
  await buildRenderer();
  if (process.env.YUSUAN_SHELL === 'electron') {
    if (electronBinary() === null) throw new Error('YUSUAN_SHELL=electron: the Electron binary is not here');
    await buildDesktop();
    console.log('Journeys run in Electron.');
    return;
  }
  ensureBrowser();
  ensureChineseFont();
  console.log('Journeys run in the Chromium window.');
}
