/** Bundles the desktop shell into out/desktop: Electron runs JavaScript, and a sandboxed preload must be one CommonJS file. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { LICENCE_LIST, licencesOf } from '../electron/core/about/licences.ts';
import { writeAssembled } from '../samples/write.ts';
import { ROOT } from './run.ts';

const OUT = path.join(ROOT, 'out', 'desktop');

async function bundle(entry: string, format: 'es' | 'cjs', file: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(ROOT, 'electron', 'desktop', entry),
      outDir: OUT,
      emptyOutDir: false,
      target: 'node24',
      // All but the native driver goes into the bundle: nothing else of node_modules has to be installed.
      rolldownOptions: {
        external: ['electron', 'better-sqlite3'],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  });
}

/** Builds main, preload and core process. Out: path of the main script, for Electron's command line. */
export async function buildDesktop(): Promise<string> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await bundle('main.ts', 'es', 'main.js');
  await bundle('core-process.ts', 'es', 'core-process.js');
  await bundle('preload.ts', 'cjs', 'preload.cjs');
  // The samples' sources stay in the checkout; the bundle finds the assembled documents beside it.
  writeAssembled(path.join(OUT, 'assembled'));
  writeFileSync(path.join(OUT, LICENCE_LIST), JSON.stringify(licencesOf(ROOT)));
  // Electron takes a folder with a package.json for a program and names its data folder after it.
  writeFileSync(path.join(OUT, 'package.json'), JSON.stringify({ name: 'yusuan', main: 'main.js', type: 'module' }));
  return OUT;
}

if (import.meta.main) console.log(await buildDesktop());
