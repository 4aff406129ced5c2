import { expect, test } from 'vitest';
import { askedShell, chooseShell, hasDisplay } from './choose-shell.ts';

test('opens Electron where it is, else a browser, and no window without a display', () => {
  expect(chooseShell({ display: true, electron: true })).toBe('electron');
  expect(chooseShell({ display: true, electron: false })).toBe('chromium');
  expect(chooseShell({ display: false, electron: true })).toBe('headless');
});

test('finds a display in either kind of Linux desktop, and always on Windows and macOS', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('does as it is told, and names the shells there are when it is told another', () => {
  expect(askedShell([])).toBeNull();
  expect(askedShell(['--shell=headless'])).toBe('headless');
  expect(() => askedShell(['--shell=firefox'])).toThrow('electron | chromium | headless');
});
