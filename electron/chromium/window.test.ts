import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '../../shared/api/failure.ts';
import type { Core } from '../core/core.ts';
import type { Port } from '../core/port.ts';
import { findBrowser } from './find-browser.ts';
import { type OpenWindow, openWindow } from './open-window.ts';
import { ORIGIN } from './origin.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-shell-'));
const refused: string[] = [];
const calls: unknown[] = [];
let corePort: Port;
let coreClosed = false;
let shell: OpenWindow;

const browser = findBrowser() ?? '';

const core: Core = {
  async dispatch(name, input) {
    calls.push([name, input]);
    if (name === 'choose')
      return { ok: true, value: await corePort.chooseOpen({ title: '打开', extensions: ['ysb'] }) };
    return name === 'echo'
      ? { ok: true, value: input }
      : { ok: false, failure: failure('UNKNOWN_CALL', { call: name }) };
  },
  async close() {
    coreClosed = true;
  },
};

beforeAll(async () => {
  mkdirSync(path.join(folder, 'built'));
  writeFileSync(
    path.join(folder, 'built', 'index.html'),
    '<!doctype html><title>窗口</title><script src="/page.js"></script><a href="https://example.com/away">away</a>',
  );
  writeFileSync(
    path.join(folder, 'built', 'page.js'),
    'window.heard = []; window.yusuan.on((event) => window.heard.push(event)); window.yusuan.call("loaded", {});',
  );
  if (browser === '') throw new Error('no browser found; npm test installs one');
  shell = await openWindow({
    browser,
    built: path.join(folder, 'built'),
    dataFolder: path.join(folder, 'data'),
    headless: true,
    asker: async () => undefined,
    refused: (url) => refused.push(url),
    openCore: (port) => {
      corePort = port;
      return core;
    },
  });
}, 60_000);

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('shows the built window with its bridge', async () => {
  expect(await shell.page.title()).toBe('窗口');
  expect(await shell.page.evaluate('Object.keys(window.yusuan).sort().join()')).toBe('call,on,paste,shell');
});

test('carries a call to the core and its answer back, Chinese and large integers unharmed', async () => {
  const input = { name: '环卫中心', amount: Number.MAX_SAFE_INTEGER, nothing: null, list: [1, 'a\u2028b'] };
  const answer = await shell.page.evaluate(`window.yusuan.call('echo', ${JSON.stringify(input)})`);
  expect(answer).toEqual({ ok: true, value: input });
});

test('pastes for a page that the user has just clicked in or typed in, and for no other', async () => {
  const { page } = shell;
  await page.evaluate(`
    document.body.append(document.createElement('input'));
    document.querySelector('input').focus();
    window.pasted = 0;
    document.addEventListener('paste', () => window.pasted += 1);
    window.yusuan.paste();`);
  await expect.poll(() => page.evaluate('window.pasted')).toBe(1);
  await page.evaluate(`
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: false }, configurable: true });
    window.yusuan.paste();
    delete navigator.userActivation;
    window.yusuan.paste();`);
  await expect.poll(() => page.evaluate('window.pasted')).toBe(2);
  await page.evaluate("document.querySelector('input').remove()");
});

test('brings failures back as values', async () => {
  expect(await shell.page.evaluate("window.yusuan.call('no.such', {})")).toMatchObject({ ok: false });
});

test('tells every window what the core says', async () => {
  const second = await shell.context.newPage();
  await second.goto(`${ORIGIN}/`);
  corePort.emit({ name: 'book.closed', payload: null });
  for (const page of [shell.page, second]) {
    await expect.poll(() => page.evaluate('window.heard')).toEqual([{ name: 'book.closed', payload: null }]);
    await page.evaluate('window.heard.length = 0');
  }
  await second.close();
});

test('puts a question for a file to the window when nothing else answers it', async () => {
  const answer = shell.page.evaluate("window.yusuan.call('choose', {})");
  await expect.poll(() => shell.page.evaluate('window.heard.length')).toBe(1);
  const event = await shell.page.evaluate<{ payload: { askId: string; mode: string } }>('window.heard.pop()');
  expect(event.payload.mode).toBe('open');
  await corePort.chooser?.answer({ askId: event.payload.askId, folderId: null, entryId: null, name: null });
  expect(await answer).toEqual({ ok: true, value: null });
});

