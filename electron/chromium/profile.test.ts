import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeProfile } from './profile.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), 'yusuan-profile-'));
  mkdirSync(path.join(data, 'window'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const usedBy = (pid: number) => symlinkSync(`${os.hostname()}-${pid}`, path.join(data, 'window', 'SingletonLock'));

test('uses the program’s own profile, also after a browser that was killed', () => {
  expect(takeProfile(data).folder).toBe(path.join(data, 'window'));
  usedBy(2 ** 22 + 1);
  expect(takeProfile(data).folder).toBe(path.join(data, 'window'));
});

test('takes another one while a browser is using it, and removes that one afterwards', () => {
  usedBy(process.pid);
  const profile = takeProfile(data);
  expect(profile.folder).not.toBe(path.join(data, 'window'));
  expect(existsSync(profile.folder)).toBe(true);
  profile.release();
  expect(existsSync(profile.folder)).toBe(false);
});
