import { expect, test } from 'vitest';
import { browserCandidates } from './find-browser.ts';
import { launchSwitches } from './launch-options.ts';

const ask = { headless: false, root: false, profile: '/data/window', placement: ['--window-size=1600,900'] };

test('opens no port, resolves no name, uses no proxy', () => {
  const switches = launchSwitches(ask);
  expect(switches.filter((each) => each.includes('remote-debugging'))).toEqual(['--remote-debugging-pipe']);
  expect(switches).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
  expect(switches).toContain('--no-proxy-server');
  expect(switches).toContain('--user-data-dir=/data/window');
});

test('gives up the browser’s sandbox only as root, where it cannot start', () => {
  expect(launchSwitches(ask)).not.toContain('--no-sandbox');
  expect(launchSwitches({ ...ask, root: true })).toContain('--no-sandbox');
});

test('gives a visible window its place', () => {
  expect(launchSwitches(ask)).toContain('--window-size=1600,900');
  expect(launchSwitches(ask)).not.toContain('--headless');
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
