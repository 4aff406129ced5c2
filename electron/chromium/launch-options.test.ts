import { expect, test } from 'vitest';
import { browserCandidates } from './find-browser.ts';
import { launchOptions } from './launch-options.ts';

const ask = { browser: '/usr/bin/chromium', headless: false, root: false, placement: ['--window-size=1600,900'] };

test('opens no port, resolves no name, uses no proxy, and keeps nothing that pages send it to download', () => {
  const { args = [], acceptDownloads, serviceWorkers } = launchOptions(ask);
  expect(args.filter((arg) => arg.includes('remote-debugging-port'))).toEqual([]);
  expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
  expect(args).toContain('--no-proxy-server');
  expect([acceptDownloads, serviceWorkers]).toEqual([false, 'block']);
});

test('gives up the browser’s sandbox only as root, where it cannot start', () => {
  expect(launchOptions(ask).chromiumSandbox).toBe(true);
  expect(launchOptions({ ...ask, root: true }).chromiumSandbox).toBe(false);
});

test('gives a visible window its place, and a headless one the usual size', () => {
  expect(launchOptions(ask).args).toContain('--window-size=1600,900');
  expect(launchOptions(ask).viewport).toBeNull();
  expect(launchOptions({ ...ask, headless: true }).viewport).toEqual({ width: 1366, height: 768 });
});

test('looks for a browser where it was told first, then where each system installs one', () => {
  const linux = browserCandidates('linux', { PATH: '/usr/bin:/opt/bin', CHROME_PATH: '/my/chrome' });
  expect(linux.slice(0, 3)).toEqual(['/my/chrome', '/usr/bin/chromium', '/opt/bin/chromium']);
  const windows = browserCandidates('win32', {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  });
  expect(windows).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(browserCandidates('darwin', { HOME: '/Users/li' })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
});
