import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBuiltFiles } from './built-files.ts';
import { RESPONSE_HEADERS } from './content-policy.ts';
import { dataFolder } from './data-folder.ts';
import { completeSavePath } from './file-name.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-built-'));
  mkdirSync(path.join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<title>window</title>');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'app.js'), 'start()');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'app.js.map'), '{}');
  writeFileSync(path.join(folder, 'secret.html'), 'not for the window');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('serves the built files by their URL path, the start page for /', () => {
  const files = openBuiltFiles(path.join(folder, 'renderer'));
  expect(files('/')?.body.toString()).toBe('<title>window</title>');
  expect(files('/assets/app.js')?.type).toBe('text/javascript; charset=utf-8');
});

test.each([
  '/../secret.html',
  '/assets/../../secret.html',
  '/%2e%2e/secret.html',
  '/..\\secret.html',
  '//secret.html',
  '/assets',
  '/assets/app.js.map',
  '',
])('has no file at %s', (urlPath) => {
  expect(openBuiltFiles(path.join(folder, 'renderer'))(urlPath)).toBeNull();
});

test('does not follow a link out of the folder', () => {
  symlinkSync(path.join(folder, 'secret.html'), path.join(folder, 'renderer', 'link.html'));
  expect(openBuiltFiles(path.join(folder, 'renderer'))('/link.html')).toBeNull();
});

test('refuses a folder without a start page', () => {
  expect(() => openBuiltFiles(path.join(folder, 'renderer', 'assets'))).toThrow('no index.html');
});

test('lets no script run that is not a file of the program, and no connection leave', () => {
  const policy = new Map(
    (RESPONSE_HEADERS['content-security-policy'] ?? '').split('; ').map((part) => {
      const [directive = '', ...sources] = part.split(' ');
      return [directive, sources.join(' ')];
    }),
  );
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('frame-src')).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('keeps the program’s files where each system expects them', () => {
  expect(dataFolder('linux', {}, '/home/li')).toBe('/home/li/.local/share/yusuan');
  expect(dataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/li')).toBe('/data/yusuan');
  expect(dataFolder('win32', { APPDATA: 'C:\\Users\\li\\AppData\\Roaming' }, 'C:\\Users\\li')).toBe(
    'C:\\Users\\li\\AppData\\Roaming\\yusuan',
  );
  expect(dataFolder('darwin', {}, '/Users/li')).toBe('/Users/li/Library/Application Support/yusuan');
  expect(dataFolder('win32', { YUSUAN_DATA_FOLDER: path.resolve('stick') }, '')).toBe(path.resolve('stick'));
});

test('completes a saved name, and asks again before a file is replaced that nobody was asked about', () => {
  const typed = path.join(folder, '公开表');
  expect(completeSavePath(typed, ['xlsx'])).toEqual({ path: `${typed}.xlsx` });
  writeFileSync(`${typed}.xlsx`, 'older');
  expect(completeSavePath(typed, ['xlsx'])).toEqual({ askAgain: '公开表.xlsx' });
  expect(completeSavePath(`${typed}.XLSX`, ['xlsx'])).toEqual({ path: `${typed}.XLSX` });
});
