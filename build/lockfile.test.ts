import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { ROOT } from './run.ts';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

// npm writes this file, and `npm ci` refuses one of any other shape.
const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Where Node would find a package from inside another, as a key of the lock file. */
function findLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder === '' ? '' : '/'}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

test('every version is pinned', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    expect(version, name).toMatch(/^(?:npm:[@\w/.-]+@)?\d+\.\d+\.\d+$/);
  }
});

test('the lock file names no registry and can check everything it installs', () => {
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (name === '') continue;
    expect(entry.resolved, name).toBeUndefined();
    expect(entry.integrity, name).toMatch(/^sha512-/);
  }
});

test('the lock file serves every system, not only the one it was written on', () => {
  const missing = Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !findLocked(from, name)),
  );
  expect(missing).toEqual([]);
});
