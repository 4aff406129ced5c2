/** Electron's binary: the npm package comes without it and fetches it once, from outside the registry. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './bootstrap/say.mjs';
import { ROOT } from './run.ts';

const PACKAGE = path.join(ROOT, 'node_modules', 'electron');
/** Long enough for a slow line, short enough not to keep anyone waiting who has none. */
const FETCH_LIMIT_MS = 90_000;
/** Says that fetching this version failed, so that the next start does not wait for it again. */
const FAILED = path.join(ROOT, 'out', 'electron-not-fetched.txt');

/** Path of the binary, or null when it was never fetched. */
export function electronBinary(): string | null {
  const named = path.join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = path.join(PACKAGE, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Fetches the binary when it is not there. `again` tries although it failed before. Out: its path, or null. */
export function fetchElectron(again: boolean): string | null {
  const present = electronBinary();
  if (present !== null) return present;
  const version = String(JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')).version);
  if (!again && existsSync(FAILED) && readFileSync(FAILED, 'utf8') === version) return null;
  say('正在下载 Electron（最多一分半钟）……', 'Fetching Electron, a minute and a half at most');
  spawnSync(process.execPath, [path.join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  const fetched = electronBinary();
  if (fetched === null) {
    mkdirSync(path.dirname(FAILED), { recursive: true });
    writeFileSync(FAILED, version);
  }
  return fetched;
}
