import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { buildDesktop } from './desktop.ts';
import { packaging } from './packaging.ts';
import { ROOT } from './run.ts';
import { importsOf } from './source-rules.ts';

test('bundles the desktop shell into what Electron can load', async () => {
  const folder = await buildDesktop();
  expect(
    readdirSync(folder)
      .filter((file) => /\.c?js$/.test(file))
      .sort(),
  ).toEqual(['core-process.js', 'main.js', 'preload.cjs']);
  const imported = (file: string) => [...new Set(importsOf(readFileSync(path.join(folder, file), 'utf8')))];
  // Main knows Electron and files; the book and its driver are the core process's.
  expect(imported('main.js').filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
  expect(imported('core-process.js')).toContain('better-sqlite3');
  expect(imported('core-process.js')).not.toContain('electron');
  // A sandboxed preload can require Electron's few modules and nothing else.
  const required = [...readFileSync(path.join(folder, 'preload.cjs'), 'utf8').matchAll(/require\(["'`](.+?)["'`]\)/g)];
  expect(required.map((match) => match[1])).toEqual(['electron']);
}, 60_000);

test('packages what it bundles, with every fuse set, in words that electron-builder knows', () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/app-builder-lib/scheme.json'), 'utf8'));
  const check = new Ajv({ strict: false }).compile(schema);
  expect([check(packaging), check.errors]).toEqual([true, null]);
  expect(packaging.files).toContain('out/desktop/**');
  expect(packaging.extraMetadata).toEqual({ main: 'out/desktop/main.js' });
  expect(packaging.electronFuses).toMatchObject({ runAsNode: false, onlyLoadAppFromAsar: true });
});