test.each([
  ["fetch('https://example.com/data').catch(() => {})", 'the policy stops it before it is a request'],
  ["new Image().src = 'https://example.com/pixel'", 'the policy stops it before it is a request'],
])('lets nothing leave: %s', async (script) => {
  const violation = shell.page.evaluate(
    "new Promise((done) => document.addEventListener('securitypolicyviolation', (e) => done(e.blockedURI), { once: true }))",
  );
  await shell.page.evaluate(`void (${script})`);
  expect(await violation).toContain('https://example.com');
  expect(refused.filter((url) => /data|pixel/.test(url))).toEqual([]);
});

test('stays where it is when a link leads away', async () => {
  await shell.page.click('a');
  await expect.poll(() => refused).toContain('https://example.com/away');
  expect(shell.page.url()).toBe(`${ORIGIN}/`);
  expect(await shell.page.title()).toBe('窗口');
});

test('closes a new window that wants to show anything else', async () => {
  await shell.page.evaluate("void window.open('https://example.com/popup')");
  await expect.poll(() => refused).toContain('https://example.com/popup');
  await expect.poll(() => shell.context.pages().length).toBe(1);
});

test('runs no inline script and answers no frame', async () => {
  await shell.page.evaluate(`{
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
  }`);
  expect(await shell.page.evaluate('window.inlineRan')).toBeUndefined();
  const before = calls.length;
  await shell.page.evaluate(`{
    const frame = document.createElement('iframe');
    document.body.append(frame);
    void frame.contentWindow.__yusuanSend?.(JSON.stringify({ name: 'echo', input: 'from a frame' }));
  }`);
  await shell.page.evaluate("window.yusuan.call('echo', 'after')");
  expect(calls.slice(before)).toEqual([['echo', 'after']]);
});

test('has no file beside the built ones', async () => {
  expect(await shell.page.evaluate("fetch('/../data/window/Default/Preferences').then((r) => r.status)")).toBe(404);
});

test('shows a page again that crashed', async () => {
  const session = await shell.context.newCDPSession(shell.page);
  const before = calls.length;
  session.send('Page.crash').catch(() => undefined);
  // Playwright gives a page up that has crashed; the page itself says that it is there again.
  await expect.poll(() => calls.slice(before), { timeout: 10_000 }).toEqual([['loaded', {}]]);
});

test('closes the core when its last window closes', async () => {
  await shell.page.close();
  await shell.closed;
  expect(coreClosed).toBe(true);
});

/** A browser that does as `script` says when it is started on the program's own profile, and starts on any other. */
function faltering(script: string): string {
  const file = path.join(folder, 'faltering');
  writeFileSync(file, `#!/bin/sh\ncase "$*" in *"/window "*) ${script};; *) exec "${browser}" "$@";; esac\n`);
  chmodSync(file, 0o755);
  return file;
}

test.each([
  ['hangs', 'sleep 60'],
  ['ends at once', 'exit 1'],
])('starts a second browser when the first one %s', async (_how, script) => {
  const second = await openWindow({
    browser: faltering(script),
    built: path.join(folder, 'built'),
    dataFolder: path.join(folder, 'other'),
    headless: true,
    asker: async () => null,
    openCore: () => core,
    startLimit: 4_000,
  });
  expect(await second.page.title()).toBe('窗口');
  await second.close();
});

test('says what the browser said when none starts, and closes the core', async () => {
  coreClosed = false;
  const failing = path.join(folder, 'failing');
  writeFileSync(failing, '#!/bin/sh\necho "libnss3.so is missing" >&2\nexit 127\n');
  chmodSync(failing, 0o755);
  const opening = openWindow({
    browser: failing,
    built: path.join(folder, 'built'),
    dataFolder: path.join(folder, 'other'),
    headless: true,
    asker: async () => null,
    openCore: () => core,
  });
  await expect(opening).rejects.toThrow('libnss3.so is missing');
  expect(coreClosed).toBe(true);
});
