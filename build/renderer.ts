/** `npm run build`: builds the window into out/renderer, only when something it is made of has changed since. */
import path from 'node:path';
import { bringUpToDate } from './built-folder.ts';
import { ROOT } from './run.ts';

/** Brings out/renderer up to date. Out: whether it had to build. */
export function buildRenderer(): Promise<boolean> {
  return bringUpToDate({
    name: 'renderer',
    sources: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'],
    build: async (outDir) => {
      // Loaded only when there is something to build: it takes longer than the rest of a start.
      const { build } = await import('vite');
      await build({
        root: path.join(ROOT, 'renderer'),
        configFile: path.join(ROOT, 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir },
      });
    },
  });
}

if (import.meta.main) {
  console.log((await buildRenderer()) ? 'Window built into out/renderer.' : 'Window is up to date.');
}
