import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { findNode, isInstalled, linkNode } from './dependencies.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'yusuan-bootstrap-'));
  mkdirSync(path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const here = { os: process.platform, cpu: [process.arch], libc: ['glibc', 'musl'] };
const elsewhere = { os: process.platform === 'win32' ? ['linux'] : 'win32' };
const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-elsewhere': { version: '1.0.0', integrity: 'sha512-b', optional: true, ...elsewhere },
};

function installed(lock: object | null, present: object | string | null): boolean {
  const write = (file: string, content: object | string) =>
    writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify({ packages: content }));
  if (lock !== null) write('package-lock.json', lock);
  if (present !== null) write('node_modules/.package-lock.json', present);
  return isInstalled(root);
}

test('takes a folder that holds what is locked for installed; another system’s packages may be absent', () => {
  expect(installed(wanted, { 'node_modules/a': wanted['node_modules/a'] })).toBe(true);
});

test.each([
  ['nothing was installed', wanted, null],
  ['the installation was interrupted', wanted, '{"packages": {'],
  ['a package is missing', wanted, {}],
  ['a package has another version', wanted, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
  ['a package has other contents', wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
  ['there is no lock file', null, {}],
  ['an optional package for this system was left out', { 'node_modules/c': { optional: true, ...here } }, {}],
])('installs again when %s', (_case, lock, present) => {
  expect(installed(lock, present)).toBe(false);
});

test('finds the locked Node, else the running one when it is new enough', () => {
  expect(findNode(ROOT)).not.toBeNull();
  expect(findNode(root)).toBe(process.execPath);
});

test('links the locked Node where npm scripts look for it, once', () => {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const folder = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  const link = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  linkNode(root);
  expect(existsSync(link)).toBe(false);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), '');
  linkNode(root);
  linkNode(root);
  expect(existsSync(link)).toBe(true);
});
