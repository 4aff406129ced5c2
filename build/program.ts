/**
 * Bundles the Chromium shell with the core into out/program. From some 200 source files a start reads 0.3 s longer, and
 * the browser that starts beside it needs the processor itself.
 */
import path from 'node:path';
import { bringUpToDate } from './built-folder.ts';
import { ROOT } from './run.ts';

/** Everything the program is made of, besides the window. */
const PROGRAM_SOURCES = ['electron', 'db', 'shared', 'samples', 'build/program.ts', 'package-lock.json'];

/**
 * Bundles one entry. In: its path relative to the checkout, the folder it goes to. The entry becomes main.js; what it
 * imports later becomes files of their own beside it.
 */
export async function bundleProgram(entry: string, outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Small ones come along; native modules and those read later stay packages.
    ssr: { noExternal: ['decimal.js', 'fflate', 'saxes', 'xmlchars'] },
    build: {
      ssr: path.join(ROOT, entry),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  const { writeAssembled } = await import('../samples/write.ts');
  // The samples' sources stay in the checkout; the bundle finds the assembled documents beside it.
  writeAssembled(path.join(outDir, 'assembled'));
}

/** Brings out/program up to date. Out: whether it had to build. */
export function buildProgram(): Promise<boolean> {
  return bringUpToDate({
    name: 'program',
    sources: PROGRAM_SOURCES,
    build: (folder) => bundleProgram('electron/chromium/main.ts', folder),
  });
}
