import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleProgram } from './program.ts';

/** What a file imports before it runs; what it imports later, when it is wanted, is left out. */
function staticImports(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];/gm)].map((match) => match[1] ?? '');
}

test('a start reads the bundle, Node’s own modules and the database, and no other package', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yusuan-program-'));
  await bundleProgram('electron/chromium/main.ts', folder);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  expect(files).toContain('main.js');
  const imported = files.flatMap((file) => staticImports(readFileSync(path.join(folder, file), 'utf8')));
  const packages = imported.filter((name) => !name.startsWith('.') && !isBuiltin(name));
  expect([...new Set(packages)]).toEqual(['better-sqlite3']);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
